using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence.Engaging;

/// <summary>
/// What goes with staying to the last step: one logistic regression by Firth's likelihood of all that the file names, chosen before the data were seen and so with nothing picked out. A column is in
/// only if each of its four cells has so many people as a count that may be shown.
/// </summary>
static class EngagementFactors
{
    // Five of the rarer outcome for each column: E. Vittinghoff and C. E. McCulloch (2007).
    private const int LeastForEach = 5;

    public static (IReadOnlyList<EngagementFactor> Factors, string Says) Of(bool[] stayed, ModelColumns columns, IReadOnlyList<(string Column, string Value)> references, string first, string last, DisclosureRules rules, int threads)
    {
        string whom = $"of those who reached '{first}', who reached '{last}'";
        ProtectedTable ends = ProtectedTable.Protect([new RawCount(stayed.Count(s => s)), new RawCount(stayed.Count(s => !s))], rules);
        int[] enough = [.. Enumerable.Range(0, columns.Values.Length).Where(c => IsEnough(columns.Values[c], stayed, Math.Max(1, rules.Threshold)))];
        int fewer = Math.Min(stayed.Count(s => s), stayed.Count(s => !s));
        if (ends[0, 0].IsWithheld || ends[0, 1].IsWithheld || enough.Length == 0 || fewer < LeastForEach * enough.Length)
            return ([], string.Create(CultureInfo.InvariantCulture, $"What goes with it ({whom}) cannot be told: that needs at least {LeastForEach * Math.Max(1, enough.Length)} people who did and as many who did not."));

        int[] apart = ApartColumns.Of(Some(columns, enough), [.. Enumerable.Range(0, stayed.Length)]);
        int[] used = [.. apart.Select(a => enough[a])];
        ModelColumns fitted = Some(columns, used);
        RegressionOptions how = new() { Firth = true, Profile = stayed.Length <= 5000, Threads = threads };
        if (Logistic.Fit(stayed, fitted, how).Refused(out Refusal? why, out RegressionModel? model)) return ([], $"What goes with it ({whom}) cannot be told. {why.Says}");
        double[] odds = SplitRegression.Odds(model, stayed, fitted);
        Protected<double> Figure(double value, Func<double, double> round) => double.IsFinite(value) ? ends.Total.Then(_ => round(value)) : default;
        List<EngagementFactor> factors = [];
        for (int c = 0; c < columns.Values.Length; c++)
        {
            int at = Array.IndexOf(used, c);
            if (at < 0)
            {
                factors.Add(new(columns.Names[c], new(enough.Contains(c) ? FactorState.Dropped : FactorState.TooFew)));
                continue;
            }
            Coefficient effect = model.Coefficients[at];
            string? group = references.Select(r => r.Column).FirstOrDefault(r => columns.Names[c].StartsWith(r + ": ", StringComparison.Ordinal));
            int[] others = group is null ? [] : [.. Enumerable.Range(0, used.Length).Where(o => o != at && fitted.Names[o].StartsWith(group + ": ", StringComparison.Ordinal))];
            AverageDifference points = AverageDifference.Of(model, fitted, odds, at, others, isNumber: group is null);
            factors.Add(new(columns.Names[c], new(FactorState.Kept,
                Figure(effect.Ratio, WhatGoesWith.Rounded), Figure(Math.Exp(effect.Lower), WhatGoesWith.Rounded), Figure(Math.Exp(effect.Upper), WhatGoesWith.Rounded),
                Figure(100 * points.Value, Tenth), Figure(100 * points.Lower, Tenth), Figure(100 * points.Upper, Tenth))));
        }
        factors.AddRange(references.Select(r => new EngagementFactor($"{r.Column}: {r.Value}", new(FactorState.Beside))));
        return (factors, $"Told {whom}, with everything in the table held alike at once. What goes with staying need not lead to it.");
    }

    // Of a number the cells are above its middle value and not above.
    private static bool IsEnough(double[] values, bool[] stayed, int least)
    {
        double middle = values.Order().ElementAt(values.Length / 2), cut = values.All(v => v is 0 or 1) ? 0.5 : middle;
        Span<int> cells = stackalloc int[4];
        for (int r = 0; r < values.Length; r++) cells[(values[r] > cut ? 2 : 0) + (stayed[r] ? 1 : 0)]++;
        foreach (int cell in cells)
            if (cell < least) return false;
        return true;
    }

    private static ModelColumns Some(ModelColumns columns, int[] which) => new([.. which.Select(c => columns.Names[c])], [.. which.Select(c => columns.Values[c])]);

    // Nought never as less than nought.
    private static double Tenth(double points) => Math.Round(points, 1) + 0.0;
}
