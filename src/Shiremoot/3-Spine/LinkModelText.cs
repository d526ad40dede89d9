using System.Globalization;
using System.Text;

namespace Shiremoot.Spine;

/// <summary>Writes a model as a model file, with all that was learned, so that it can be read, argued with and used again.</summary>
public static class LinkModelText
{
    /// <param name="model">The model.</param>
    /// <param name="remark">A line of what the numbers were learned from; none if null.</param>
    public static string Write(LinkModel model, string? remark = null)
    {
        StringBuilder text = new();
        if (remark is not null) text.Append(CultureInfo.InvariantCulture, $"# {remark.ReplaceLineEndings(" ")}\n");
        text.Append(CultureInfo.InvariantCulture, $"id: {model.Id}\n");
        if (model.Title.Length > 0) text.Append(CultureInfo.InvariantCulture, $"title: {Quoted(model.Title)}\n");
        if (model.IdColumn is { } id) text.Append(CultureInfo.InvariantCulture, $"record_id: {Quoted(id)}\n");
        if (model.SourceColumn is { } source) text.Append(CultureInfo.InvariantCulture, $"record_source: {Quoted(source)}\n");
        text.Append("fields:\n");
        foreach (LinkField field in model.Fields) text.Append(CultureInfo.InvariantCulture, $"  {field.Name}: {Field(field)}\n");
        text.Append("block:\n");
        foreach (BlockRule rule in model.Blocks.Where(b => b.Parts.Count > 0)) text.Append(CultureInfo.InvariantCulture, $"  - {Quoted(rule.ToString())}\n");
        if (model.Narrower.Count > 0) text.Append("narrower:\n");
        foreach (NarrowerRules narrower in model.Narrower) text.Append(CultureInfo.InvariantCulture, $"  - {{ of: {Quoted(narrower.Of.ToString())}, above: {Number(narrower.Above)}, rules: [{string.Join(", ", narrower.Rules.Select(r => Quoted(r.ToString())))}] }}\n");
        text.Append(CultureInfo.InvariantCulture, $"most_in_block: {model.MostInBlock}\n");
        if (model.OnePerPerson.Count > 0) text.Append(CultureInfo.InvariantCulture, $"one_per_person: [{string.Join(", ", model.OnePerPerson)}]\n");
        if (model.NoDuplicatesIn.Count > 0) text.Append(CultureInfo.InvariantCulture, $"no_duplicates_in: [{string.Join(", ", model.NoDuplicatesIn.Select(Quoted))}]\n");
        if (model.Prior is { } prior) text.Append(CultureInfo.InvariantCulture, $"prior: {Number(prior)}\n");
        if (model.Threshold is { } threshold) text.Append(CultureInfo.InvariantCulture, $"threshold: {Number(threshold)}\n");
        if (model.Cautions.Count > 0) text.Append("caution:\n");
        foreach (LinkCaution caution in model.Cautions) text.Append(CultureInfo.InvariantCulture, $"  - {{ name: {caution.Name}, when: {Quoted(caution.When)}, bits: {Number(caution.Bits)} }}\n");
        Kin(text, model);
        text.Append("compare:\n");
        foreach (LinkComparison comparison in model.Comparisons) Comparison(text, comparison);
        return text.ToString();
    }

    private static string Field(LinkField field)
    {
        List<string> parts = [$"as: {field.Kind}"];
        if (field.From.Count > 0) parts.Add($"from: [{string.Join(", ", field.From.Select(Quoted))}]");
        if (field.Join.Count > 0) parts.Add($"join: [{string.Join(", ", field.Join)}]");
        if (field.Split is { } split) parts.Add($"split: {Quoted(split)}");
        if (field.IsList != (field.Split is not null)) parts.Add(field.IsList ? "list: true" : "list: false");
        if (field.Ignored.Count > 0) parts.Add($"ignore: [{string.Join(", ", field.Ignored.Select(Quoted))}]");
        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static void Kin(StringBuilder text, LinkModel model)
    {
        if (model.Kin.Count > 0) text.Append("kin:\n");
        foreach (KinContext kin in model.Kin)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - name: {kin.Name}\n    when: {Quoted(kin.When)}\n");
            if (kin.Given is { } given) text.Append(CultureInfo.InvariantCulture, $"    given: {given}\n");
            if (kin.KeepsTermFrequency) text.Append("    keeps_term_frequency: true\n");
            if (kin.Prior is not { } prior || kin.Levels.Count != model.Comparisons.Count) continue;
            text.Append(CultureInfo.InvariantCulture, $"    prior: {Number(prior)}\n    levels:\n");
            for (int c = 0; c < kin.Levels.Count; c++)
                text.Append(CultureInfo.InvariantCulture, $"      {model.Comparisons[c].Name}: [{string.Join(", ", kin.Levels[c].Select(l => $"{Number(l.M)}, {Number(l.U)}"))}]\n");
        }
    }

    private static void Comparison(StringBuilder text, LinkComparison comparison)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - name: {Quoted(comparison.Name)}\n");
        if (comparison.OnlyText is { } only) text.Append(CultureInfo.InvariantCulture, $"    only: {Quoted(only)}\n");
        text.Append("    levels:\n");
        foreach (LinkLevel level in comparison.Levels)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - {{ when: {Quoted(level.When)}");
            if (level.M is { } m) text.Append(CultureInfo.InvariantCulture, $", m: {Number(m)}");
            if (level.U is { } u) text.Append(CultureInfo.InvariantCulture, $", u: {Number(u)}");
            if (level.IsFixed) text.Append(", fixed: true");
            if (level.TermFrequency.Count > 0) text.Append(CultureInfo.InvariantCulture, $", term_frequency: [{string.Join(", ", level.TermFrequency.Select(f => Quoted(f.ToString())))}]");
            if (level.TermFrequencyWeight != 1) text.Append(CultureInfo.InvariantCulture, $", term_frequency_weight: {Number(level.TermFrequencyWeight)}");
            text.Append(" }");
            if (level.Weight is { } weight) text.Append(CultureInfo.InvariantCulture, $" # {weight:+0.00;-0.00} bits");
            text.Append('\n');
        }
    }

    // To the last digit: a model read again gives the same weights.
    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
