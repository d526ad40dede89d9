namespace Shiremoot.Futures.Forecasting;

/// <summary>How often the sum of a flow over all quarters ahead fell within the middle nine tenths of drawn paths: what paths add to single intervals.</summary>
static class SumCheck
{
    private const int Draws = 400;

    public static (int Held, int Sums) Of(FlowTable table, IReadOnlyList<Standing> standings, int ahead, ulong seed)
    {
        int held = 0, sums = 0, n = table.Series.Count;
        StockFlow stocks = new(table);
        double[] path = new double[n * ahead];
        foreach (Standing at in standings.Where(s => s.Known.Origin >= FlowRules.LeastQuarters && s.Known.Origin + ahead <= table.Quarters.Count))
        {
            double together = Correlation.Of(standings, at.Known);
            double[][] drawn = [.. Enumerable.Range(0, n).Select(_ => new double[Draws])];
            for (int d = 0; d < Draws; d++)
            {
                PathDrawing.Draw(at, stocks, together, seed, d, path, ahead);
                for (int s = 0; s < n; s++)
                    for (int h = 0; h < ahead; h++) drawn[s][d] += path[(s * ahead) + h];
            }
            for (int s = 0; s < n; s++)
            {
                if (table.Series[s].Kind != SeriesKind.Flow) continue;
                Array.Sort(drawn[s]);
                double came = table.Values[s][at.Known.Origin..(at.Known.Origin + ahead)].Sum();
                if (came >= drawn[s][Draws / 20] && came <= drawn[s][Draws - 1 - (Draws / 20)]) held++;
                sums++;
            }
        }
        return (held, sums);
    }
}
