using Shiremoot.Storage;

namespace Shiremoot.Futures.Identities;

/// <summary>The section `families` of generate.yaml: the shares of people who have such a relation to another person of the run.</summary>
sealed record FamilySettings(double Twins, double Siblings, double Parents, double Partners, double SameSexPartners)
{
    public static FamilySettings Read(MapNode node)
    {
        FamilySettings read = new(ShareSetting.Read(node, "twins"), ShareSetting.Read(node, "siblings"), ShareSetting.Read(node, "parents"),
            ShareSetting.Read(node, "partners"), ShareSetting.Read(node, "same_sex_partners"));
        if (read.Twins + read.Siblings + read.Parents + read.Partners > 1) node.Fault("siblings", "and the other shares of families must not sum to more than 1: a person has one relation at most.");
        return read;
    }
}
