using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Families;

/// <summary>Which entries are under which, and what may be added to what.</summary>
internal sealed class FamilyTree
{
    private readonly Dictionary<string, string> parentOf = [];
    private readonly Dictionary<string, CostFamily> byParent = [];
    private readonly Dictionary<string, UnitCost> byCode;
    private readonly Deflator deflator;

    public FamilyTree(IReadOnlyList<UnitCost> entries, IReadOnlyList<FamilyRule> rules, Deflator deflator)
    {
        this.deflator = deflator;
        byCode = entries.ToDictionary(e => e.Code);
        Dictionary<string, FamilyRule> ruleOf = [];
        foreach (FamilyRule rule in rules)
            foreach (UnitCost child in entries)
            {
                int end = child.Code.LastIndexOf(rule.Separator, StringComparison.Ordinal);
                if (end <= 0 || child.Code[..end] is not { } parent || !rule.Codes.Contains(parent)) continue;
                (parentOf[child.Code], ruleOf[parent]) = (parent, rule);
            }
        foreach (var children in entries.Where(e => parentOf.ContainsKey(e.Code)).GroupBy(e => parentOf[e.Code]))
            byParent[children.Key] = Judge(byCode[children.Key], [.. children], ruleOf[children.Key]);
        All = [.. entries.Where(e => byParent.ContainsKey(e.Code)).Select(e => byParent[e.Code])];
    }

    public IReadOnlyList<CostFamily> All { get; }

    public bool IsUnder(string code, string above)
    {
        for (string? at = parentOf.GetValueOrDefault(code); at is not null; at = parentOf.GetValueOrDefault(at))
            if (at == above) return true;
        return false;
    }

    /// <summary>Why one more entry cannot be added to those already chosen, or null.</summary>
    public Refusal? Clash(IEnumerable<UnitCost> chosen, UnitCost next)
    {
        foreach (UnitCost one in chosen)
        {
            if (one.Code == next.Code) return Refusals.CodeTwice(next.Code);
            if (IsUnder(next.Code, one.Code)) return Refusals.CountedTwice(one.Code, next.Code);
            if (IsUnder(one.Code, next.Code)) return Refusals.CountedTwice(next.Code, one.Code);
            CostFamily? shared = Shared(one.Code, next.Code);
            if (shared?.Kind == FamilyKind.Alternatives) return Refusals.AlternativesAdded(shared.Parent, one.Code, next.Code);
            if (shared is null && one.Per != next.Per) return Refusals.UnitsDiffer(one.Code, one.Per, next.Code, next.Per);
        }
        return null;
    }

    public (string Agency, decimal Share)[] Payers(UnitCost unit)
    {
        if (!byParent.TryGetValue(unit.Code, out CostFamily? family) || family.Kind != FamilyKind.Parts) return [(unit.Agency, 1m)];
        (UnitCost Child, decimal Cost)[] parts = [.. family.Children.Select(c => (byCode[c], FiscalAtPricesOf(unit, byCode[c]) ?? 0))];
        decimal whole = parts.Sum(p => p.Cost);
        if (whole == 0) return [(unit.Agency, 1m)];
        return [.. parts.SelectMany(part => Payers(part.Child).Select(p => (p.Agency, Share: p.Share * part.Cost / whole)))
            .GroupBy(p => p.Agency).Select(g => (g.Key, g.Sum(p => p.Share))).Where(p => p.Item2 != 0)];
    }

    // The lowest family that holds both, each in its own branch: what they are to one another is what its children are.
    private CostFamily? Shared(string one, string other)
    {
        for (string? at = parentOf.GetValueOrDefault(one); at is not null; at = parentOf.GetValueOrDefault(at))
            if (IsUnder(other, at)) return byParent[at];
        return null;
    }

    private CostFamily Judge(UnitCost parent, UnitCost[] children, FamilyRule rule)
    {
        CostFamily Is(FamilyKind kind, string why) => new(parent.Code, [.. children.Select(c => c.Code)], kind, why);
        if (rule.Parts.Contains(parent.Code)) return Is(FamilyKind.Parts, $"the mapping of {rule.File} says so");
        if (rule.Alternatives.Contains(parent.Code)) return Is(FamilyKind.Alternatives, $"the mapping of {rule.File} says so");
        if (Fiscal(parent) is not { } whole) return Is(FamilyKind.Alternatives, "it has no fiscal cost for them to add up to");
        decimal sum = 0;
        foreach (UnitCost child in children)
            if (FiscalAtPricesOf(parent, child) is { } cost) sum += cost;
            else return Is(FamilyKind.Alternatives, $"{child.Code} has no fiscal cost at prices that can be brought to its own");
        string arithmetic = $"the entries under it add up to {Shown(sum)}, it is {Shown(whole)}";
        return Is(Math.Abs(sum - whole) <= rule.PartsWithin * Math.Abs(whole) ? FamilyKind.Parts : FamilyKind.Alternatives, arithmetic);
    }

    private decimal? FiscalAtPricesOf(UnitCost parent, UnitCost child)
    {
        (CostAmount? own, CostAmount? to) = (child.Amount(CostKind.Fiscal), parent.Amount(CostKind.Fiscal));
        if (own is null || to is null || own.PriceYear == to.PriceYear) return own?.Cost.Pounds;
        if (deflator.Year(own.PriceYear, child.Code).Refused(out _, out DeflatorYear? from) || deflator.Year(to.PriceYear, parent.Code).Refused(out _, out DeflatorYear? year)) return null;
        return own.Cost.Pounds * year.Index / from.Index;
    }

    private static decimal? Fiscal(UnitCost unit) => unit.Amount(CostKind.Fiscal)?.Cost.Pounds;

    private static string Shown(decimal pounds) => pounds.ToString("£#,##0.##", CultureInfo.InvariantCulture);
}
