namespace Shiremoot.Picture.Regressing;

/// <summary>Follow-up cut at some times: a row for each row and stretch it spends time in.</summary>
sealed record Stretches(double[] Events, double[] Spent, int[] Row, ModelColumns Columns)
{
    public static Stretches Of(TimesToEvent times, double[] cuts, ModelColumns columns)
    {
        List<double> events = [], spent = [];
        List<int> rows = [], stretch = [];
        for (int r = 0; r < times.Time.Length; r++)
        {
            double from = times.Entry![r], until = times.Time[r];
            for (int k = 0; k <= cuts.Length && from < until; k++)
            {
                double end = k == cuts.Length ? until : Math.Min(until, cuts[k]);
                if (end <= from) continue;
                events.Add(end == until && times.Cause[r] == 1 ? 1 : 0);
                spent.Add(end - from);
                rows.Add(r);
                stretch.Add(k);
                from = end;
            }
        }
        int[] present = [.. stretch.Distinct().Order()];
        double[][] values =
        [
            .. columns.Values.Select(v => rows.Select(r => v[r]).ToArray()),
            .. present.Skip(1).Select(k => stretch.Select(s => s == k ? 1.0 : 0).ToArray()),
        ];
        return new([.. events], [.. spent], [.. rows], new([.. columns.Names, .. present.Skip(1).Select(k => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"after {cuts[k - 1]}"))], values));
    }
}
