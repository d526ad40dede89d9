using System.Globalization;
using NodaTime;
using Shiremoot.Economics.Families;
using Shiremoot.Economics.Files;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>The unit costs of the vocabulary with those a place adds or overrides, and the deflator that brings them to one year's prices.</summary>
public sealed class UnitCosts
{
    private readonly Dictionary<string, UnitCost> byCode;
    private readonly FamilyTree families;
    private readonly IReadOnlyList<UpratingRule> rules;

    private UnitCosts(IReadOnlyList<UnitCost> all, Deflator deflator, PriceIndices prices, IReadOnlyList<UpratingRule> rules, FamilyTree families)
    {
        (All, Deflator, Prices, this.rules, this.families) = (all, deflator, prices, rules, families);
        byCode = all.ToDictionary(c => c.Code);
    }

    /// <summary>Every entry, in the order of the files.</summary>
    public IReadOnlyList<UnitCost> All { get; }

    public Deflator Deflator { get; }

    /// <summary>Other indices of prices and pay.</summary>
    public PriceIndices Prices { get; }

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
        if (RulesOf([folder, .. later], shelf).Refused(out Refusal? wrong, out IReadOnlyList<UpratingRule>? rules)) return wrong;
        return new UnitCosts(shelf.Entries, deflator, shelf.Prices, rules, new FamilyTree(shelf.Entries, shelf.FamilyRules, deflator));
    }

    // The place's rules before the country's: the first that holds is taken.
    private static Outcome<IReadOnlyList<UpratingRule>> RulesOf(IReadOnlyList<string> folders, CostShelf shelf)
    {
        HashSet<string> codes = [.. shelf.Entries.Select(e => e.Code)];
        List<UpratingRule> rules = [];
        foreach (string file in folders.Reverse().Select(f => Path.Combine(f, "uprating.yaml")).Where(File.Exists))
            if (UpratingRule.Read(file, "costs/uprating.yaml", codes, shelf.Prices).Refused(out Refusal? why, out UpratingRule[]? read)) return why;
            else rules.AddRange(read);
        return rules;
    }

    public Outcome<UnitCost> Find(string code) =>
        byCode.TryGetValue(code, out UnitCost? found) ? found : Refusals.NoSuchCode(code, byCode.Keys);

    /// <summary>The rule of the place that says which index an entry is uprated by; null where it is the deflator.</summary>
    public UpratingRule? RuleFor(UnitCost unit) => rules.FirstOrDefault(r => r.HoldsFor(unit));

    /// <summary>An entry at the prices of a year: each amount × index of the year ÷ index of its price year.</summary>
    /// <param name="code">The entry.</param>
    /// <param name="year">The price year to show.</param>
    /// <param name="on">The day whose figure is wanted, where a code has several in time; the latest if null.</param>
    public Outcome<UpratedCost> Uprate(string code, string year, LocalDate? on = null)
    {
        if (Find(code).Refused(out Refusal? why, out UnitCost? latest)) return why;
        UnitCost? unit = on is { } day ? latest.On(day) : latest;
        if (unit is null) return Economics.Prices.Refusals.NotValidOn(code, $"{on:uuuu-MM-dd}", string.Join(", ", latest.Earlier.Append(latest).Select(e => e.Valid)));
        UpratingRule? rule = RuleFor(unit);
        UpratedAmount[] amounts = new UpratedAmount[unit.Amounts.Count];
        for (int i = 0; i < amounts.Length; i++)
            if ((rule is null ? Deflated(unit, unit.Amounts[i], year) : Indexed(unit, unit.Amounts[i], rule.Index, year)).Refused(out why, out UpratedAmount? amount)) return why;
            else amounts[i] = amount;
        if (amounts.Length > 0) return new UpratedCost(unit, amounts[0].Year, amounts);
        return Deflator.Year(year, "the question").Then<UpratedCost>(to => new UpratedCost(unit, to.Period.Label, amounts));
    }

    private Outcome<UpratedAmount> Deflated(UnitCost unit, CostAmount amount, string year)
    {
        if (Deflator.Year(year, "the question").Refused(out Refusal? why, out DeflatorYear? to) || Deflator.Year(amount.PriceYear, Whose(unit, amount)).Refused(out why, out DeflatorYear? from)) return why;

        // Multiplied first and divided last, so that rounding is in the last of 28 digits.
        Money cost = new(amount.Cost.Pounds * to.Index / from.Index);
        return new UpratedAmount(amount.Kind, amount.Cost, amount.PriceYear, cost, to.Period.Label, to.Index / from.Index, to.IsForecast || from.IsForecast);
    }

    private Outcome<UpratedAmount> Indexed(UnitCost unit, CostAmount amount, string index, string year) =>
        Prices.Factor(index, amount.PriceYear, year, Whose(unit, amount)).Then<UpratedAmount>(by =>
            new UpratedAmount(amount.Kind, amount.Cost, amount.PriceYear, new(amount.Cost.Pounds * by.Factor), year, by.Factor, by.IsForecast) { By = by });

    /// <summary>The title of the index an entry is uprated by.</summary>
    public string IndexOf(UnitCost unit) => RuleFor(unit) is { } rule ? $"{rule.Index} ({rule.Why})" : Deflator.Title;

    /// <summary>How an amount was uprated, as a sum that can be done again: £593 (2006/07) × 195.9697 ÷ 161.7390.</summary>
    public string SumOf(UpratedAmount amount)
    {
        string began = $"{amount.Original} ({amount.PriceYear})";
        if (amount.By is { } by) return by.Steps.Count == 0 ? began : string.Create(CultureInfo.InvariantCulture, $"{began} {(by.IsBack ? "÷" : "×")} ({string.Join(" × ", by.Steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{1 + (s.ChangePercent / 100):0.000000} [{s.Year}]")))})");
        decimal Index(string year) => Deflator.Year(year, "").Value.Index;
        return amount.PriceYear == amount.Year ? began : string.Create(CultureInfo.InvariantCulture, $"{began} × {Index(amount.Year):0.0000} ÷ {Index(amount.PriceYear):0.0000}");
    }

    private static string Whose(UnitCost unit, CostAmount amount) => $"the {Name(amount.Kind)} cost of {unit.Code}";

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
