using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>What goes with coming back: the odds with their intervals, what was foretold beside what came, and all that was asked as a table.</summary>
internal static class FactorCharts
{
    private const string Method = "what-goes-with-reoffending";
    private const int MostFigures = 3;
    private static readonly Unit Odds = new("Odds ratio (log scale)", Decimals: 2);
    private static readonly Unit Percent = new("per cent who came back", Suffix: "%", Decimals: 1);

    public static PeopleHeadline Headline(PeoplePicture picture) =>
        picture.All.Model is null ? new("Too few", "people, or people who came back, to hold these things alike")
        : PeopleFinding.Beyond(picture).FirstOrDefault() is { Factor: { } factor } row ? new($"{PeopleFactor.Written(factor.OddsRatio.Shown)} times", $"the odds of coming back for people with this, the other things held alike: {row.Title}. 95% interval {Range(factor)}")
        : new("None", "of the things asked goes with coming back beyond chance when the others are held alike");

    public static IEnumerable<FigureView> Figures(PeoplePicture picture)
    {
        if (picture.Measure.Shows != PeopleShows.Factors) yield break;
        PeopleRow all = picture.All;
        Why Why(params string[] inputs) => new($"{picture.Definition} Version {picture.Measure.Version}.", [.. inputs, $"People: {all.People}", $"Of them, came back: {all.With}", picture.Rules.Label], picture.Period, PeopleView.SourceOf(picture), Method);
        foreach (PeopleRow row in PeopleFinding.Beyond(picture).Take(MostFigures))
            yield return new(row.Title, PeopleFactor.Written(row.Factor!.OddsRatio.Shown), $"times the odds, {Range(row.Factor)}; {Points(row.Factor)}", Why($"Odds ratio: {row.Factor.Odds}"));
        if (all.Share?.Value is not null) yield return new("Came back", PeopleHeadline.Share(all.Share), string.Create(CultureInfo.InvariantCulture, $"{all.With} of {all.People} people, within {picture.Measure.WithinDays:N0} days"), Why());
        if (all.Model is { Auc.Shown: { } auc } model)
            yield return new("How well it foretells", auc.ToString("0.00", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"area under the curve, {model.AucLower.Shown:0.00} to {model.AucUpper.Shown:0.00}; 0.5 says nothing"), Why(model.Says));
    }

    public static IEnumerable<ChartView> Of(PeoplePicture picture)
    {
        PeopleRow[] drawn = [.. picture.Rows.Where(r => r.Factor?.OddsRatio.Shown > 0).OrderBy(r => r.Factor!.IsHeldAlike).ThenByDescending(r => r.Factor!.OddsRatio.Shown)];
        if (drawn.Length > 0)
            yield return new ChartView("goes-with", Says(picture), $"{picture.Measure.Title}, {picture.Period}. Odds ratios with 95% intervals; filled marks are beyond chance",
                new ForestDrawing(Odds, [.. drawn.Select(r => r.Title)], [.. drawn.Select(r => r.Factor!.OddsRatio.Shown)], [.. drawn.Select(r => r.Factor!.Lower.Shown)], [.. drawn.Select(r => r.Factor!.Upper.Shown)], "As likely with as without"),
                Table(picture, drawn, $"{picture.Measure.Title}: what is in the model"), PeopleView.SourceOf(picture));
        PeopleRow[] parts = [.. picture.Rows.Where(r => r.Foretold is not null)];
        if (parts.Any(r => r.Share?.Value is not null))
            yield return new ChartView("foretold", Foretelling(picture.All.Model), $"{picture.Measure.Title}. People of the half that was measured, parted by the chance foretold of them; each is foretold by a model of the others. With 95% intervals",
                new BarDrawing(Percent, [.. parts.Select(r => r.Title)],
                [
                    new("Foretold", [.. parts.Select(r => 100 * r.Foretold!.Value.Shown)]),
                    new("Came back", [.. parts.Select(r => 100 * r.Share?.Value)], [.. parts.Select(r => 100 * r.Share?.Interval?.Lower)], [.. parts.Select(r => 100 * r.Share?.Interval?.Upper)]),
                ]),
                PeopleTable.Of(picture, "Chance foretold", parts, $"{picture.Measure.Title}: foretold and come"), PeopleView.SourceOf(picture));
    }

    /// <summary>All that was asked, with what became of it.</summary>
    public static TableView Everything(PeoplePicture picture) => Table(picture, [.. picture.Rows.Where(r => r.Factor is not null)], $"{picture.Measure.Title}: all that was asked");

    private static TableView Table(PeoplePicture picture, PeopleRow[] rows, string caption) => new(caption,
        [new("What was asked"), new("Odds ratio (95% interval)", true), new("Percentage points more (95% interval)", true), new("What it says")],
        [.. rows.Select(r => Row.Of(r.Title, InModel(r) ? r.Factor!.Odds : "none", InModel(r) ? Span(r.Factor!) : "none", r.Factor!.Says))])
    { Notes = PeopleTable.Marks(picture.Rules) };

    private static bool InModel(PeopleRow row) => row.Factor!.State is FactorState.Kept or FactorState.HeldAlike;

    private static string Says(PeoplePicture picture)
    {
        PeopleRow[] beyond = [.. PeopleFinding.Beyond(picture)];
        if (beyond.Length == 0) return "With the others held alike none of these goes with coming back beyond chance";
        string more = beyond.Length switch { 1 => "", 2 => "; one other goes with it too", _ => string.Create(CultureInfo.InvariantCulture, $"; {beyond.Length - 1} others go with it too") };
        return $"{beyond[0].Title}: {PeopleFactor.Written(beyond[0].Factor!.OddsRatio.Shown)} times the odds of coming back, the others held alike{more}";
    }

    private static string Range(PeopleFactor factor) => $"{PeopleFactor.Written(factor.Lower.Shown)} to {PeopleFactor.Written(factor.Upper.Shown)}";

    private static string Points(PeopleFactor factor) =>
        factor.Points.Shown is { } points ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(points):0.0} points {(points < 0 ? "fewer" : "more")} come back") : "points withheld";

    private static string Span(PeopleFactor factor) => factor.Points.Shown is { } points
        ? $"{Signed(points)} ({Signed(factor.PointsLower.Shown)} to {Signed(factor.PointsUpper.Shown)})"
        : ProtectedCount.Mark;

    private static string Signed(double? points) => points is { } p ? string.Create(CultureInfo.InvariantCulture, $"{(p < 0 ? "−" : "")}{Math.Abs(p):0.0}") : ProtectedCount.Mark;

    private static string Foretelling(FactorModel? model) => model is { AucLower.Shown: > 0.5, Auc.Shown: { } auc }
        ? string.Create(CultureInfo.InvariantCulture, $"Of two people the one who came back was given the higher chance {100 * auc:0} times in 100; 50 would be no help")
        : "These things together do not tell those who came back from those who did not";
}
