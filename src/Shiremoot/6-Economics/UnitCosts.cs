using Shiremoot.Economics.Families;
using Shiremoot.Economics.Files;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>The unit costs of the vocabulary with those a place adds or overrides, and the deflator that brings them to one year's prices.</summary>
public sealed class UnitCosts
{
    private readonly Dictionary<string, UnitCost> byCode;
    private readonly FamilyTree families;

    private UnitCosts(IReadOnlyList<UnitCost> all, Deflator deflator, FamilyTree families)
    {
        (All, Deflator, this.families) = (all, deflator, families);
        byCode = all.ToDictionary(c => c.Code);
    }

    /// <summary>Every entry, in the order of the files.</summary>
    public IReadOnlyList<UnitCost> All { get; }

    public Deflator Deflator { get; }

    /// <summary>Every entry with entries under it, each marked parts or alternatives.</summary>
    public IReadOnlyList<CostFamily> Families => families.All;

    /// <summary>
    /// Reads the CSV files of each folder, each by the .yaml of the same name, or in our own format where there is none. An entry of a later
    /// folder replaces the earlier one of the same code; so does a deflator. A later folder need not exist.
    /// </summary>
    public static Outcome<UnitCosts> Read(string folder, params string[] later)
    {
        if (!Directory.Exists(folder)) return Refusals.NoFolder(folder);
        CostShelf shelf = new();
        foreach (string each in (string[])[folder, .. later])
            if (Directory.Exists(each) && shelf.Add(each) is { } why) return why;
        if (shelf.Deflator is not { } deflator) return Refusals.NoDeflator([folder, .. later]);
        return new UnitCosts(shelf.Entries, deflator, new FamilyTree(shelf.Entries, shelf.FamilyRules, deflator));
    }

    public Outcome<UnitCost> Find(string code) =>
        byCode.TryGetValue(code, out UnitCost? found) ? found : Refusals.NoSuchCode(code, byCode.Keys);

    /// <summary>An entry at the prices of a year: each amount × index of the year ÷ index of its price year.</summary>
    public Outcome<UpratedCost> Uprate(string code, string year)
    {
        if (Find(code).Refused(out Refusal? why, out UnitCost? unit) || Deflator.Year(year, "the question").Refused(out why, out DeflatorYear? to)) return why;
        UpratedAmount[] amounts = new UpratedAmount[unit.Amounts.Count];
        for (int i = 0; i < amounts.Length; i++)
        {
            CostAmount amount = unit.Amounts[i];
            if (Deflator.Year(amount.PriceYear, $"the {Name(amount.Kind)} cost of {code}").Refused(out why, out DeflatorYear? from)) return why;

            // Multiplied first and divided last, so that rounding is in the last of 28 digits.
            Money cost = new(amount.Cost.Pounds * to.Index / from.Index);
            amounts[i] = new(amount.Kind, amount.Cost, amount.PriceYear, cost, to.Period.Label, to.Index / from.Index, to.IsForecast || from.IsForecast);
        }
        return new UpratedCost(unit, to.Period.Label, amounts);
    }

    /// <summary>
    /// One unit of each entry, added. Refused where that would count something twice: an entry with one under it, two alternatives of one
    /// entry, one entry twice, or entries of different units (parts of one entry may differ in unit).
    /// </summary>
    public Outcome<CostTotal> Total(IReadOnlyList<string> codes, string year)
    {
        List<UpratedCost> costs = [];
        foreach (string code in codes)
        {
            if (Uprate(code, year).Refused(out Refusal? why, out UpratedCost? cost)) return why;
            if (families.Clash(costs.Select(c => c.Unit), cost.Unit) is { } clash) return clash;
            costs.Add(cost);
        }
        Money Sum(CostKind kind) => new(costs.Sum(c => c.Amount(kind)?.Cost.Pounds ?? 0));
        return new CostTotal(codes, costs.Count == 0 ? "" : costs[0].Unit.Per, year, Sum(CostKind.Fiscal), Sum(CostKind.Economic), Sum(CostKind.Social));
    }

    /// <summary>
    /// How an entry's fiscal cost falls on agencies, as shares that add to one: by the parts under it where it has parts, else all on its own agency.
    /// </summary>
    public Outcome<IReadOnlyList<(string Agency, decimal Share)>> Payers(string code)
    {
        if (Find(code).Refused(out Refusal? why, out UnitCost? unit)) return why;
        return families.Payers(unit);
    }

    /// <summary>True if one code is the other, above it or below it.</summary>
    public bool Overlap(string code, string other) => code == other || families.IsUnder(code, other) || families.IsUnder(other, code);

    internal static string Name(CostKind kind) => kind switch { CostKind.Fiscal => "fiscal", CostKind.Economic => "economic", _ => "social" };
}
