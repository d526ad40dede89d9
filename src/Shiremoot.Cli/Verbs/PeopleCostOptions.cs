using System.CommandLine;
using Shiremoot.Economics;

namespace Shiremoot.Cli.Verbs;

/// <summary>What is asked of the costs of people.</summary>
/// <param name="Cohort">A cohort of the place; null: everyone.</param>
/// <param name="Where">A cohort written on the line.</param>
/// <param name="Asked">Rows, columns, years, kind and basis; its cohort is not yet looked up.</param>
/// <param name="Heaviest">True for the heaviest users.</param>
/// <param name="Spells">True for spells and cases.</param>
/// <param name="Fall">By how much use falls, as written; null: what is saved is not asked.</param>
/// <param name="Csv">True for CSV.</param>
sealed record PeopleCostLine(string? Cohort, string? Where, PeopleCostQuestion Asked, bool Heaviest, bool Spells, string? Fall, bool Csv);

/// <summary>The options of cost that ask for people.</summary>
sealed class PeopleCostOptions
{
    private const string Spell = "spell";

    private static readonly Dictionary<string, CostBy> Breakdowns = new(StringComparer.Ordinal)
    {
        ["agency"] = CostBy.Agency,
        ["stage"] = CostBy.Stage,
        ["year"] = CostBy.Year,
        ["what"] = CostBy.What,
        ["agency-and-stage"] = CostBy.AgencyAndStage,
        ["area"] = CostBy.Area,
        ["pathway"] = CostBy.Pathway,
    };

    private readonly Option<string?> where = new("--where") { Description = "Cost of a cohort written here" };
    private readonly Option<string[]> by = new("--by") { Description = "Cost of people by agency, stage, year, what, agency-and-stage, area (of the home) or pathway; a second one makes the columns. Or spell alone: spells and cases", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> during = new("--in") { Description = "Cost of people in one financial year (2015/16)" };
    private readonly Option<int?> months = new("--months") { Description = "Cost of people within so many months after the index date, or after the first proven offence" };
    private readonly Option<string> kind = new("--kind") { Description = "fiscal, economic or social", DefaultValueFactory = _ => "fiscal" };
    private readonly Option<string> basis = new("--basis") { Description = "average, at-once (the part that falls with each case) or quantity", DefaultValueFactory = _ => "average" };
    private readonly Option<bool> heaviest = new("--heaviest") { Description = "Mean, median and the heaviest users" };
    private readonly Option<string?> fall = new("--fall") { Description = "What would be saved in a year if they used less: 10%, 200 (people) or '50 stays' (in custody)" };
    private readonly Option<string> format = new("--format") { Description = "table or csv", DefaultValueFactory = _ => "table" };

    public PeopleCostOptions()
    {
        by.AcceptOnlyFromAmong([.. Breakdowns.Keys, Spell]);
        kind.AcceptOnlyFromAmong("fiscal", "economic", "social");
        basis.AcceptOnlyFromAmong("average", "at-once", "quantity");
        format.AcceptOnlyFromAmong("table", "csv");
    }

    public Argument<string?> Cohort { get; } = new("COHORT") { Description = "A cohort of the place whose people are costed, or 'everyone'", Arity = ArgumentArity.ZeroOrOne };

    public IReadOnlyList<Option> All => [where, by, during, months, kind, basis, heaviest, fall, format];

    public bool IsAsked(ParseResult args) => args.GetValue(Cohort) is not null || args.GetValue(where) is not null || args.GetValue(by) is { Length: > 0 } || args.GetValue(during) is not null || args.GetValue(months) is not null || args.GetValue(heaviest) || args.GetValue(fall) is not null;

    public PeopleCostLine Read(ParseResult args, string? priceYear)
    {
        bool spells = args.GetValue(by)?.Contains(Spell) == true;
        CostBy[] asked = [.. (args.GetValue(by) ?? []).Where(b => b != Spell).Select(b => Breakdowns[b])];
        PeopleCostQuestion question = new(null, asked.Length > 0 ? asked[0] : CostBy.Agency, asked.Length > 1 ? asked[1] : asked.Length == 1 ? CostBy.All : CostBy.Stage)
        {
            PriceYear = priceYear,
            Year = args.GetValue(during),
            Months = args.GetValue(months),
            Kind = args.GetValue(kind) switch { "economic" => CostKind.Economic, "social" => CostKind.Social, _ => CostKind.Fiscal },
            Basis = args.GetValue(basis) switch { "at-once" => CostBasis.AtOnce, "quantity" => CostBasis.Quantity, _ => CostBasis.Average },
        };
        return new PeopleCostLine(args.GetValue(Cohort) is "everyone" ? null : args.GetValue(Cohort), args.GetValue(where), question, args.GetValue(heaviest), spells, args.GetValue(fall), args.GetValue(format) == "csv");
    }
}
