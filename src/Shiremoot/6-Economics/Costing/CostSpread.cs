using Shiremoot.Trust;

namespace Shiremoot.Economics.Costing;

/// <summary>Lays people out by their cost, the dearest first, and protects what is said of the groups that makes. Formulas: docs/methods/concentration.md.</summary>
static class CostSpread
{
    private const int Groups = 20;

    public static HeaviestUsers Of(CostSums sums, CostSetting setting, CostQuestion question, IReadOnlyList<double> top)
    {
        (int[] people, decimal[] cost) = Dearest(sums);
        decimal[]? harm = HarmKernel.Of(setting, people);
        DisclosureRules rules = setting.Rules;
        ProtectedAmount total = Alone(cost, 0, cost.Length, rules);
        (CostCurvePoint[] curve, double? gini) = Curve(cost, rules);
        List<string> notes = [.. CostNotes.Of(sums, setting, question), "Of people who cost anything in this time; those with no priced event are not among them."];
        if (harm is not null) notes.Add("Harm is the severity weight of each proven offence in all their records, in days of custody at the mean sentence; offences without a weight add nothing.");
        return new HeaviestUsers(
            question, question.Cohorts is [var cohort, ..] ? cohort.Cohort.Title : "", total, Median(cost, rules), [.. top.Select(t => Top(t, cost, harm, rules))], curve, gini,
            harm is null ? null : Alone(harm, 0, harm.Length, rules), CostNotes.Period(sums), notes, setting.Stories.Origin, rules);
    }

    // Of two who cost the same the one with the lower number goes first, so that the order is the same on any machine.
    private static (int[] People, decimal[] Cost) Dearest(CostSums sums)
    {
        long[] totals = sums.TotalOf!;
        int[] people = [.. Enumerable.Range(0, totals.Length).Where(p => totals[p] > 0 && sums.People.IsIn(0, p))];
        Array.Sort(people, (a, b) => totals[b] != totals[a] ? totals[b].CompareTo(totals[a]) : a.CompareTo(b));
        return (people, Array.ConvertAll(people, p => (decimal)totals[p] / PriceTable.Pound));
    }

    private static CostOfTop Top(double perCent, decimal[] cost, decimal[]? harm, DisclosureRules rules)
    {
        int first = Math.Min(cost.Length, (int)Math.Ceiling((cost.Length * perCent / 100) - 1e-9));
        ProtectedAmounts split = Split(cost, first, rules);
        return new CostOfTop(perCent, split[0, 0], split[0, 0].ShareOf(split.Total), harm is null ? null : Split(harm, first, rules) is var h ? h[0, 0].ShareOf(h.Total) : null);
    }

    // The first so many and the rest, protected together: the total less one is the other.
    private static ProtectedAmounts Split(decimal[] amounts, int first, DisclosureRules rules) =>
        Row([Raw(amounts, 0, first), Raw(amounts, first, amounts.Length)], Raw(amounts, 0, amounts.Length), rules);

    private static Protected<decimal> Median(decimal[] cost, DisclosureRules rules)
    {
        int n = cost.Length;
        if (rules.IsNone) return n == 0 ? default : rules.Protect(new Terms.RawCount(n)).Then(_ => (cost[(n - 1) / 2] + cost[n / 2]) / 2);
        int middle = Math.Min(n, Math.Max(2 * rules.Threshold, n / 10)), from = (n - middle) / 2;
        return Alone(cost, from, from + middle, rules).Mean;
    }

    // Where exact figures may be shown a point each twentieth; else twenty groups protected together, and no curve if one of them may not be shown.
    private static (CostCurvePoint[] Curve, double? Gini) Curve(decimal[] cost, DisclosureRules rules)
    {
        if (cost.Length < Groups) return ([], null);
        int[] ends = [.. Enumerable.Range(0, Groups + 1).Select(g => (int)((long)cost.Length * g / Groups))];
        ProtectedAmounts groups = Row([.. Enumerable.Range(0, Groups).Select(g => Raw(cost, ends[g], ends[g + 1]))], Raw(cost, 0, cost.Length), rules);
        if (Enumerable.Range(0, Groups).Any(g => groups[0, g].IsWithheld)) return ([], null);
        decimal[] shown = [.. Enumerable.Range(0, Groups).Select(g => groups[0, g].Amount.Shown!.Value)];
        decimal all = shown.Sum(), held = 0;
        List<CostCurvePoint> points = [new(0, 0)];
        for (int g = Groups - 1; g >= 0; g--)
        {
            held += shown[g];
            points.Add(new(1 - ((double)ends[g] / cost.Length), (double)(held / all)));
        }
        double under = 0;
        for (int i = 1; i < points.Count; i++) under += (points[i].People - points[i - 1].People) * (points[i].Cost + points[i - 1].Cost) / 2;
        return ([.. points], 1 - (2 * under));
    }

    private static ProtectedAmount Alone(decimal[] amounts, int from, int until, DisclosureRules rules)
    {
        RawAmount raw = Raw(amounts, from, until);
        return Row([raw], raw, rules).Total;
    }

    private static ProtectedAmounts Row(RawAmount[] parts, RawAmount total, DisclosureRules rules)
    {
        RawAmount[,] cells = new RawAmount[2, parts.Length + 1];
        for (int c = 0; c <= parts.Length; c++) cells[0, c] = cells[1, c] = c < parts.Length ? parts[c] : total;
        return ProtectedAmounts.Protect(cells, null, rules);
    }

    private static RawAmount Raw(decimal[] amounts, int from, int until)
    {
        (long people, decimal sum, decimal first, decimal second) = (0, 0, 0, 0);
        for (int i = from; i < until; i++)
        {
            decimal own = amounts[i];
            if (own == 0) continue;
            (people, sum) = (people + 1, sum + own);
            if (own > first) (first, second) = (own, first);
            else if (own > second) second = own;
        }
        return new RawAmount(people, sum, first, second);
    }
}
