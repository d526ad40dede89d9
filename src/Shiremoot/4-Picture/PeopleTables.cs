using System.Globalization;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Lays a drawn measure out as a table.</summary>
static class PeopleTables
{
    public static ReleaseTable Of(PeoplePicture picture)
    {
        List<(ReleaseColumn Column, Func<PeopleRow, ReleaseCell> Cell)> columns =
        [
            (new("Breakdown", ReleaseKind.Text), r => ReleaseCell.Of(r.By)),
            (new("Group", ReleaseKind.Text), r => ReleaseCell.Of(r.Title)),
            (new("People", ReleaseKind.Count), r => ReleaseCell.Of(r.People)),
        ];
        if (picture.Rows.Any(r => r.Each.Length > 0)) columns.Insert(2, (new("Of them", ReleaseKind.Text), r => ReleaseCell.Of(r.Each.Length > 0 ? r.Each : null)));
        void Add(string name, ReleaseKind kind, Func<PeopleRow, bool> has, Func<PeopleRow, ReleaseCell> cell, string unit = "")
        {
            if (picture.Rows.Any(has)) columns.Add((new(name, kind, unit), r => has(r) ? cell(r) : ReleaseCell.Missing));
        }
        Add(WithTitle(picture.Measure.Shows), ReleaseKind.Count, r => r.With is not null, r => ReleaseCell.Of(r.With!.Value));
        Add("Share", ReleaseKind.Rate, r => r.Share is not null, r => ReleaseCell.Of(r.Share!.Value));
        Add("Lower", ReleaseKind.Rate, r => r.Share is not null, r => Limit(r.Share!.Value, i => i.Lower), "95% interval");
        Add("Upper", ReleaseKind.Rate, r => r.Share is not null, r => Limit(r.Share!.Value, i => i.Upper), "95% interval");
        Add("Expected", ReleaseKind.Rate, r => r.Expected is not null, r => ReleaseCell.Of(r.Expected!.Number), "people");
        Add("Expected share", ReleaseKind.Rate, r => r.Expected is not null, r => ReleaseCell.Of(r.Expected!.Share));
        Add("Observed over expected", ReleaseKind.Rate, r => r.Expected is not null, r => ReleaseCell.Of(r.Expected!.Ratio));
        Add("Ratio lower", ReleaseKind.Rate, r => r.Expected is not null, r => ReleaseCell.Of(r.Expected!.Lower), "95% interval");
        Add("Ratio upper", ReleaseKind.Rate, r => r.Expected is not null, r => ReleaseCell.Of(r.Expected!.Upper), "95% interval");
        Add("In the funnel", ReleaseKind.Text, r => r.Expected?.Standing is not null, r => ReleaseCell.Of(PeopleFunnel.Says(r.Expected!.Standing!.Value)));
        Add("Relative rate", ReleaseKind.Rate, r => r.Relative is not null, r => ReleaseCell.Of(r.Relative!.Ratio), picture.Rows.FirstOrDefault(r => r.Relative is not null)?.Relative!.Against is { } one && picture.Rows.All(r => r.Relative is null || r.Relative.Against == one) ? $"against {one}" : "against the group without one");
        Add("Relative lower", ReleaseKind.Rate, r => r.Relative is not null, r => ReleaseCell.Of(r.Relative!.Lower), "95% interval");
        Add("Relative upper", ReleaseKind.Rate, r => r.Relative is not null, r => ReleaseCell.Of(r.Relative!.Upper), "95% interval");
        Add("Adjusted rate", ReleaseKind.Rate, r => r.Adjusted is not null, r => ReleaseCell.Of(r.Adjusted!.Ratio), "people held alike in case mix");
        Add("Adjusted lower", ReleaseKind.Rate, r => r.Adjusted is not null, r => ReleaseCell.Of(r.Adjusted!.Lower), "95% interval");
        Add("Adjusted upper", ReleaseKind.Rate, r => r.Adjusted is not null, r => ReleaseCell.Of(r.Adjusted!.Upper), "95% interval");
        Add("Foretold", ReleaseKind.Rate, r => r.Foretold is not null, r => ReleaseCell.Of(r.Foretold!.Value), "mean chance");
        foreach ((string name, string unit, Func<PeopleFactor, Protected<double>> of) in FactorColumns)
            Add(name, ReleaseKind.Rate, r => r.Factor is not null, r => HasFigures(r.Factor!) ? ReleaseCell.Of(of(r.Factor!)) : ReleaseCell.Missing, unit);
        Add("Held alike", ReleaseKind.Text, r => r.Factor is not null, r => ReleaseCell.Of(r.Factor!.Says));
        Add("Left out", ReleaseKind.Count, r => r.LeftOut is not null, r => ReleaseCell.Of(r.LeftOut!.Value), "people");
        Add(picture.Measure.Shows switch { PeopleShows.Spells => "Spells", PeopleShows.Reoffending => "Reoffences", _ => "Events" }, ReleaseKind.Count, r => r.Events is not null, r => ReleaseCell.Of(r.Events!.Value));
        Add(picture.Measure.Shows == PeopleShows.Reoffending ? "Reoffences per reoffender" : "Mean", ReleaseKind.Rate, r => r.Mean is not null, r => ReleaseCell.Of(r.Mean!.Value), UnitOf(picture.Measure));
        Add("Median", ReleaseKind.Rate, r => r.Median is not null, r => ReleaseCell.Of(r.Median!.Value), UnitOf(picture.Measure));
        foreach (double top in picture.Measure.Shows == PeopleShows.Concentration ? picture.Measure.Top : [])
            Add(string.Create(CultureInfo.InvariantCulture, $"Share of top {top}%"), ReleaseKind.Rate, r => r.Concentration is not null, r => ReleaseCell.Of(r.Concentration!.Top.First(t => t.PerCent.Equals(top)).Share));
        Add("Gini", ReleaseKind.Rate, r => r.Concentration is not null, r => ReleaseCell.Of(r.Concentration!.Gini));
        return new ReleaseTable(
            picture.Measure.Title, $"{picture.Definition} Version {picture.Measure.Version}.", picture.Period, $"{picture.Records}. Definition: {picture.Measure.Source}",
            picture.Origin, picture.Rules.Label, [.. columns.Select(c => c.Column)], picture.Rows.Select(row => (IReadOnlyList<ReleaseCell>)[.. columns.Select(c => c.Cell(row))]))
        {
            Notes = picture.Maturity.Length == 0 ? picture.Notes : [picture.Maturity, .. picture.Notes],
        };
    }

    private static readonly (string, string, Func<PeopleFactor, Protected<double>>)[] FactorColumns =
    [
        ("Odds ratio", "", f => f.OddsRatio), ("Odds lower", "95% interval", f => f.Lower), ("Odds upper", "95% interval", f => f.Upper),
        ("Points more", "percentage points", f => f.Points), ("Points lower", "95% interval", f => f.PointsLower), ("Points upper", "95% interval", f => f.PointsUpper),
    ];

    // What is not in the model has no figure; what is may have one that is withheld.
    private static bool HasFigures(PeopleFactor factor) => factor.State is FactorState.Kept or FactorState.HeldAlike;

    public static string UnitOf(PeopleMeasure measure) => measure.Shows == PeopleShows.Spells ? "days" : measure.Shows == PeopleShows.Where ? "km from home" : measure.Unit;

    // A limit is worked out from shown counts, so where the share shows, it may.
    private static ReleaseCell Limit(ProtectedShare share, Func<Terms.Interval, double> end) =>
        share.Interval is { } interval ? ReleaseCell.Of(share.Part.With(share.Whole, (_, _) => end(interval))) : share.IsWithheld ? ReleaseCell.Of(share) : ReleaseCell.Missing;

    private static string WithTitle(PeopleShows shows) => shows switch
    {
        PeopleShows.Return or PeopleShows.Factors => "Returned",
        PeopleShows.Reoffending or PeopleShows.Expected => "Reoffended",
        PeopleShows.Tracker => "By then",
        PeopleShows.Events => "With an event",
        PeopleShows.Spells => "With a spell",
        PeopleShows.Prevalence or PeopleShows.Mix or PeopleShows.Yearly => "With it",
        PeopleShows.Where => "With any there",
        PeopleShows.Persistence => "In the top next year",
        _ => "With the outcome",
    };
}
