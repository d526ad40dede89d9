using System.Globalization;

namespace Shiremoot.Futures;

/// <summary>
/// What if: lines laid over the model from a day on, for some people, with numbers that are known only so well. Read from scenarios/*.yaml
/// by <see cref="ScenarioFile"/>; docs/how-to/ask-what-if.md describes it.
/// </summary>
public sealed record Scenario
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>In a sentence or two: what would be done.</summary>
    public required string Says { get; init; }

    /// <summary>Interventions it stands for: I12.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public required string Source { get; init; }

    /// <summary>Years from the start until it begins, and until it ends; no end if null.</summary>
    public double FromYear { get; init; }

    public double? UntilYear { get; init; }

    /// <summary>Years from its beginning until everyone it is for is reached; in between an even share of them is.</summary>
    public double RampYears { get; init; }

    /// <summary>Years after its end over which it is wound down: in between an even share of people is still reached, fewer and fewer.</summary>
    public double FadeYears { get; init; }

    public ScenarioAudience Who { get; init; } = new();

    public IReadOnlyList<ScenarioNumber> Numbers { get; init; } = [];

    /// <summary>Values that a reader set in place of the file's, by name.</summary>
    public IReadOnlyDictionary<string, double> Set { get; private init; } = new Dictionary<string, double>();

    public IReadOnlyList<ScenarioCost> Costs { get; init; } = [];

    /// <summary>Some of those who would go to a stage go elsewhere instead.</summary>
    public IReadOnlyList<ScenarioInstead> Instead { get; init; } = [];

    /// <summary>The share of people it is for who would have come in for the first time and do not; null for none.</summary>
    public ScenarioValue? Prevents { get; init; }

    /// <summary>The file's text; the lines under its key 'model' are laid over the place's.</summary>
    public required string Text { get; init; }

    /// <summary>The file's name in messages.</summary>
    public required string ShownAs { get; init; }

    /// <summary>All that it is made of, so that another program can make it again: what was read, and what was set by <see cref="With"/>. Other changes are not in it.</summary>
    public ScenarioTexts Texts => new(Text, ShownAs, Set);

    /// <summary>The scenario with values that a reader sets in place of its own; they are then taken as known.</summary>
    /// <param name="set">Values by name of the number.</param>
    public Scenario With(IReadOnlyDictionary<string, double> set) => set.Count == 0 ? this : this with
    {
        Set = set,
        Numbers = [.. Numbers.Select(n => set.TryGetValue(n.Name, out double value) ? n with { Value = value, Low = value, High = value } : n)],
    };
}

/// <summary>Whom a scenario is for; everyone else goes on as before. What is left open holds for all.</summary>
public sealed record ScenarioAudience
{
    /// <summary>True for women and girls alone, false for men and boys alone.</summary>
    public bool? Female { get; init; }

    /// <summary>From this age, and under that one.</summary>
    public double FromAge { get; init; }

    public double UnderAge { get; init; } = double.PositiveInfinity;

    /// <summary>Sanctions so far, at least.</summary>
    public int Sanctions { get; init; }

    /// <summary>Ids of needs; at least <see cref="NeedsAtLeast"/> of them.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public int NeedsAtLeast { get; init; } = 1;

    /// <summary>Two audiences with one mark are the same. Words are not enough: they give ages in whole years.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Female}/{FromAge:R}/{UnderAge:R}/{Sanctions}/{string.Join('+', Needs)}/{NeedsAtLeast}");

    /// <summary>In words: women and girls aged 18 or over with one of the needs drugs, alcohol.</summary>
    public string InWords
    {
        get
        {
            string who = Female switch { true => "women and girls", false => "men and boys", _ => "people" };
            string ages = (FromAge > 0, !double.IsPositiveInfinity(UnderAge)) switch
            {
                (true, true) => string.Create(CultureInfo.InvariantCulture, $" aged {FromAge:0} to {UnderAge - 1:0}"),
                (true, false) => string.Create(CultureInfo.InvariantCulture, $" aged {FromAge:0} or over"),
                (false, true) => string.Create(CultureInfo.InvariantCulture, $" under {UnderAge:0}"),
                _ => "",
            };
            string needs = Needs.Count == 0 ? "" : $" with {(Needs.Count == 1 ? "the need" : NeedsAtLeast == Needs.Count ? "all of the needs" : string.Create(CultureInfo.InvariantCulture, $"at least {NeedsAtLeast} of the needs"))} {string.Join(", ", Needs)}";
            string sanctions = Sanctions == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" with {Sanctions} or more sanctions");
            return who + ages + needs + sanctions;
        }
    }

    public bool IsEveryone => Female is null && FromAge == 0 && double.IsPositiveInfinity(UnderAge) && Sanctions == 0 && Needs.Count == 0;
}

/// <summary>Of those who would go to one of some stages, a share goes elsewhere instead.</summary>
/// <param name="Of">Ids of the stages.</param>
/// <param name="To">Where they go: a stage, or 'leaves'.</param>
/// <param name="Share">How many of them.</param>
public sealed record ScenarioInstead(IReadOnlyList<string> Of, string To, ScenarioValue Share);

/// <summary>A value that stands in the file, or one of the scenario's numbers by name.</summary>
public readonly record struct ScenarioValue(double Value, string? Number)
{
    public double In(IReadOnlyDictionary<string, double> numbers) => Number is null ? Value : numbers[Number];
}

/// <summary>How a scenario's number is spread.</summary>
public enum NumberScale
{
    /// <summary>A ratio: its logarithm is normal.</summary>
    Ratio,

    /// <summary>A share: its log odds are normal.</summary>
    Share,

    /// <summary>Normal as it is.</summary>
    Plain,
}

/// <summary>A number of a scenario, with what is known of it.</summary>
/// <param name="Name">By which the scenario's lines name it.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Value">The likeliest value.</param>
/// <param name="Low">The lower end of its 95% interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Scale">How it is spread.</param>
/// <param name="Evidence">Id of an entry of the register of evidence; empty if it is an assumption.</param>
/// <param name="Source">Where it comes from; of an assumption, why this and not another.</param>
/// <param name="Slider">Bounds a reader may move it between.</param>
public sealed record ScenarioNumber(string Name, string Title, double Value, double Low, double High, NumberScale Scale, string Evidence, string Source, (double From, double To) Slider)
{
    private const double Normal95 = 1.959963984540054;

    public bool IsAssumption => Evidence.Length == 0;

    /// <summary>The value at so many standard deviations above the likeliest.</summary>
    public double At(double deviations)
    {
        // Set by a reader it may be a share of nought or one, which have no log odds.
        if (Low == High) return Value;
        double spread = (Onto(High) - Onto(Low)) / (2 * Normal95);
        return Back(Onto(Value) + (spread * deviations));
    }

    private double Onto(double value) => Scale switch
    {
        NumberScale.Ratio => Math.Log(value),
        NumberScale.Share => Math.Log(value / (1 - value)),
        _ => value,
    };

    private double Back(double value) => Scale switch
    {
        NumberScale.Ratio => Math.Exp(value),
        NumberScale.Share => 1 / (1 + Math.Exp(-value)),
        _ => value,
    };
}

/// <summary>What a scenario costs: so many pounds, on whose budget, for what.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pounds">Pounds at the price year.</param>
/// <param name="PriceYear">Whose prices: 2024/25.</param>
/// <param name="Per">year; entry:STAGE for each entry; day:STAGE for each day there; service:ID for each person served; once for an outlay at its beginning.</param>
/// <param name="Agency">Who pays.</param>
/// <param name="Source">Where it comes from, or why it is assumed.</param>
public sealed record ScenarioCost(string Name, decimal Pounds, string PriceYear, string Per, string Agency, string Source);
