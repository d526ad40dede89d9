using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Picture.Surviving;

/// <summary>Seeded times with what goes with them: hazards in proportion, ties, late entry, strata.</summary>
sealed record RandomTimes(TimesToEvent Times, ModelColumns Columns, int[] Stratum)
{
    public static RandomTimes Of(int rows, double[] effects, ulong seed, double grid = 0, bool late = false, int causes = 1)
    {
        double[] time = new double[rows], entry = new double[rows];
        int[] cause = new int[rows], stratum = new int[rows];
        double[][] x = [.. effects.Select(_ => new double[rows])];
        for (int r = 0; r < rows; r++)
        {
            Chance chance = new(seed, (ulong)r, 7);
            stratum[r] = chance.Below(3);
            do
            {
                double eta = stratum[r] * 0.4;
                for (int c = 0; c < effects.Length; c++)
                {
                    x[c][r] = c % 2 == 0 ? chance.Normal() : chance.Below(2);
                    eta += effects[c] * x[c][r];
                }
                double event_ = chance.Exponential() * Math.Exp(-eta), censored = chance.Exponential() * 1.5;
                time[r] = Math.Min(event_, censored);
                cause[r] = event_ <= censored ? 1 + chance.Below(causes) : 0;
                if (grid > 0) time[r] = Math.Ceiling(time[r] / grid) * grid;
                entry[r] = late ? chance.Share() * 0.5 : double.NegativeInfinity;
                if (grid > 0 && late) entry[r] = Math.Floor(entry[r] / grid) * grid;
            }
            while (entry[r] >= time[r]);
        }
        return new(new(time, cause) { Entry = late ? entry : null }, new([.. effects.Select((_, c) => $"x{c}")], x), stratum);
    }

    /// <summary>The same rows in another order.</summary>
    public RandomTimes Turned()
    {
        int n = Times.Time.Length;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(r => (r * 7919L) % n).ThenByDescending(r => r)];
        T[] Put<T>(T[] values) => [.. order.Select(r => values[r])];
        return new(
            new(Put(Times.Time), Put(Times.Cause)) { Entry = Times.Entry is null ? null : Put(Times.Entry), Weight = Times.Weight is null ? null : Put(Times.Weight) },
            Columns with { Values = [.. Columns.Values.Select(Put)] }, Put(Stratum));
    }

    /// <summary>Every row watched in two stretches instead of one: nothing anyone could tell from it changes.</summary>
    public RandomTimes Split(out int[] person)
    {
        int n = Times.Time.Length;
        double[] from = Times.Entry ?? [.. Enumerable.Repeat(0.0, n)], cut = [.. from.Select((f, r) => f + ((Times.Time[r] - f) * 0.37))];
        T[] Twice<T>(T[] values) => [.. values, .. values];
        person = Twice(Enumerable.Range(0, n).ToArray());
        return new(
            new([.. cut, .. Times.Time], [.. new int[n], .. Times.Cause]) { Entry = [.. from, .. cut] },
            Columns with { Values = [.. Columns.Values.Select(Twice)] }, Twice(Stratum));
    }
}
