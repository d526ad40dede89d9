namespace Shiremoot.Futures.Contracts;

/// <summary>Units on average, and how they changed beside elsewhere.</summary>
internal static class FlowFigures
{
    public static LineFlow[] Of(Contract contract, ContractFlows flows)
    {
        double[] with = Averages(flows, flows.Option);
        return [.. contract.Lines.SelectMany((line, at) => contract.Years.Select((year, t) =>
        {
            int cell = (at * contract.Years.Count) + t;
            return new LineFlow(line.Title, line.Unit, year, (double)flows.Agreed[cell], (double)flows.Means[cell], with[cell]);
        }))];
    }

    public static double[] Averages(ContractFlows flows, decimal[] arm)
    {
        double[] means = new double[flows.Agreed.Length];
        for (int cell = 0; cell < means.Length; cell++)
        {
            decimal sum = 0;
            for (int run = 0; run < flows.Runs; run++) sum += arm[(run * means.Length) + cell];
            means[cell] = (double)(sum / flows.Runs);
        }
        return means;
    }

    /// <summary>Change of all lines since the level before the contract, where that level and the change elsewhere are known.</summary>
    public static AdjustedEffect[] Adjusted(Contract contract, double[] units)
    {
        if (contract.Elsewhere is not { } outside || contract.Lines.Any(l => l.Baseline is null)) return [];
        int years = contract.Years.Count;
        double before = contract.Lines.Sum(l => (double)(l.Baseline![0] / contract.Counterfactual.Level(0)));
        return [.. contract.Years.Select((year, t) => new AdjustedEffect(year, (Enumerable.Range(0, contract.Lines.Count).Sum(l => units[(l * years) + t]) / before) - 1, (double?)outside.Change[t]))];
    }
}
