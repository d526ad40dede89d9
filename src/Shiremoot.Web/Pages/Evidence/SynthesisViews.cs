using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

/// <summary>The charts and tables of studies combined.</summary>
internal static class SynthesisViews
{
    private const double Z = 1.959963984540054;
    private const string AverageName = "Average", FurtherName = "A further study";

    public static string Href(SynthesisFile studies) => $"/evidence/syntheses/{Uri.EscapeDataString(studies.Id)}";

    public static TableView TableOf(IReadOnlyList<(SynthesisFile Studies, SynthesisResult? Result)> all) => new("Studies combined", [new("Studies"), new("What they say together"), new("How much they differ"), new("Effects", true)],
        [.. all.Select(s => Row.Of(new Cell(s.Studies.Title, Href(s.Studies)), s.Result is { } r ? SynthesisSentences.Average(r, s.Studies.Groups) : "Cannot be combined: see the page", s.Result is { } d ? SynthesisSentences.Spread(d) : "", s.Result is { } n ? $"{n.Studies.Count}" : ""))])
    { CaptionHidden = true };

    public static ChartView Forest(SynthesisFile studies, SynthesisResult result)
    {
        List<(string Name, double? Value, Interval Held, string Weight)> lines = [.. result.Rows.Select(r => (r.Name, (double?)r.Effect, r.Interval, r.Weight.ToString("0.0", CultureInfo.InvariantCulture)))];
        if (result.Average is { } average) lines.Add((AverageName, average.Value, average.Interval, ""));
        if (result.Prediction is { } further) lines.Add((FurtherName, null, further, ""));
        bool isRatio = result.Asked.Measure.IsRatio();
        double? Scale(double? value) => value is { } v ? Math.Round(isRatio ? Math.Exp(v) : v, 4) : null;
        string measure = SynthesisSentences.Measure(result);
        Unit unit = new(measure, Decimals: 2);
        string[] names = [.. lines.Select(l => l.Name)];
        double?[] values = [.. lines.Select(l => Scale(l.Value))], lower = [.. lines.Select(l => Scale(l.Held.Lower))], upper = [.. lines.Select(l => Scale(l.Held.Upper))];
        Drawing drawing = isRatio ? new ForestDrawing(unit, names, values, lower, upper, "No difference") : new BarDrawing(unit, names, [new Series(measure, values, lower, upper)]);
        string between = studies.Groups.Count == 2 ? $", those who {studies.Groups[0]} over those who {studies.Groups[1]}" : "";
        return new ChartView("forest", SynthesisSentences.Average(result, studies.Groups).TrimEnd('.'), $"{studies.Title}. {Capital(measure)} of each study{between}, with {result.Asked.Confidence * 100:0}% intervals; {result.Asked.Method.Says()}", drawing,
            new TableView("Each study", [new("Study"), new(measure, true), new("Interval", true), new("Weight, %", true)],
                [.. lines.Select(l => Row.Of(l.Name, l.Value is { } v ? SynthesisSentences.Figure(result, v) : "", $"{SynthesisSentences.Figure(result, l.Held.Lower)} to {SynthesisSentences.Figure(result, l.Held.Upper)}", l.Weight))])
            { Notes = result.Prediction is null ? [] : ["A further study: where its true effect is expected to lie."] },
            From(studies));
    }

    /// <summary>Effects by their errors, with those trim and fill puts in and Egger's line; null with moderators, where there is no average to stand about.</summary>
    public static ChartView? Funnel(SynthesisFile studies, SynthesisResult result)
    {
        if (result.Average is not { } average) return null;
        FunnelPoint[] there = [.. result.Rows.Select(r => new FunnelPoint(r.Name, Three(r.StandardError), Three(r.Effect)))];
        FunnelPoint[] filled = result.SmallStudies.Fill is { } fill ? [.. fill.Effects.Select((e, n) => new FunnelPoint("Put in", Three(Math.Sqrt(fill.Variances[n])), Three(e), true))] : [];
        double far = Three(there.Concat(filled).Max(p => p.X) * 1.05);
        List<FunnelLimit> limits = [new("95% limits", [[0, Three(average.Value)], [far, Three(average.Value + (Z * far))]]), new("95% limits", [[0, Three(average.Value)], [far, Three(average.Value - (Z * far))]])];
        if (result.SmallStudies is { Egger: { } slope, Limit: { } from }) limits.Add(new("Egger's line", [[0, Three(from.Value)], [far, Three(from.Value + (slope.Value * far))]]));
        string measure = result.Asked.Measure.Says();
        return new ChartView("funnel", SynthesisSentences.SmallStudies(result).Split(". ")[0].TrimEnd('.'), $"{studies.Title}. {Capital(measure)} of each study by its standard error, small studies to the right; diamonds are those that trim and fill puts in",
            new FunnelDrawing(new Unit(measure, Decimals: 2), "standard error", [.. there, .. filled], limits, Three(average.Value), "Average"),
            new TableView("Each study by its error", [new("Study"), new("Standard error", true), new(measure, true), new("Kind")],
                [.. there.Concat(filled).Select(p => Row.Of(p.Name, p.X.ToString("0.000", CultureInfo.InvariantCulture), p.Y.ToString("0.000", CultureInfo.InvariantCulture), p.Highlight ? "put in by trim and fill" : "of the file"))])
            { Notes = result.SmallStudies is { Egger: { } e, Limit: { } l } ? [string.Create(CultureInfo.InvariantCulture, $"Egger's line: {l.Value:0.000} at no error, and {e.Value:0.000} for each unit of standard error (t {e.Statistic:0.00} on {e.Degrees}, p {e.P:0.000}).")] : [] },
            From(studies));
    }

    /// <summary>The numbers of the model, as 'synthesise' prints them.</summary>
    public static TableView Numbers(SynthesisResult result)
    {
        string Five(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);
        List<Row> rows = [.. result.Coefficients.Select(c => Row.Of(c.Name, Five(c.Value), $"{Five(c.Interval.Lower)} to {Five(c.Interval.Upper)}", c.P < 0.0001 ? "below 0.0001" : c.P.ToString("0.0000", CultureInfo.InvariantCulture)))];
        if (result.Prediction is { } held) rows.Add(Row.Of(FurtherName, "", $"{Five(held.Lower)} to {Five(held.Upper)}", ""));
        rows.Add(Row.Of("Variance between studies (τ²)", Five(result.Spread.TauSquared), result.Spread.TauInterval is { } tau ? $"{Five(tau.Lower)} to {Five(tau.Upper)}" : "", ""));
        rows.Add(Row.Of("I², %", result.Spread.ISquared.ToString("0.0", CultureInfo.InvariantCulture), result.Spread.ISquaredInterval is { } i ? string.Create(CultureInfo.InvariantCulture, $"{i.Lower:0.0} to {i.Upper:0.0}") : "", ""));
        rows.Add(Row.Of($"Q on {result.Spread.Degrees}", result.Spread.Q.ToString("0.000", CultureInfo.InvariantCulture), "", result.Spread.P.ToString("0.0000", CultureInfo.InvariantCulture)));
        return new TableView($"The model: {result.Asked.Measure.Says()}; {result.Asked.Method.Says()}", [new("What"), new("Value", true), new("Interval", true), new("p", true)], rows);
    }

    // A chart is drawn to thousandths.
    private static double Three(double value) => Math.Round(value, 3);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static Source From(SynthesisFile studies) => new(Origin.Published, studies.Source);
}
