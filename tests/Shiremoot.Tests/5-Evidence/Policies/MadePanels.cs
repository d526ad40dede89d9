using System.Globalization;
using System.Text;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Evidence.Policies;

/// <summary>Panels and series by a rule that R repeats, and panels with an effect planted in them.</summary>
static class MadePanels
{
    /// <summary>S. K. Park and K. W. Miller's (1988) generator, as in the R of <see cref="DifferenceTests"/>.</summary>
    public static double[] Draws(int count, long seed)
    {
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) draws[i] = (seed = seed * 16807 % 2147483647) / 2147483647.0;
        return draws;
    }

    /// <summary>12 areas by 8 periods; the first five treated from 2016.</summary>
    public static PanelRows Twelve()
    {
        double[] draws = Draws(96, 42);
        double[] outcome = [.. Enumerable.Range(0, 96).Select(i => (Unit: (i / 8) + 1, At: i % 8, Draw: draws[i])).Select(c => Math.Round(10 + c.Unit + (0.5 * c.At) + (4 * (c.Draw - 0.5)) + (c.Unit <= 5 && c.At >= 5 ? -2 : 0), 3))];
        return new("panel", [.. Enumerable.Range(1, 12).Select(u => $"A{u:00}")], [.. Enumerable.Range(2011, 8).Select(p => $"{p}")], outcome, [.. Enumerable.Range(1, 12).Select(u => u <= 5 ? 5 : -1)]);
    }

    public static DifferenceQuestion Asked { get; } = new("y", "id", "period", "treated", "2016");

    public static string ToCsv(this PanelRows panel)
    {
        StringBuilder text = new("id,period,y,treated,people\n");
        for (int u = 0; u < panel.Units.Count; u++)
            for (int p = 0; p < panel.Periods.Count; p++)
                text.Append(CultureInfo.InvariantCulture, $"{panel.Units[u]},{panel.Periods[p]},{(panel.Outcome[(u * panel.Periods.Count) + p] is var y && double.IsNaN(y) ? "" : y.ToString("R", CultureInfo.InvariantCulture))},{(panel.From[u] >= 0 ? 1 : 0)},{100 + (37 * ((u + 1) * 5 % 7))}\n");
        return text.ToString();
    }

    /// <summary>48 months from January 2015 with a break in July 2017: figures, a comparison, counts and what they are among.</summary>
    public static string Months()
    {
        double[] own = Draws(48, 7), other = Draws(48, 11), counts = Draws(48, 23);
        StringBuilder text = new("month,y,x,n,k\n");
        for (int t = 0; t < 48; t++)
        {
            int s = t - 30, month = t % 12;
            double y = Math.Round(50 + (0.2 * t) + (5 * Math.Sin(2 * Math.PI * month / 12)) + (s >= 0 ? -6 - (0.3 * s) : 0) + (6 * (own[t] - 0.5)), 3);
            double x = Math.Round(30 + (0.1 * t) + (5 * Math.Sin(2 * Math.PI * month / 12)) + (6 * (other[t] - 0.5)), 3), n = Math.Round(400 + (20 * Math.Sin(t)));
            double k = Math.Round(n * Math.Exp(-2 + (0.005 * t) + (s >= 0 ? -0.25 : 0) + (0.5 * (counts[t] - 0.5))));
            text.Append(CultureInfo.InvariantCulture, $"{2015 + (t / 12)}-{month + 1:00},{y},{x},{n},{k}\n");
        }
        return text.ToString();
    }

    /// <summary>Areas whose errors hang together from period to period, half of them treated half-way, with a true effect.</summary>
    public static PanelRows Planted(ulong seed, int units, int periods, double effect)
    {
        Chance chance = new(seed, 0, 1);
        double[] outcome = new double[units * periods];
        for (int u = 0; u < units; u++)
        {
            double level = 3 * chance.Normal(), error = chance.Normal();
            for (int p = 0; p < periods; p++)
            {
                error = (0.5 * error) + chance.Normal();
                outcome[(u * periods) + p] = level + (0.3 * p) + error + (u < units / 2 && p >= periods / 2 ? effect : 0);
            }
        }
        return new("made", [.. Enumerable.Range(0, units).Select(u => $"{u}")], [.. Enumerable.Range(0, periods).Select(p => $"{p}")], outcome, [.. Enumerable.Range(0, units).Select(u => u < units / 2 ? periods / 2 : -1)]);
    }
}
