using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>Whether a panel can tell an effect, and what of it cannot.</summary>
static class PanelChecks
{
    /// <summary>The panel without units that can say nothing; refused where too little is left.</summary>
    public static Outcome<PanelRows> Usable(PanelRows panel)
    {
        int units = panel.Units.Count, periods = panel.Periods.Count;
        if (panel.Outcome.Length != units * periods || panel.From.Length != units) throw new ArgumentException("Units, periods and figures do not fit together.", nameof(panel));
        if (units < 3) return PolicyRefusals.FewUnits(panel.File, units);
        double[] known = [.. panel.Outcome.Where(v => !double.IsNaN(v))];
        if (known.Length == 0 || known.Max() - known.Min() <= 1e-12 * known.Max(Math.Abs)) return PolicyRefusals.OneOutcome(panel.File);
        if (Array.TrueForAll(panel.From, f => f < 0)) return PolicyRefusals.NoneTreated(panel.File);
        if (Array.TrueForAll(panel.From, f => f <= 0)) return Array.TrueForAll(panel.From, f => f == 0) ? PolicyRefusals.AllTreated(panel.File) : PolicyRefusals.NoneBefore(panel.File);

        int[] always = [.. Enumerable.Range(0, units).Where(u => panel.From[u] == 0)];
        int[] silent = [.. Enumerable.Range(0, units).Where(u => panel.From[u] != 0 && !Says(panel, u))];
        int[] kept = [.. Enumerable.Range(0, units).Except(always).Except(silent)];
        List<string> notes = [.. panel.Notes];
        if (always.Length > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{always.Length} {(always.Length == 1 ? "unit was" : "units were")} treated from the first period on, so that nothing is known of before: left out."));
        if (silent.Length > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{silent.Length} {(silent.Length == 1 ? "unit has" : "units have")} no figure before the policy, or none since: left out."));
        int[] from = [.. kept.Select(u => panel.From[u])];
        if (kept.Length < 3) return PolicyRefusals.FewUnits(panel.File, kept.Length);
        if (Array.TrueForAll(from, f => f < 0)) return PolicyRefusals.NothingToCompare(panel.File);
        if (Array.TrueForAll(from, f => f == from[0])) return PolicyRefusals.AllTreated(panel.File);
        PanelRows left = panel with
        {
            Units = [.. kept.Select(u => panel.Units[u])],
            Outcome = [.. kept.SelectMany(u => panel.Outcome.Skip(u * periods).Take(periods))],
            From = from,
            Weight = panel.Weight is { } weight ? [.. kept.Select(u => weight[u])] : null,
            Notes = notes,
        };
        return left;
    }

    /// <summary>The mean of treated units or of the others in a period; null without figures.</summary>
    public static double? Mean(PanelRows panel, int period, bool treated)
    {
        double sum = 0, of = 0;
        for (int u = 0; u < panel.Units.Count; u++)
        {
            if (panel.From[u] >= 0 != treated || double.IsNaN(panel.At(u, period))) continue;
            (sum, of) = (sum + (panel.WeightOf(u) * panel.At(u, period)), of + panel.WeightOf(u));
        }
        return of > 0 ? sum / of : null;
    }

    // A treated unit needs a figure before and one since; another needs two.
    private static bool Says(PanelRows panel, int unit)
    {
        int before = 0, since = 0;
        for (int p = 0; p < panel.Periods.Count; p++)
            if (!double.IsNaN(panel.At(unit, p)) && (panel.From[unit] < 0 || p < panel.From[unit])) before++;
            else if (!double.IsNaN(panel.At(unit, p))) since++;
        return panel.From[unit] < 0 ? before > 1 : before > 0 && since > 0;
    }
}
