using Shiremoot.Storage;

namespace Shiremoot.Futures.Identities;

/// <summary>The section `names` of generate.yaml: habits of naming that no stock of names tells.</summary>
/// <param name="TwoMiddleNames">Of those with a middle name, the share with two.</param>
/// <param name="KnownAs">Of those whose forename has a short form, the share who go by it.</param>
/// <param name="FalseName">The share who have given a false name.</param>
/// <param name="Married">The share of women who marry in their life.</param>
/// <param name="MarriedAt">The mean age at marriage, in years.</param>
/// <param name="MarriedSpread">Its standard deviation, in years.</param>
sealed record NameSettings(double TwoMiddleNames, double KnownAs, double FalseName, double Married, double MarriedAt, double MarriedSpread)
{
    public static NameSettings Read(MapNode node) => new(ShareSetting.Read(node, "two_middle_names"), ShareSetting.Read(node, "known_as"), ShareSetting.Read(node, "false_name"),
        ShareSetting.Read(node, "married"), ShareSetting.Within(node, "married_at", 16, 90), ShareSetting.Within(node, "married_spread", 0, 30));
}
