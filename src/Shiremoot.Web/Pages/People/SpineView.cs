using System.Globalization;
using Shiremoot.Spine;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>How many records became how many people, made ready for the page: every count is protected.</summary>
/// <param name="Records">All records.</param>
/// <param name="People">The people they are of.</param>
/// <param name="Build">When and how the spine was last changed.</param>
/// <param name="ByAgency">Records and people of each agency.</param>
/// <param name="ByAgencies">People by how many agencies know them.</param>
internal sealed record SpineView(ProtectedCount Records, ProtectedCount People, SpineBuild Build, TableView ByAgency, TableView ByAgencies)
{
    public string Wrong => Percent(Build.Errors.FalseShare);

    public static SpineView? Of(Shire shire)
    {
        if (shire.PersonSpine.Latest() is not { } build) return null;
        DisclosureRules rules = shire.Disclosure;
        IReadOnlyList<AgencyCount> agencies = shire.PersonSpine.ByAgency();
        ProtectedTable records = ProtectedTable.Protect([.. agencies.Select(a => a.Records)], rules);
        ProtectedTable known = ProtectedTable.Protect([.. shire.PersonSpine.ByAgencies()], rules);
        TableView byAgency = new("Records of each agency, and the people they are of", [new("Agency"), new("Records", true), new("People", true)],
            [.. agencies.Select((a, n) => Row.Of(a.Agency, Short(records[0, n]), Short(rules.Protect(a.People)))), Row.TotalOf("All", Short(records.Total), Short(known.Total))])
        { Notes = [.. PeopleTable.Marks(rules), "A person known to several agencies counts once at each, and once under all."] };
        TableView byAgencies = new("People by the number of agencies that know them", [new("Agencies"), new("People", true)],
            [.. Enumerable.Range(0, known.Columns).Select(n => Row.Of((n + 1).ToString(CultureInfo.InvariantCulture), Short(known[0, n])))])
        { Notes = PeopleTable.Marks(rules) };
        return new(records.Total, known.Total, build, byAgency, byAgencies);
    }

    public static string Percent(double share) => share is > 0 and < 0.001 ? "under 0.1%" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");

    private static string Short(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";
}
