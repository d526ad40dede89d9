using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Parts;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Reads the parts of a model that speak of its fields.</summary>
sealed class LinkReading(IReadOnlyList<LinkField> fields)
{
    private readonly IReadOnlyList<string> names = [.. fields.Select(f => f.Name)];

    public NarrowerRules Narrower(MapNode map) => new(Rule(map, map.Text("of"), "of"), map.Number("above"), [.. map.Texts("rules").Select(text => Rule(map, text, "rules"))]);

    public BlockRule Rule(MapNode map, string text, string key = "block")
    {
        List<FieldPart> parts = [];
        foreach (string one in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (LinkConditionText.ReadPart(one) is not { } part) map.Fault(key, $"holds '{text}': write fields with a comma between, each with or without a part, such as 'surname:sound, born'.");
            else if (Checked(map, key, part)) parts.Add(part);
        }
        return new BlockRule(parts);
    }

    public LinkComparison Comparison(MapNode map)
    {
        LinkComparison comparison = Levels(map);
        return map.TextOr("only") is { } only ? comparison with { OnlyText = only, Only = Conditions(map, only, "only") } : comparison;
    }

    private LinkComparison Levels(MapNode map)
    {
        IReadOnlyList<string> over = map.Texts("fields") is { Count: > 0 } several ? several : map.TextOr("field") is { } one ? [one] : [];
        foreach (string field in over) Checked(map, map.Has("fields") ? "fields" : "field", new FieldPart(field, null));
        string? ready = map.TextOr("as");
        string name = map.TextOr("name", over.Count > 0 ? string.Join('_', over) : $"comparison on line {map.Line}");
        IReadOnlyList<MapNode> written = map.Maps("levels");
        if (written.Count > 0) return new LinkComparison(name, Closed([.. written.Select(Level)]));
        if (over.Count == 0) map.Fault("field", "is missing: name the field to compare, or write 'levels'.");
        else if (ReadyComparisons.Levels(ready ?? Usual(over), over, Kind) is { } levels) return new LinkComparison(name, [.. levels.Select(l => Ready(map, l.When, l.TermFrequency))]);
        else map.Fault("as", $"is '{ready}', which is none of {string.Join(", ", ReadyComparisons.Names)}, or not for {over.Count} fields.");
        return new LinkComparison(name, [new LinkLevel("else", [])]);
    }

    public LinkCaution Caution(MapNode map)
    {
        string when = map.Text("when");
        return new LinkCaution(map.Text("name"), when, Conditions(map, when), map.Number("bits"));
    }

    public KinContext Kin(MapNode map, IReadOnlyList<LinkComparison> comparisons)
    {
        string when = map.Text("when");
        List<IReadOnlyList<(double, double)>> levels = [];
        if (map.MapOr("levels") is { } learned)
        {
            foreach (LinkComparison comparison in comparisons)
            {
                IReadOnlyList<string> numbers = learned.Texts(comparison.Name);
                if (numbers.Count != comparison.Levels.Count * 2) learned.Fault(comparison.Name, $"must hold m and u for each of its {comparison.Levels.Count} levels.");
                else levels.Add([.. numbers.Chunk(2).Select(p => (Number(p[0]), Number(p[1])))]);
            }
        }
        return new KinContext(map.Text("name"), when, Conditions(map, when)) { Prior = map.NumberOr("prior"), Levels = levels, KeepsTermFrequency = map.Flag("keeps_term_frequency"), Given = Given(map) };
    }

    private string? Given(MapNode map)
    {
        string? field = map.TextOr("given");
        if (field is not null) Checked(map, "given", new FieldPart(field, null));
        return field;
    }

    private static double Number(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private LinkLevel Level(MapNode map)
    {
        string when = map.Text("when");
        double? m = map.NumberOr("m"), u = map.NumberOr("u");
        if (m is < 0 or > 1) map.Fault("m", "is a share of pairs: it lies between 0 and 1.");
        if (u is < 0 or > 1) map.Fault("u", "is a share of pairs: it lies between 0 and 1.");
        List<FieldPart> frequency = [];
        foreach (string text in map.Texts("term_frequency"))
        {
            if (LinkConditionText.ReadPart(text) is not { } part) map.Fault("term_frequency", $"holds '{text}': write a field, or a part of one such as postcode:outcode.");
            else if (Checked(map, "term_frequency", part)) frequency.Add(part);
        }
        return new LinkLevel(when, Conditions(map, when))
        {
            M = m,
            U = u,
            IsFixed = map.Flag("fixed"),
            TermFrequency = frequency,
            TermFrequencyWeight = map.NumberOr("term_frequency_weight") ?? 1,
        };
    }

    /// <summary>A ready comparison of fields that are there.</summary>
    public LinkComparison Made(string name, string? ready, IReadOnlyList<string> over) => new(name, [.. ReadyComparisons.Levels(ready ?? Usual(over), over, Kind)!
        .Select(l => new LinkLevel(l.When, LinkConditionText.Read(l.When).Value) { TermFrequency = [.. l.TermFrequency.Select(f => LinkConditionText.ReadPart(f)!.Value)] })]);

    // The last level is what remains.
    private static IReadOnlyList<LinkLevel> Closed(IReadOnlyList<LinkLevel> levels) => levels[^1].Conditions.Count == 0 ? levels : [.. levels, new LinkLevel("else", [])];

    private LinkLevel Ready(MapNode map, string when, IReadOnlyList<string> frequency) => new(when, Conditions(map, when)) { TermFrequency = [.. frequency.Select(f => LinkConditionText.ReadPart(f)!.Value)] };

    private IReadOnlyList<LinkCondition> Conditions(MapNode map, string when, string key = "when")
    {
        if (LinkConditionText.Read(when).Refused(out Refusal? why, out IReadOnlyList<LinkCondition>? conditions))
        {
            map.Fault(key, $"cannot be used. {why.Says} {why.Try}");
            return [];
        }
        foreach (LinkCondition condition in conditions)
        {
            if (!Measures.Names.Contains(condition.Measure)) map.Fault(key, $"names '{condition.Measure}', which is none of {string.Join(", ", Measures.Names)}.{Spelling.Suggest(condition.Measure, Measures.Names)}");
            else if (Measures.FieldsOf(condition.Measure) is var (fewest, most) && (condition.Parts.Count < fewest || condition.Parts.Count > most)) map.Fault(key, $"gives {condition.Measure} {condition.Parts.Count} fields; it takes {(fewest == most ? fewest : $"{fewest} to {most}")}.");
            foreach (FieldPart part in condition.Parts) Checked(map, key, part);
        }
        return conditions;
    }

    private bool Checked(MapNode map, string key, FieldPart part)
    {
        if (!names.Contains(part.Field)) map.Fault(key, $"names '{part.Field}', which is no field.{Spelling.Suggest(part.Field, names)}");
        else if (part.Part is { } named && ValueParts.Of(named) is null) map.Fault(key, $"names the part '{named}', which is none of {string.Join(", ", ValueParts.Names)}.{Spelling.Suggest(named, ValueParts.Names)}");
        else return true;
        return false;
    }

    private string Kind(string field) => fields.FirstOrDefault(f => f.Name == field)?.Kind ?? "text";

    private string Usual(IReadOnlyList<string> over) => over.Count > 1 ? "full-name" : Kind(over[0]) switch
    {
        "name" => "name",
        "date" => "date",
        "postcode" => "postcode",
        "pnc" or "cro" or "nhs-number" or "identifier" or "phone" or "email" => "identifier",
        "number" => "exact",
        _ => "text",
    };
}
