using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Synthesising;

enum RowState
{
    Known,
    Empty,
    SaysNothing,
    Nought,
    Fault,
}

/// <summary>What one row came to.</summary>
readonly record struct RowEffect(RowState State, double Effect = 0, double Variance = 0, string Fault = "", bool IsCorrected = false);

/// <summary>Which columns an effect is made of, and how.</summary>
sealed class EffectForm
{
    private enum Kind
    {
        Given,
        Counts,
        Means,
        Times,
    }

    private readonly Kind kind;

    private EffectForm(Kind kind, IReadOnlyList<(string Option, string Column)> columns) => (this.kind, Columns) = (kind, columns);

    public IReadOnlyList<(string Option, string Column)> Columns { get; }

    public static Outcome<EffectForm> Of(SynthesisQuestion q)
    {
        StudyColumns c = q.Columns;
        if (c.Effect is not null)
        {
            if (c.Variance is null == c.Error is null) return SynthesisRefusals.ColumnsDoNotFit(q.Measure.Code(), "with --effect one of --variance and --error");
            if ((string?[])[c.Events1, c.Events2, c.Total1, c.Total2, c.Mean1, c.Mean2, c.Spread1, c.Spread2, c.Time1, c.Time2] is var others && Array.Exists(others, o => o is not null))
                return SynthesisRefusals.ColumnsDoNotFit(q.Measure.Code(), "either --effect, or what it is worked out from, not both");
            return new EffectForm(Kind.Given, [("--effect", c.Effect), c.Variance is not null ? ("--variance", c.Variance) : ("--error", c.Error!)]);
        }
        return q.Measure switch
        {
            SynthesisMeasure.OddsRatio or SynthesisMeasure.RiskRatio or SynthesisMeasure.RiskDifference =>
                Made(q, Kind.Counts, ("--events-1", c.Events1), ("--total-1", c.Total1), ("--events-2", c.Events2), ("--total-2", c.Total2)),
            SynthesisMeasure.StandardisedMeanDifference or SynthesisMeasure.MeanDifference =>
                Made(q, Kind.Means, ("--mean-1", c.Mean1), ("--sd-1", c.Spread1), ("--total-1", c.Total1), ("--mean-2", c.Mean2), ("--sd-2", c.Spread2), ("--total-2", c.Total2)),
            SynthesisMeasure.IncidenceRateRatio => Made(q, Kind.Times, ("--events-1", c.Events1), ("--time-1", c.Time1), ("--events-2", c.Events2), ("--time-2", c.Time2)),
            _ => SynthesisRefusals.ColumnsDoNotFit(q.Measure.Code(), "--effect with --variance or --error; or say with --measure what is to be worked out: or, rr or rd of events and totals, smd or md of means, irr of events and time"),
        };
    }

    /// <summary>True if the row says nothing at all of an effect.</summary>
    public bool IsEmpty(FigureTable table, int row) => kind == Kind.Given ? table.IsMissing(row, Columns[0].Column) : Columns.All(c => table.IsMissing(row, c.Column));

    public RowEffect Effect(FigureTable table, int row, SynthesisQuestion q)
    {
        if (IsEmpty(table, row)) return new(RowState.Empty);
        double[] n = new double[Columns.Count];
        for (int c = 0; c < n.Length; c++)
        {
            string column = Columns[c].Column;
            if (!table.TryNumber(row, column, out n[c])) return Wrong($"the value of '{column}' is not a number");
            if (double.IsNaN(n[c])) return Wrong($"'{column}' is missing");
        }
        return kind switch
        {
            Kind.Given => Given(n, q),
            Kind.Counts => Counts(n, q),
            Kind.Means => Means(n, q),
            _ => Times(n, q),
        };
    }

    private static Outcome<EffectForm> Made(SynthesisQuestion q, Kind kind, params (string Option, string? Column)[] columns) => columns.All(c => c.Column is not null)
        ? new EffectForm(kind, [.. columns.Select(c => (c.Option, c.Column!))])
        : SynthesisRefusals.ColumnsDoNotFit(q.Measure.Code(), $"{string.Join(", ", columns.Select(c => c.Option))}; or --effect with --variance or --error");

    private RowEffect Given(double[] n, SynthesisQuestion q)
    {
        if (!(n[1] > 0)) return Wrong(string.Create(CultureInfo.InvariantCulture, $"'{Columns[1].Column}' is {n[1]}, and must be above 0"));
        double variance = q.Columns.Variance is not null ? n[1] : n[1] * n[1];
        return variance > 0 && double.IsFinite(variance) && double.IsFinite(1 / variance) ? new(RowState.Known, n[0], variance) : Wrong($"'{Columns[1].Column}' is too small or too large to weigh by");
    }

    private RowEffect Counts(double[] n, SynthesisQuestion q)
    {
        for (int g = 0; g < 4; g += 2)
            if (n[g] < 0 || n[g + 1] <= 0 || n[g] > n[g + 1]) return Wrong(string.Create(CultureInfo.InvariantCulture, $"{n[g]} events in '{Columns[g].Column}' of {n[g + 1]} in '{Columns[g + 1].Column}' cannot be"));
        return Made(EffectSizes.OfCounts(q.Measure, n[0], n[1], n[2], n[3], q.Continuity), n[0] == 0 || n[2] == 0 || n[0] == n[1] || n[2] == n[3],
            string.Create(CultureInfo.InvariantCulture, $"{n[0]} of {n[1]} and {n[2]} of {n[3]}"));
    }

    private RowEffect Means(double[] n, SynthesisQuestion q)
    {
        for (int g = 0; g < 6; g += 3)
            if (!(n[g + 1] > 0) || n[g + 2] < 2) return Wrong($"'{Columns[g + 1].Column}' must be above 0 and '{Columns[g + 2].Column}' at least 2");
        (double effect, double variance) = EffectSizes.OfMeans(q.Measure, n[0], n[1], n[2], n[3], n[4], n[5]);
        return new(RowState.Known, effect, variance);
    }

    private RowEffect Times(double[] n, SynthesisQuestion q)
    {
        for (int g = 0; g < 4; g += 2)
            if (n[g] < 0 || !(n[g + 1] > 0)) return Wrong($"'{Columns[g].Column}' must be at least 0 and '{Columns[g + 1].Column}' above 0");
        return Made(EffectSizes.OfTimes(n[0], n[1], n[2], n[3], q.Continuity), n[0] == 0 || n[2] == 0, string.Create(CultureInfo.InvariantCulture, $"{n[0]} and {n[2]} events"));
    }

    private static RowEffect Made((EffectState State, double Effect, double Variance) of, bool hasNought, string shown) => of.State switch
    {
        EffectState.Nought => new(RowState.Nought, Fault: $"{shown}."),
        EffectState.SaysNothing => new(RowState.SaysNothing),
        _ => of.Variance > 0 ? new(RowState.Known, of.Effect, of.Variance, IsCorrected: hasNought) : new(RowState.Nought, Fault: $"{shown}: no variance."),
    };

    private static RowEffect Wrong(string says) => new(RowState.Fault, Fault: $"{says}.");
}
