using System.CommandLine;
using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>fairness FILE --score C --outcome C: what a score gets right and wrong, for everyone and by group.</summary>
static class FairnessVerb
{
    public const string Label = "A score can be fair by one of these rates and not by another. Where base rates differ they cannot all be equal";
    private const double UsualThreshold = 5;

    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A file with a row for each person: delimited text, packed or not, or a workbook" };
        Option<string> score = new("--score") { Description = "The column of the score; higher means the outcome is thought likelier", Required = true };
        Option<string> outcome = new("--outcome") { Description = "The column of yes and no: to whom it happened", Required = true };
        Option<string?> by = new("--by") { Description = "The column of the groups to compare" };
        Option<double> threshold = new("--threshold") { Description = "The score from which a person counts as flagged", DefaultValueFactory = _ => UsualThreshold };
        Option<bool> json = Door.JsonOption();
        Command verb = new("fairness", "What a score in a file gets right and wrong, for everyone and by group") { file, score, outcome, by, threshold, json };
        verb.SetAction(args =>
        {
            FairnessOptions asked = new(args.GetValue(score)!, args.GetValue(outcome)!, args.GetValue(by), args.GetValue(threshold));
            if (!double.IsFinite(asked.Threshold))
            {
                Console.Error.WriteLine("--threshold must be a number.");
                return Door.WrongUsage;
            }
            if (Fairness.Look(args.GetValue(file)!, asked).Refused(out Refusal? why, out FairnessFound? found)) return Door.Refuse(why, args.GetValue(json));
            if (args.GetValue(json)) Door.Print(Json(found, asked));
            else Say(found, asked);
            return Door.Done;
        });
        return verb;
    }

    private static object Json(FairnessFound found, FairnessOptions asked) => new
    {
        score = asked.Score,
        threshold = asked.Threshold,
        outcome = asked.Outcome,
        by = asked.By,
        rows = found.Rows,
        leftOut = found.LeftOut.Select(l => new { why = l.Why, rows = l.Rows }),
        everyone = Json(found.Everyone),
        groups = found.Groups.Select(Json),
        notes = (string[])[Label],
    };

    private static object Json(FairnessGroup group) => new
    {
        group = group.Name,
        group.People,
        group.TrueNegatives,
        group.FalsePositives,
        group.FalseNegatives,
        group.TruePositives,
        baseRate = Json(group.BaseRate),
        flagged = Json(group.Flagged),
        falsePositiveRate = Json(group.FalsePositiveRate),
        falseNegativeRate = Json(group.FalseNegativeRate),
        positivePredictiveValue = Json(group.PositivePredictiveValue),
        auc = group.Discrimination is not { } area ? null : new { value = area.Area, error = area.Error, lower = area.Interval.Lower, upper = area.Interval.Upper, method = area.Interval.Method },
    };

    private static object? Json(IndicatorValue? rate) => rate is null ? null : new { value = rate.Value, lower = rate.Interval.Lower, upper = rate.Interval.Upper, method = rate.Interval.Method };

    private static void Say(FairnessFound found, FairnessOptions asked)
    {
        Line($"'{asked.Score}' of {asked.Threshold} or more is flagged. {found.Everyone.People:N0} of {found.Rows:N0} rows counted.");
        foreach ((string why, long rows) in found.LeftOut) Line($"  Left out: {rows:N0}, {why}.");
        FairnessGroup[] groups = [found.Everyone, .. found.Groups];
        Line($"  {"Group",-24} {"People",8} {"TN",7} {"FP",7} {"FN",7} {"TP",7}  {"Area under the curve",-22}");
        foreach (FairnessGroup group in groups)
            Line($"  {group.Name,-24} {group.People,8:N0} {group.TrueNegatives,7:N0} {group.FalsePositives,7:N0} {group.FalseNegatives,7:N0} {group.TruePositives,7:N0}  {Area(group)}");
        Console.Out.WriteLine("Rates in percent, with 95% limits (Wilson)");
        Line($"  {"Group",-24} {"Base rate",-22} {"Flagged",-22} {"False positive rate",-22} {"False negative rate",-22} {"Right when flagged",-22}");
        foreach (FairnessGroup group in groups)
            Line($"  {group.Name,-24} {Rate(group.BaseRate)} {Rate(group.Flagged)} {Rate(group.FalsePositiveRate)} {Rate(group.FalseNegativeRate)} {Rate(group.PositivePredictiveValue)}");
        Console.Out.WriteLine($"{Label}.");
    }

    private static string Rate(IndicatorValue? rate) =>
        (rate is null ? "of nobody" : string.Create(CultureInfo.InvariantCulture, $"{100 * rate.Value:0.00} ({100 * rate.Interval.Lower:0.0} to {100 * rate.Interval.Upper:0.0})")).PadRight(22);

    private static string Area(FairnessGroup group) =>
        group.Discrimination is { } area ? string.Create(CultureInfo.InvariantCulture, $"{area.Area:0.00000} ({area.Interval.Lower:0.000} to {area.Interval.Upper:0.000})") : "cannot be told";

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture).TrimEnd());
}
