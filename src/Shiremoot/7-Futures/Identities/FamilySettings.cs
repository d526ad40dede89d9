using Shiremoot.Storage;

namespace Shiremoot.Futures.Identities;

/// <summary>The section `families` of generate.yaml: the shares of people who have such a relation to another person of the run.</summary>
/// <param name="Twins">A twin.</param>
/// <param name="Siblings">A brother or sister.</param>
/// <param name="Parents">A parent or a child.</param>
/// <param name="Partners">A partner, with whom they live once both are grown.</param>
/// <param name="SameSexPartners">Of those with a partner, the share whose partner is of their sex.</param>
/// <param name="ChildrenAtOneHome">Of twins, siblings, and parents and children first met as children, the share who always live at one address.</param>
/// <param name="AdultsAtOneHome">The same of those first met as adults. The others live apart from the first move that is made.</param>
sealed record FamilySettings(double Twins, double Siblings, double Parents, double Partners, double SameSexPartners, double ChildrenAtOneHome, double AdultsAtOneHome)
{
    public static FamilySettings Read(MapNode node)
    {
        FamilySettings read = new(ShareSetting.Read(node, "twins"), ShareSetting.Read(node, "siblings"), ShareSetting.Read(node, "parents"),
            ShareSetting.Read(node, "partners"), ShareSetting.Read(node, "same_sex_partners"),
            ShareSetting.Read(node, "children_at_one_home"), ShareSetting.Read(node, "adults_at_one_home"));
        if (read.Twins + read.Siblings + read.Parents + read.Partners > 1) node.Fault("siblings", "and the other shares of families must not sum to more than 1: a person has one relation at most.");
        return read;
    }
}
