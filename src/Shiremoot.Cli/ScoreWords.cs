using System.Globalization;
using Shiremoot.Picture;

namespace Shiremoot.Cli;

/// <summary>A scored file in words: of groups, never of a case.</summary>
static class ScoreWords
{
    public static void Say(ScoredFile scored, CaseScoringOptions asked)
    {
        Line($"{scored.Scored:N0} of {scored.Rows:N0} rows scored by {scored.Model.Title} (version {scored.Model.Version}).");
        foreach ((string why, long rows) in scored.NotScored) Line($"  Not scored: {rows:N0}, {why}.");
        if (scored.Scored > 0) Line($"Expected to reoffend within {Years(scored.Years)}: {scored.Expected:N1}, {100 * scored.Expected / scored.Scored:0.0}% of those scored. By band of two years: {string.Join(", ", scored.Bands.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Band} {b.Rows:N0}")))}.");
        if (scored.Compared is { } compared) Say(compared, scored);
        foreach (string note in scored.Notes) Console.Out.WriteLine(note);
        if (asked.Out is { } file) Console.Out.WriteLine($"Every row is in {file}, with its score or the reason why it has none. It is about people: keep it as the file it was made from.");
        Console.Out.WriteLine($"{asked.Label}. Source of the numbers: {scored.Model.Source}.");
    }

    private static void Say(ObservedExpected compared, ScoredFile scored)
    {
        Line($"Observed beside expected, within {Years(scored.Years)}{(scored.WithoutOutcome > 0 ? string.Create(CultureInfo.InvariantCulture, $" (scored, but left out for want of a known outcome: {scored.WithoutOutcome:N0})") : "")}");
        Line($"  {"Group",-28} {"Cases",9} {"Observed",9} {"Expected",10} {"O/E",6} {"95% limits",14}  Beside 1");
        Say(compared.All, null);
        for (int g = 0; g < compared.Groups.Count; g++) Say(compared.Groups[g], compared.Funnel!.Points[g].Standing);
        Console.Out.WriteLine("Does the score hold? Calibration in the large (0 is perfect), calibration slope (1 is perfect), area under the curve, each with 95% limits");
        foreach (ComparedGroup group in (IEnumerable<ComparedGroup>)[compared.All, .. compared.Groups])
            Line($"  {group.Name,-28} {Fit(group.Calibration?.InTheLarge, group.Calibration?.InTheLargeInterval)} {Fit(group.Calibration?.Slope, group.Calibration?.SlopeInterval)} {Fit(group.Discrimination?.Area, group.Discrimination?.Interval)}");
    }

    private static void Say(ComparedGroup group, Standing? standing) =>
        Line($"  {group.Name,-28} {group.Cases,9:N0} {group.Observed,9:N0} {group.Expected,10:N1} {group.Ratio.Value,6:0.00} {group.Ratio.Interval.Lower,6:0.00} to {group.Ratio.Interval.Upper,4:0.00}  {Said(standing)}");

    private static string Said(Standing? standing) => standing switch
    {
        Standing.FarLower => "lower, outside 99.8% limits",
        Standing.Lower => "lower, outside 95% limits",
        Standing.Similar => "no difference can be told",
        Standing.Higher => "higher, outside 95% limits",
        Standing.FarHigher => "higher, outside 99.8% limits",
        _ => "",
    };

    private static string Fit(double? value, Terms.Interval? interval) =>
        (value is { } v && interval is { } i ? string.Create(CultureInfo.InvariantCulture, $"{v,7:0.000} ({i.Lower:0.000} to {i.Upper:0.000})") : "cannot be told").PadRight(28);

    private static string Years(int years) => years == 1 ? "one year" : "two years";

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
