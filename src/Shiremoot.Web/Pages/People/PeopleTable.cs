using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>Rows of a measure of people as a table for a page: the columns that the measure fills, and no others.</summary>
internal static class PeopleTable
{
    public static TableView Of(PeoplePicture picture, string first, IReadOnlyList<PeopleRow> rows, string caption)
    {
        List<(Column Column, Func<PeopleRow, string> Cell)> columns = [(new(first), r => r.Title), (new("People", true), r => Short(r.People))];
        if (rows.Any(r => r.Each.Length > 0 && r.Each != r.Title)) columns.Insert(1, (new("Of them"), r => r.Each));
        void Add(string name, Func<PeopleRow, bool> has, Func<PeopleRow, string> cell)
        {
            if (rows.Any(has)) columns.Add((new(name, true), r => has(r) ? cell(r) : "none"));
        }
        Add(With(picture.Measure.Shows), r => r.With is not null, r => Short(r.With!.Value));
        Add("Share", r => r.Share is not null, r => $"{r.Share}");
        Add("Foretold", r => r.Foretold is not null, r => r.Foretold!.Value.Shown is { } mean ? string.Create(CultureInfo.InvariantCulture, $"{100 * mean:0}%") : ProtectedCount.Mark);
        Add("95% interval", r => r.Share is not null, r => r.Share!.Value.IsWithheld ? ProtectedCount.Mark : PeopleHeadline.Range(r.Share));
        Add("Expected", r => r.Expected is not null, r => Figure(r.Expected!.Number, "N0"));
        Add("Expected share", r => r.Expected is not null, r => r.Expected!.Share.Shown is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%") : ProtectedCount.Mark);
        Add("Observed over expected", r => r.Expected is not null, r => r.Expected!.Ratio.IsWithheld ? ProtectedCount.Mark : $"{Figure(r.Expected.Ratio, "0.00")} ({Figure(r.Expected.Lower, "0.00")} to {Figure(r.Expected.Upper, "0.00")})");
        Add("In the funnel", r => r.Expected?.Standing is not null, r => PeopleFunnel.Says(r.Expected!.Standing!.Value));
        Add("Relative rate", r => r.Relative is not null, r => Relative(r.Relative!));
        Add("Adjusted rate", r => r.Adjusted is not null, r => $"{r.Adjusted}");
        Add(picture.Measure.Shows == PeopleShows.Spells ? "Spells" : PeopleCharts.Capital(PeopleHeadline.EventsOf(picture.Measure)), r => r.Events is not null, r => Short(r.Events!.Value));
        Add(picture.Measure.Shows == PeopleShows.Where ? "Median km from home" : "Median", r => r.Median is not null, r => Figure(r.Median!.Value, "N1"));
        Add(picture.Measure.Shows == PeopleShows.Where ? "Mean km" : "Mean", r => r.Mean is not null, r => Figure(r.Mean!.Value, "N1"));
        foreach (double top in rows.FirstOrDefault(r => r.Concentration is not null)?.Concentration!.Top.Select(t => t.PerCent) ?? [])
            Add(string.Create(CultureInfo.InvariantCulture, $"Held by top {top}%"), r => r.Concentration is not null, r => $"{r.Concentration!.Top.First(t => t.PerCent.Equals(top)).Share}");
        Add("Gini", r => r.Concentration is not null, r => Figure(r.Concentration!.Gini, "N2"));
        Add("Left out", r => r.LeftOut is not null, r => Short(r.LeftOut!.Value));
        return new TableView(caption, [.. columns.Select(c => c.Column)], [.. rows.Select(r => new Row([.. columns.Select(c => new Cell(c.Cell(r)))]))]) { Notes = Marks(picture.Rules) };
    }

    // 1.25 (1.10 to 1.42)
    private static string Relative(RelativeRate rate) => rate.Ratio.IsWithheld || double.IsNaN(rate.Ratio.Shown!.Value)
        ? ProtectedCount.Mark
        : string.Create(CultureInfo.InvariantCulture, $"{rate.Ratio.Shown:0.00} ({rate.Lower.Shown:0.00} to {rate.Upper.Shown:0.00}) of {rate.Against}");

    /// <summary>What the marks of a table of people mean; said under each.</summary>
    public static IReadOnlyList<string> Marks(DisclosureRules rules) => [$"{rules.Label}."];

    private static string Short(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";

    private static string Figure(Protected<double> figure, string format) => figure.Shown?.ToString(format, CultureInfo.InvariantCulture) ?? ProtectedCount.Mark;

    private static string With(PeopleShows shows) => shows switch
    {
        PeopleShows.Return or PeopleShows.Factors => "Came back",
        PeopleShows.Reoffending or PeopleShows.Expected => "Reoffended",
        PeopleShows.Events or PeopleShows.Concentration => "With at least one",
        PeopleShows.Spells => "With a spell",
        PeopleShows.Prevalence or PeopleShows.Mix or PeopleShows.Yearly => "With it",
        PeopleShows.Where => "With any there",
        PeopleShows.Persistence => "In the top next year",
        PeopleShows.Tracker => "By then",
        _ => "With the outcome",
    };
}
