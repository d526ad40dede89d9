using System.Globalization;
using Shiremoot.Picture.Indicators;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// Which things go with coming back when the other things are held alike. They are chosen on one half of the people and measured on the other, so that the intervals are honest.
/// Method: docs/methods/what-goes-with-reoffending.md.
/// </summary>
static class WhatGoesWith
{
    /// <summary>The breakdown of the people into five parts by the chance foretold of them.</summary>
    public const string ByFifth = "fifth of the chance foretold";

    private const int LeastPeople = 100, LeastForEach = 10, Parts = 5;

    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (PeopleDrawing.Followed(measure, drawn, setting, notes).Refused(out Refusal? why, out byte[]? answer)) return why;
        if (AskedFactors.Of(measure, drawn, setting).Refused(out why, out IReadOnlyList<AskedFactor>? asked)) return why;
        long unknown = 0;
        for (int p = 0; p < answer.Length; p++)
        {
            if (answer[p] is not (Answers.Yes or Answers.No) || asked.All(a => a.IsKnown(p))) continue;
            answer[p] = Answers.LeftOut;
            unknown++;
        }
        if (unknown > 0) notes.Add($"{PeopleDrawing.Shown(setting.Rules, unknown)} people of whom something asked is not known are left out.");

        int[] people = [.. Enumerable.Range(0, answer.Length).Where(p => answer[p] is Answers.Yes or Answers.No)];
        bool[] came = Array.ConvertAll(people, p => answer[p] == Answers.Yes);
        Groups everyone = Groups.Everyone(answer.Length);
        PeopleRow all = Shares.Of(answer, [everyone], setting.Rules, setting.Interval).Row(everyone, 0, 0);

        SampleHalves halves = SampleHalves.Of(came, measure.Seed);
        IReadOnlyList<FactorColumn> columns = FactorColumns.Of(asked, people, came, halves, setting.Rules.Threshold);
        int[] standing = [.. Enumerable.Range(0, columns.Count).Where(c => columns[c].State == FactorState.Kept)];
        if (Missing(came, standing.Length, all, setting.Rules) is { } missing) return WithoutModel(all, columns, missing, notes);
        bool[] isHeld = [.. standing.Select(c => columns[c].IsHeld)];
        ModelColumns values = new([.. standing.Select(c => columns[c].Name)], [.. standing.Select(c => columns[c].Values)]);
        if (SplitRegression.Fit(came, values, isHeld, halves, new() { Seed = measure.Seed, Threads = setting.Threads }).Refused(out why, out SplitModel? split)) return WithoutModel(all, columns, why.Says, notes);

        notes.Add("Things are chosen on one half of the people, drawn by chance, and measured on the other half. Another draw would give somewhat other figures.");
        notes.Add("What goes with coming back need not lead to it.");
        List<PeopleRow> rows = Modelled(all, columns, standing, split, Array.ConvertAll(halves.Fitting, r => came[r]), setting);
        if (rows[0].Model is { Kept: > 0 } model) notes.Add(model.Says);
        return rows;
    }

    // Firth and ten returns for each thing: P. Peduzzi and others (1996).
    private static string? Missing(bool[] came, int columns, PeopleRow all, DisclosureRules rules)
    {
        int returned = came.Count(c => c), fewer = Math.Min(returned, came.Length - returned), needed = Math.Max(LeastForEach * columns, 2 * rules.Threshold);
        if (columns == 0) return "Nothing asked has enough people with it and without it, who came back and who did not.";
        if (came.Length >= LeastPeople && fewer >= needed && !all.People.IsWithheld && !all.With!.Value.IsWithheld) return null;
        return string.Create(CultureInfo.InvariantCulture, $"Too few to tell {columns} things apart: that needs {LeastPeople} people, and {needed} who came back and {needed} who did not. Ask fewer things, or of a larger cohort.");
    }

    private static List<PeopleRow> WithoutModel(PeopleRow all, IReadOnlyList<FactorColumn> columns, string why, List<string> notes)
    {
        notes.Add(why);
        return [all, .. columns.Select(c => Row(c, all, new(c.State is FactorState.Kept or FactorState.Beside ? FactorState.NoModel : c.State)))];
    }

    private static List<PeopleRow> Modelled(PeopleRow all, IReadOnlyList<FactorColumn> columns, int[] standing, SplitModel split, bool[] came, PeopleSetting setting)
    {
        Protected<double> Figure(double value) => double.IsFinite(value) ? all.People.Then(_ => value) : default;
        int[] inModel = [.. split.Kept.Select(k => standing[k])];
        List<PeopleRow> rows = [];
        ModelColumns fitted = new([.. inModel.Select(c => columns[c].Name)], split.Values);
        double[] odds = split.Model is { } known ? SplitRegression.Odds(known, came, fitted) : [];
        for (int c = 0; c < columns.Count; c++)
        {
            int at = Array.IndexOf(inModel, c);
            FactorColumn column = columns[c];
            if (at < 0)
            {
                rows.Add(Row(column, all, new(column.State == FactorState.Kept ? FactorState.NotKept : column.State)));
                continue;
            }
            Coefficient effect = split.Model!.Coefficients[at];
            int[] others = column.IsHeld && !column.IsNumber ? [.. Enumerable.Range(0, inModel.Length).Where(o => o != at && columns[inModel[o]].Asked == column.Asked)] : [];
            AverageDifference points = AverageDifference.Of(split.Model, fitted, odds, at, others, column.IsNumber);
            rows.Add(Row(column, all, new(column.IsHeld ? FactorState.HeldAlike : FactorState.Kept,
                Figure(Rounded(effect.Ratio)), Figure(Rounded(Math.Exp(effect.Lower))), Figure(Rounded(Math.Exp(effect.Upper))),
                Figure(Tenth(100 * points.Value)), Figure(Tenth(100 * points.Lower)), Figure(Tenth(100 * points.Upper)))));
        }
        // Things asked about first, the values held alike after them.
        rows = [.. rows.OrderBy(r => r.Factor!.IsHeldAlike)];
        if (split.Unseen is not { } unseen) return [all with { Model = new(standing.Length, 0, default, default, default, default, default, default, default, default, default) }, .. rows];
        Protected<double> Two(double value) => Figure(Math.Round(value, 2));
        Discrimination? area = RocArea.Of(unseen, came).Refused(out _, out Discrimination? found) ? null : found;
        CalibrationFit? fit = Calibration.Of(unseen, came).Refused(out _, out CalibrationFit? calibrated) ? null : calibrated;
        FactorModel model = new(standing.Length, inModel.Length, Two(area?.Area ?? double.NaN), Two(area?.Interval.Lower ?? double.NaN), Two(area?.Interval.Upper ?? double.NaN),
            Two(fit?.InTheLarge ?? double.NaN), Two(fit?.InTheLargeInterval.Lower ?? double.NaN), Two(fit?.InTheLargeInterval.Upper ?? double.NaN),
            Two(fit?.Slope ?? double.NaN), Two(fit?.SlopeInterval.Lower ?? double.NaN), Two(fit?.SlopeInterval.Upper ?? double.NaN));
        return [all with { Model = model }, .. rows, .. Fifths(unseen, came, setting)];
    }

    private static PeopleRow Row(FactorColumn column, PeopleRow all, PeopleFactor factor) =>
        new(Prevalence.ByEach, column.Name) { People = all.People, Factor = factor with { IsHeldAlike = column.IsHeld } };

    /// <summary>Two decimals; whole numbers from ten on.</summary>
    internal static double Rounded(double ratio) => Math.Round(ratio, ratio < 9.995 ? 2 : 0);

    // Nought never as less than nought.
    private static double Tenth(double points) => Math.Round(points, 1) + 0.0;

    // What was foretold beside what came, in parts of the people by what was foretold; people foretold the same are in one part.
    private static IEnumerable<PeopleRow> Fifths(double[] unseen, bool[] came, PeopleSetting setting)
    {
        int[] order = [.. Enumerable.Range(0, unseen.Length).OrderBy(r => unseen[r]).ThenBy(r => r)];
        long[,] counts = new long[Parts, 2];
        double[] foretold = new double[Parts];
        for (int i = 0, first = 0; i < order.Length; i++)
        {
            if (!unseen[order[i]].Equals(unseen[order[first]])) first = i;
            int part = (int)((long)Parts * first / order.Length);
            counts[part, came[order[i]] ? 0 : 1]++;
            foretold[part] += unseen[order[i]];
        }
        int[] there = [.. Enumerable.Range(0, Parts).Where(p => counts[p, 0] + counts[p, 1] > 0)];
        RawCount[,] cells = new RawCount[there.Length, 2];
        for (int t = 0; t < there.Length; t++) (cells[t, 0], cells[t, 1]) = (new(counts[there[t], 0]), new(counts[there[t], 1]));
        ProtectedTable table = ProtectedTable.Protect(cells, setting.Rules);
        for (int t = 0; t < there.Length; t++)
        {
            double mean = foretold[there[t]] / (counts[there[t], 0] + counts[there[t], 1]);
            string name = there[t] switch { 0 => "Lowest", Parts - 1 => "Highest", var p => string.Create(CultureInfo.InvariantCulture, $"Part {p + 1} of {Parts}") };
            yield return new PeopleRow(ByFifth, name)
            {
                People = table.RowTotal(t),
                With = table[t, 0],
                Share = ProtectedShare.Of(table[t, 0], table.RowTotal(t), setting.Interval),
                Foretold = table.RowTotal(t).Then(_ => Math.Round(mean, 2)),
            };
        }
    }
}
