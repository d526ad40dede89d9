namespace Shiremoot.Spine;

/// <summary>Comparisons that are made so often that a model need only name them. Each can be written out under 'levels' instead.</summary>
static class ReadyComparisons
{
    public static IReadOnlyList<string> Names { get; } = ["exact", "name", "full-name", "date", "postcode", "identifier", "text", "words"];

    /// <summary>The levels of a ready comparison of these fields; null if there is none of this name for as many fields.</summary>
    public static IReadOnlyList<(string When, IReadOnlyList<string> TermFrequency)>? Levels(string name, IReadOnlyList<string> fields, Func<string, string> kind)
    {
        string f = fields[0];
        return (name, fields.Count) switch
        {
            ("exact", 1) => [($"same({f})", [f]), ("else", [])],
            ("name", 1) => [($"same({f})", [f]), ($"jaro_winkler({f}) >= 0.92", [f]), ($"jaro_winkler({f}) >= 0.85", []), ($"starts({f})", []), ("else", [])],
            ("full-name", 2) => FullName(f, fields[1]),
            ("date", 1) =>
            [
                ($"same({f})", [f]), ($"date_edits({f}) <= 1", []), ($"date_edits({f}) <= 2", []), ($"days_apart({f}) <= 366", []), ($"days_apart({f}) <= 1827", []), ("else", []),
            ],
            ("postcode", 1) =>
            [
                ($"same({f})", [f]), ($"edits({f}) <= 1", []), ($"same({f}:sector)", []), ($"same({f}:outcode)", []), ("else", []),
            ],
            ("identifier", 1) => [($"same({f})", [f]), ($"edits({f}) <= 1", []), ($"edits({f}) <= 2", []), ("else", [])],
            ("text", 1) => [($"same({f})", [f]), ($"jaro_winkler({f}) >= 0.92", []), ($"jaro_winkler({f}) >= 0.8", []), ("else", [])],
            ("words", 1) => [($"same({f})", [f]), ($"shares({f}) >= 2", []), ($"shares({f}) >= 1", []), ("else", [])],
            _ => null,
        };

        IReadOnlyList<(string, IReadOnlyList<string>)> FullName(string forename, string surname) =>
        [
            ($"same({forename}) and same({surname})", [forename, surname]),
            ($"jaro_winkler({forename}) >= 0.88 and same({surname})", [surname]),
            ($"nickname({forename}) and same({surname})", [surname]),
            ($"same({forename}) and jaro_winkler({surname}) >= 0.88", [forename]),
            ($"swapped({forename}, {surname})", [forename, surname]),
            ($"jaro_winkler({forename}) >= 0.88 and jaro_winkler({surname}) >= 0.88", []),
            ($"starts({forename}) and same({surname})", [surname]),
            ($"starts({forename}) and starts({surname})", []),
            ($"same({surname})", [surname]),
            ($"same({forename})", [forename]),
            ($"jaro_winkler({surname}) >= 0.88", []),
            ("else", []),
        ];
    }
}
