using Shiremoot.Intake;

namespace Shiremoot.Web.Pages.People;

/// <summary>Until records are linked, someone known to two agencies is two people. Where that bears on a count, its page says so.</summary>
internal static class Unlinked
{
    public const string Says = "Records are not linked yet: someone known to several agencies is counted once at each.";

    /// <summary>The agencies whose records of people are in use.</summary>
    public static IReadOnlyList<string> Agencies(Shire shire)
    {
        HashSet<string> inUse = [.. shire.Receipts().Where(r => r.Status == LoadStatus.Active).Select(r => r.Feed)];
        return [.. shire.Feeds.Where(f => f.Record is not null && f.Agency.Length > 0 && inUse.Contains(f.Id)).Select(f => f.Agency).Distinct()];
    }

    /// <summary>True if the same person may be counted twice among everyone in the records.</summary>
    public static bool Matters(Shire shire) => Agencies(shire).Count > 1 && shire.PersonSpine.Latest() is null;
}
