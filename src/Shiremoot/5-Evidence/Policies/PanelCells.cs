
namespace Shiremoot.Evidence.Policies;

/// <summary>The cells of a panel while they are read: figures, what is treated, weights, and what is wrong.</summary>
sealed class PanelCells(FigureTable table, DifferenceQuestion question, int units, int periods)
{
    private readonly long[] line = new long[units * periods];
    private readonly bool?[] treated = new bool?[units * periods];
    private readonly double[] weight = new double[units];
    private readonly int[] weighed = new int[units];

    public double[] Outcome { get; } = [.. Enumerable.Repeat(double.NaN, units * periods)];

    public List<string> Faults { get; } = [];

    /// <summary>The mean weight of each unit; null where none is asked for.</summary>
    public double[]? Weights => question.Weight is null ? null : [.. Enumerable.Range(0, units).Select(u => weight[u] / Math.Max(1, weighed[u]))];

    public void Take(int row, int unit, int period)
    {
        int cell = (unit * periods) + period;
        if (line[cell] > 0)
        {
            Fault(row, $"'{table.Text(row, question.Unit)}' has figures of {table.Text(row, question.Period)} already, in line {line[cell]}");
            return;
        }
        line[cell] = table.Lines[row];
        if (!table.TryNumber(row, question.Outcome, out double number)) Fault(row, $"'{table.Text(row, question.Outcome)}' of {question.Outcome} is not a number");
        else Outcome[cell] = number;
        treated[cell] = table.Text(row, question.Treated).Trim().ToUpperInvariant() switch { "1" or "YES" or "TRUE" => true, "0" or "NO" or "FALSE" => false, _ => null };
        if (treated[cell] is null) Fault(row, $"'{table.Text(row, question.Treated)}' of {question.Treated} is neither 1 nor 0");
        if (question.Weight is null) return;
        if (table.IsMissing(row, question.Weight) || !table.TryNumber(row, question.Weight, out double counts) || !(counts > 0)) Fault(row, $"'{table.Text(row, question.Weight)}' of {question.Weight} is not a number above 0");
        else (weight[unit], weighed[unit]) = (weight[unit] + counts, weighed[unit] + 1);
    }

    /// <summary>Of each unit, from when it is treated: by its rows, or from one start where the column says which units are.</summary>
    public int[] From(string[] names, int? start)
    {
        int[] from = new int[units];
        for (int u = 0; u < units; u++)
        {
            bool?[] own = treated[(u * periods)..((u + 1) * periods)];
            int first = Array.IndexOf(own, true), off = first < 0 ? -1 : Array.FindIndex(own, first, t => t == false);
            from[u] = first < 0 ? -1 : start ?? first;
            if (start is not null && first >= 0 && Array.IndexOf(own, false) >= 0) Faults.Add($"{table.File}: '{names[u]}' is 1 in some rows of {question.Treated} and 0 in others. With --from it says of a unit whether it is treated at all; leave --from out if it says from when.");
            else if (start is null && off >= 0) Faults.Add($"{table.File}: '{names[u]}' is 1 in {question.Treated} and then 0 again. A policy that ends cannot be told by this method; leave out the rows after it ended.");
        }
        return from;
    }

    private void Fault(int row, string says) => Faults.Add($"{table.File}:{table.Lines[row]}: {says}.");
}
