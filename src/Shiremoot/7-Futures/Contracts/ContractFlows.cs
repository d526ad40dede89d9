using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>The flows of a result as a contract counts them: units by run, then line, then year, as exact decimals.</summary>
internal sealed class ContractFlows
{
    private readonly int runs, cells;
    private readonly int controls;

    private ContractFlows(Contract contract, int runs, decimal[] baseline, decimal[] option, decimal[]? target)
    {
        (this.runs, cells, controls) = (runs, contract.Lines.Count * contract.Years.Count, contract.Counterfactual.Times);
        (Baseline, Option, Target) = (baseline, option, target);
        Means = new decimal[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            decimal sum = 0;
            for (int run = 0; run < runs; run++) sum += baseline[(run * cells) + cell];
            Means[cell] = decimal.Round(sum / runs, 6);
        }
        Agreed = new decimal[cells];
        for (int line = 0; line < contract.Lines.Count; line++)
            for (int year = 0; year < contract.Years.Count; year++)
            {
                int cell = (line * contract.Years.Count) + year;
                Agreed[cell] = contract.Lines[line].Baseline?[year] ?? Means[cell];
            }
    }

    public int Runs => runs;

    public decimal[] Baseline { get; }

    public decimal[] Option { get; }

    /// <summary>The option doing exactly what the contract asks for; null where only a result could say.</summary>
    public decimal[]? Target { get; }

    /// <summary>Units of the baseline arm on average, by line and year.</summary>
    public decimal[] Means { get; }

    /// <summary>The baseline as agreed, or what the baseline arm has on average.</summary>
    public decimal[] Agreed { get; }

    public ReadOnlySpan<decimal> Of(decimal[] arm, int run) => arm.AsSpan(run * cells, cells);

    /// <summary>
    /// What a run is set against. A control group of k times the size is the mean of the baseline arm in the k runs after this one: people like them, whose luck is their own.
    /// </summary>
    public void Counter(int run, Span<decimal> counter)
    {
        if (controls == 0)
        {
            Agreed.CopyTo(counter);
            return;
        }
        counter.Clear();
        for (int next = 1; next <= controls; next++)
        {
            ReadOnlySpan<decimal> other = Of(Baseline, (run + next) % runs);
            for (int cell = 0; cell < cells; cell++) counter[cell] += other[cell];
        }
        for (int cell = 0; cell < cells; cell++) counter[cell] /= controls;
    }

    public static Outcome<ContractFlows> Of(Contract contract, FlowRuns flows, string? armName)
    {
        string[] options = [.. flows.Arms.Where(a => a != FlowRuns.Baseline && a != DemandDrawing.Target)];
        string? named = armName ?? (options.Length == 1 ? options[0] : null);
        if (named is null || !options.Contains(named)) return Refusals.WhichArm(options, armName);
        int least = Math.Max(100, 1 + Math.Max(contract.Counterfactual.Times, contract.Pool?.Members ?? 0));
        if (flows.Runs < least) return Refusals.TooFewRuns(flows.Runs, least, "a chance of one in ten cannot be told, or a control group or a pool is made of other runs");
        int[] series = new int[contract.Lines.Count], years = new int[contract.Years.Count];
        bool isNumbered = flows.Years.All(y => int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n < 1000);
        for (int line = 0; line < series.Length; line++)
        {
            ContractLine l = contract.Lines[line];
            series[line] = flows.SeriesNamed(flows.Arm(DemandDrawing.Target) >= 0 ? l.Id : l.Series);
            if (series[line] < 0) return Refusals.NoSeries(l.Id, l.Series, flows.Series);
        }
        for (int year = 0; year < years.Length; year++)
        {
            years[year] = isNumbered ? year : flows.Years.ToList().IndexOf(contract.Years[year]);
            if (years[year] < 0 || years[year] >= flows.Years.Count) return Refusals.NoYear(isNumbered ? $"year {year + 1}" : contract.Years[year], flows.Years);
        }
        bool isDrawn = flows.Arm(DemandDrawing.Target) >= 0;
        decimal[] Units(int arm)
        {
            decimal[] units = new decimal[flows.Runs * series.Length * years.Length];
            for (int line = 0; line < series.Length; line++)
                for (int year = 0; year < years.Length; year++)
                {
                    ReadOnlySpan<double> values = flows.Of(arm, series[line], years[year]);
                    decimal share = isDrawn ? 1 : contract.Lines[line].Share;
                    for (int run = 0; run < values.Length; run++) units[(((run * series.Length) + line) * years.Length) + year] = decimal.Round((decimal)values[run] * share, 6);
                }
            return units;
        }
        ContractFlows read = new(contract, flows.Runs, Units(flows.Arm(FlowRuns.Baseline)), Units(flows.Arm(named)), isDrawn ? Units(flows.Arm(DemandDrawing.Target)) : null);
        for (int line = 0; line < series.Length; line++)
            for (int year = 0; year < years.Length; year++)
                if (read.Agreed[(line * years.Length) + year] <= 0) return Refusals.NoBaseline(contract.Lines[line].Id);
        return read;
    }
}
