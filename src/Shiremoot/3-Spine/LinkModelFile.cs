using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Reads a linkage model. Schema: docs/schemas/linkage.schema.json.</summary>
public static class LinkModelFile
{
    private const double MostThreshold = 100; // bits: beyond, all pairs join or none

    // Rules are bits of 32, of which one is kept for the rule that takes every pair of a small file.
    private const int MostComparisons = 15, MostLevels = 14, MostRules = 31, MostFields = 31, MostKin = 14;

    public static Outcome<LinkModel> Read(string path) => PlaceFile.Read(path, Path.GetFileName(path), Read);

    public static Outcome<LinkModel> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, Read);

    /// <summary>The model without some of its fields: rules that ask for one are dropped, and so are comparisons and contexts that speak of one.</summary>
    public static Outcome<LinkModel> Without(LinkModel model, IReadOnlyList<string> fields)
    {
        foreach (string field in fields)
            if (model.Fields.All(f => f.Name != field)) return Refusals.NoSuchField(field, model.Fields.Select(f => f.Name));
        LinkModel left = model with
        {
            Fields = [.. model.Fields.Where(f => !fields.Contains(f.Name) && !f.Join.Intersect(fields).Any())],
            OnePerPerson = [.. model.OnePerPerson.Except(fields)],
        };
        bool Has(string field) => left.Fields.Any(f => f.Name == field);
        left = left with
        {
            Blocks = [.. model.Blocks.Where(b => b.Parts.All(p => Has(p.Field)))],
            Narrower = [.. model.Narrower.Where(n => n.Rules.Prepend(n.Of).All(b => b.Parts.All(p => Has(p.Field))))],
            Comparisons = [.. model.Comparisons.Where(c => c.Fields.All(Has) && c.Only.All(o => o.Parts.All(p => Has(p.Field))))],
            Kin = [.. model.Kin.Where(k => k.Conditions.All(c => c.Parts.All(p => Has(p.Field)))).Select(k => k with { Prior = null, Levels = [] })],
            Cautions = [.. model.Cautions.Where(k => k.Conditions.All(c => c.Parts.All(p => Has(p.Field))))],
            Prior = null,
        };
        return left.Blocks.Count == 0 ? Refusals.NothingLeft(fields, "blocking rule") : left.Comparisons.Count == 0 ? Refusals.NothingLeft(fields, "comparison") : left;
    }

    /// <summary>The model with another threshold, in bits.</summary>
    public static Outcome<LinkModel> At(LinkModel model, double threshold) => IsThreshold(threshold) ? model with { Threshold = threshold } : Refusals.ThresholdOutside(threshold, MostThreshold);

    private static bool IsThreshold(double bits) => Math.Abs(bits) <= MostThreshold;

    private static LinkModel Read(MapNode map)
    {
        IReadOnlyList<LinkField> fields = Fields(map);
        LinkReading reading = new(fields);
        LinkModel model = new()
        {
            Id = map.Text("id"),
            Title = map.TextOr("title", ""),
            IdColumn = map.TextOr("record_id"),
            SourceColumn = map.TextOr("record_source"),
            Fields = fields,
            Blocks = [.. map.Texts("block").Select(text => reading.Rule(map, text))],
            Narrower = [.. map.Maps("narrower").Select(reading.Narrower)],
            MostInBlock = map.WholeOr("most_in_block") ?? 500,
            Comparisons = [.. map.Maps("compare").Select(reading.Comparison)],
            OnePerPerson = map.Texts("one_per_person"),
            NoDuplicatesIn = map.Texts("no_duplicates_in"),
            Prior = map.NumberOr("prior"),
            Threshold = map.NumberOr("threshold"),
        };
        model = model with { Cautions = [.. map.Maps("caution").Select(reading.Caution)] };
        model = model with { Kin = [.. map.Maps("kin").Select(k => reading.Kin(k, model.Comparisons))] };
        map.TextOr("source");
        Check(map, model);
        return model;
    }

    private static void Check(MapNode map, LinkModel model)
    {
        if (model.Blocks.Count is 0 or > MostRules) map.Fault("block", $"must hold 1 to {MostRules} rules, such as '- surname, born'.");
        if (model.Blocks.Count + model.Narrower.Sum(n => n.Rules.Count - 1) > MostRules) map.Fault("narrower", $"holds so many rules that there may be more than {MostRules}.");
        foreach (NarrowerRules narrower in model.Narrower)
        {
            if (NarrowerRules.IndexOf(model, narrower.Of) < 0) map.Fault("narrower", $"takes the place of '{narrower.Of}', which is no rule of 'block'.");
            if (narrower.Rules.Count == 0) map.Fault("narrower", $"names no rules that take the place of '{narrower.Of}'.");
            if (narrower.Above <= 0) map.Fault("narrower", "must be 'above' a number of pairs a record.");
        }
        if (model.Comparisons.Count is 0 or > MostComparisons) map.Fault("compare", $"must hold 1 to {MostComparisons} comparisons.");
        foreach (LinkComparison comparison in model.Comparisons)
            if (comparison.Levels.Count > MostLevels) map.Fault("compare", $"has more than {MostLevels} levels in '{comparison.Name}'.");
        if (model.Comparisons.Select(c => c.Name).Distinct().Count() < model.Comparisons.Count) map.Fault("compare", "has two comparisons of one name; give one of them a 'name'.");
        if (model.Fields.Count > MostFields) map.Fault("fields", $"holds more than {MostFields} fields.");
        if (model.Kin.Count > MostKin) map.Fault("kin", $"holds more than {MostKin} contexts.");
        if (model.Prior is <= 0 or >= 1) map.Fault("prior", "must lie between 0 and 1.");
        if (model.Threshold is { } bits && !IsThreshold(bits)) map.Fault("threshold", $"is in bits: it lies between {-MostThreshold:0} and {MostThreshold:0}.");
        if (model.MostInBlock < 2) map.Fault("most_in_block", "must be at least 2.");
        foreach (string field in model.OnePerPerson.Where(f => model.Fields.All(k => k.Name != f))) map.Fault("one_per_person", $"names '{field}', which is no field.");
    }

    private static IReadOnlyList<LinkField> Fields(MapNode map)
    {
        if (map.MapOr("fields") is not { } all)
        {
            map.Fault("fields", "is missing; write the fields that records are linked by, such as 'surname: name'.");
            return [];
        }
        return [.. all.Keys.Select(name => Field(all, name))];
    }

    private static LinkField Field(MapNode all, string name)
    {
        if (all.IsScalar(name)) return new LinkField(name, [name], Kind(all, name, all.Text(name)));
        if (all.MapOr(name) is not { } field)
        {
            all.Fault(name, "must be a kind, or a map with 'as' and 'from'.");
            return new LinkField(name, [name], "text");
        }
        IReadOnlyList<string> from = field.Texts("from"), join = field.Texts("join");
        string? split = field.TextOr("split");
        return new LinkField(name, from.Count > 0 || join.Count > 0 ? from : [name], Kind(field, "as", field.TextOr("as", "text")))
        {
            Join = join,
            Split = split,
            IsList = field.Flag("list", split is not null),
            Ignored = field.Texts("ignore"),
        };
    }

    private static string Kind(MapNode map, string key, string kind)
    {
        if (Standardising.Standards.Of(kind) is not null) return kind;
        map.Fault(key, $"is '{kind}', which is none of {string.Join(", ", Standardising.Standards.Kinds)}.{Spelling.Suggest(kind, Standardising.Standards.Kinds)}");
        return "text";
    }
}
