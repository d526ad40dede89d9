using System.Globalization;
using Shiremoot.Evidence;
using Spectre.Console;

namespace Shiremoot.Cli;

/// <summary>Says an evaluation on the terminal: the sentence first, then what it rests on.</summary>
static class EvaluateWords
{
    private const int WidthOfAFile = 240;

    public static void Say(EvaluationResult result, IReadOnlyList<string> written)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfAFile;
        EvaluationCounts counts = result.Counts;
        Line($"{result.Headline}");
        if (!result.HasHeadline) Line($"Not for a headline: {EvaluationWords.Effect(result)}");
        Line($"{EvaluationWords.Caution(result)}");
        if (result.Protocol is { } protocol)
        {
            Line($"Protocol '{protocol.Title}' ({protocol.Hash[..12]}…), registered {protocol.Registered} in {protocol.Register}: {(protocol.Breaches.Count == 0 ? "as said before outcomes were read" : string.Join(" ", protocol.Breaches))}");
            Line($"The register has {protocol.Entries:N0} entries, the last {protocol.Head}. Keep that elsewhere.");
        }
        Line($"{result.Rows.File}: {result.Rows.Read:N0} rows, {result.Rows.Kept:N0} kept. Had the service: {counts.TreatedUsed:N0} of {counts.Treated:N0} in the comparison; had not: {counts.OthersUsed:N0} of {counts.Others:N0} (as many as {counts.OthersEffective:N0} of equal weight); together {counts.TreatedUsed + counts.OthersUsed:N0}.");
        foreach ((string column, int missing) in result.Rows.LeftOut) Line($"  {missing:N0} have no value of '{column}'.");
        foreach (string note in result.Notes) Line($"  {note}");
        Effects(result);
        foreach (TimeShare share in result.Shares) Line($"{EvaluationWords.Share(result, share)}");
        Balance(result);
        Line($"Treated people outside the scores of the others: {result.OutsideOverlap:N0}.");
        if (result.Ratio is { } ratio) Line($"Ratio of {ratio.Of}s {ratio.Value:0.000} ({ratio.Lower:0.000} to {ratio.Upper:0.000}).");
        if (result.EValue is { } e && result.EValueOfLimit is { } limit) Line($"E-value {e:0.00}, of the limit {limit:0.00}.");
        if (result.Gamma is { } gamma) Line($"Rosenbaum's bound: {(gamma == 1 ? "the difference of pairs could be chance already" : string.Create(CultureInfo.InvariantCulture, $"odds of the service {gamma:0.00} times apart within pairs would do to make it chance"))}.");
        foreach (string line in written) Line($"{line}");
    }

    private static void Effects(EvaluationResult result)
    {
        Table shown = new() { Border = TableBorder.Simple, Title = new TableTitle("The effect, and other ways of reckoning it") };
        foreach (string column in (ReadOnlySpan<string>)["way", "effect", "standard error", "lower", "upper", "p"]) shown.AddColumn(new TableColumn(column) { Alignment = column == "way" ? Justify.Left : Justify.Right });
        foreach (EffectEstimate way in (EffectEstimate[])[result.Effect, .. result.Plain is null ? (EffectEstimate[])[] : [result.Plain], .. result.Others])
            shown.AddRow(Markup.Escape(ReferenceEquals(way, result.Effect) || ReferenceEquals(way, result.Plain) ? $"{EvaluationWords.Name(result.Question.Method)}, {way.Way}" : way.Way), Number(way.Value), Number(way.StandardError), Number(way.Lower), Number(way.Upper), Chance(way.P));
        AnsiConsole.Write(shown);
    }

    private static void Balance(EvaluationResult result)
    {
        Table shown = new() { Border = TableBorder.Simple, Title = new TableTitle("How alike those compared are") };
        foreach (string column in (ReadOnlySpan<string>)["covariate", "treated", "others", "difference before", "after", "light", "variance ratio before", "after"])
            shown.AddColumn(new TableColumn(column) { Alignment = column is "covariate" or "light" ? Justify.Left : Justify.Right });
        foreach (BalanceRow row in result.Balance)
            shown.AddRow(Markup.Escape(row.Name), Number(row.Treated), Number(row.Others), Number(row.Before), Number(row.After), row.Light.ToString().ToLowerInvariant(), Number(row.RatioBefore), Number(row.RatioAfter));
        AnsiConsole.Write(shown);
    }

    private static string Number(double value) => !double.IsFinite(value) ? "–" : value.ToString(Math.Abs(value) < 1000 ? "0.0000" : "#,##0.00", CultureInfo.InvariantCulture);

    private static string Chance(double p) => !double.IsFinite(p) ? "–" : p < 0.0001 ? p.ToString("0.0e+0", CultureInfo.InvariantCulture) : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private static void Line(FormattableString text) => AnsiConsole.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
