namespace Shiremoot.Spine.Comparing;

/// <summary>The measures there are, by the name a model calls them, with the fields each takes. A new one is a file and a line here.</summary>
static class Measures
{
    private static readonly (string Name, int Fewest, int Most, Func<MeasureNeeds, Measure> Make)[] All =
    [
        ("same", 1, 1, needs => SameMeasure.Of(needs)),
        ("differs", 1, 1, needs => new DiffersMeasure(needs.Fields[0])),
        ("jaro_winkler", 1, 1, needs => new JaroWinklerMeasure(needs.Fields[0], needs.Floor)),
        ("edits", 1, 1, needs => new EditsMeasure(needs.Fields[0], needs.Ceiling)),
        ("date_edits", 1, 1, needs => new DateEditsMeasure(needs.Fields[0])),
        ("days_apart", 1, 1, needs => new DaysApartMeasure(needs.Fields[0])),
        ("difference", 1, 1, needs => new DifferenceMeasure(needs.Fields[0])),
        ("kilometres", 2, 2, needs => new KilometresMeasure(needs.Fields[0], needs.Fields[1])),
        ("starts", 1, 1, needs => new StartsMeasure(needs.Fields[0])),
        ("nickname", 1, 1, needs => new NicknameMeasure(needs.Fields[0], needs.Nicknames)),
        ("swapped", 2, 2, needs => new SwappedMeasure(needs.Fields[0], needs.Fields[1])),
        ("also_known", 3, 3, needs => new AlsoKnownMeasure(needs.Fields[0], needs.Fields[1], needs.Fields[2])),
        ("dice", 1, 1, needs => new DiceMeasure(needs.Fields[0])),
        ("shares", 1, 1, needs => new SharesMeasure(needs.Fields[0])),
        ("pairs", 1, 4, needs => new PairsMeasure(needs.Fields)),
        ("commonness", 1, 1, needs => new CommonnessMeasure(needs.Fields[0])),
        ("missing", 1, 1, needs => new MissingMeasure(needs.Fields[0], needs.Parts[0])),
        ("known", 1, 8, needs => new KnownMeasure(needs.Fields)),
        ("levenshtein", 1, 1, needs => new LevenshteinMeasure(needs.Fields[0])),
        ("ends_apart", 1, 1, needs => new EndsApartMeasure(needs.Fields[0])),
        ("same_number", 2, 2, needs => new SameNumberMeasure(needs.Fields[0], needs.Fields[1])),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(m => m.Name)];

    public static (int Fewest, int Most) FieldsOf(string name) => All.Where(m => m.Name == name).Select(m => (m.Fewest, m.Most)).First();

    /// <summary>True if a condition on a measure can hold only of two records that both have all of its fields, so that it need not be looked at where one is missing.</summary>
    /// <param name="name">The measure.</param>
    /// <param name="holdsOfNone">Whether the condition holds of 0, which "differs" gives where a value is missing.</param>
    public static bool TellsOnlyOfKnown(string name, bool holdsOfNone) => name switch
    {
        "missing" or "known" or "also_known" or "same_number" => false,
        "differs" => !holdsOfNone,
        _ => true,
    };

    public static Measure Make(string name, MeasureNeeds needs) => All.First(m => m.Name == name).Make(needs);
}

/// <summary>What a measure is made from.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Parts">The keys of the parts of their values, where the model names one.</param>
/// <param name="Floor">No condition asks for less than this: what is below need not be worked out.</param>
/// <param name="Ceiling">No condition asks for more than this.</param>
/// <param name="Nicknames">Which forenames are forms of one.</param>
sealed record MeasureNeeds(IReadOnlyList<FieldCells> Fields, IReadOnlyList<PartColumn?> Parts, float Floor, float Ceiling, Nicknames Nicknames);
