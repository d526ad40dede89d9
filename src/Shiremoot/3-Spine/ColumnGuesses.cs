using System.Text;
using System.Text.RegularExpressions;
using Shiremoot.Intake;
using Shiremoot.Spine.Standardising;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>What the columns of a file seem to hold, by their names and by what of their values fits a standard.</summary>
sealed partial class ColumnGuesses
{
    private const int Looked = 20_000;
    private readonly List<(string Column, string Field, string Kind)> fields = [];
    private string? id;

    /// <summary>What was guessed from what, a line a column.</summary>
    public List<string> Notes { get; } = [];

    public static Outcome<ColumnGuesses> Of(IReadOnlyList<string> files)
    {
        if (TableReading.Open(files[0], new FileFormat()).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            List<string>[] values = [.. reader.Headers.Select(_ => new List<string>())];
            for (int rows = 0; rows < Looked && reader.Read(); rows++)
                for (int c = 0; c < values.Length; c++) values[c].Add(reader.IsBad ? "" : Encoding.UTF8.GetString(reader.Field(c)));
            if (reader.Stopped is { } stopped) return Refusals.FileStopped(Path.GetFileName(files[0]), stopped);
            if (values.Length == 0 || values[0].Count == 0) return Refusals.NoRecords(Path.GetFileName(files[0]));
            ColumnGuesses guesses = new();
            for (int c = 0; c < values.Length; c++) guesses.Guess(reader.Headers[c], values[c]);
            return guesses;
        }
    }

    public LinkModel Model(string name) => new()
    {
        Id = FieldName(name),
        Title = $"First model of {name}, suggested from the data",
        IdColumn = id,
        Fields = [.. fields.Select(f => new LinkField(f.Field, [f.Column], f.Kind))],
        Blocks = [],
        Comparisons = [.. Comparisons()],
    };

    /// <summary>Keys worth weighing: identifiers alone, and two of the telling fields, whole or in part.</summary>
    public IEnumerable<BlockRule> Candidates()
    {
        List<FieldPart> telling = [];
        foreach ((_, string field, string kind) in fields)
        {
            if (kind is "pnc" or "cro" or "nhs-number" or "identifier" or "phone" or "email" or "date" or "postcode") yield return new BlockRule([new FieldPart(field, null)]);
            telling.AddRange(PartsOf(kind).Select(part => new FieldPart(field, part)));
        }
        for (int a = 0; a < telling.Count; a++)
            for (int b = a + 1; b < telling.Count; b++)
                if (telling[a].Field != telling[b].Field && (telling[a].Part is null || telling[b].Part is null || (telling[a].Part == "sound" && telling[b].Part == "sound"))) yield return new BlockRule([telling[a], telling[b]]);
    }

    private static IEnumerable<string?> PartsOf(string kind) => kind switch
    {
        "name" => [null, "sound", "first2"],
        "date" => [null, "year"],
        "postcode" => [null, "outcode"],
        "text" => [null],
        _ => [],
    };

    private IEnumerable<LinkComparison> Comparisons()
    {
        string[] names = [.. fields.Where(f => f.Kind == "name").Select(f => f.Field)];
        string? forename = names.FirstOrDefault(n => Forename().IsMatch(n)), surname = names.FirstOrDefault(n => Surname().IsMatch(n));
        LinkReading reading = new([.. fields.Select(f => new LinkField(f.Field, [f.Column], f.Kind))]);
        if (forename is not null && surname is not null) yield return reading.Made($"{forename}_{surname}", "full-name", [forename, surname]);
        foreach ((_, string field, string kind) in fields)
            if (forename is null || surname is null || (field != forename && field != surname)) yield return reading.Made(field, kind == "text" && field is "sex" or "gender" ? "exact" : null, [field]);
    }

    private void Guess(string header, List<string> values)
    {
        List<string> there = [.. values.Where(v => v.Length > 0)];
        int distinct = there.Distinct().Count();
        string field = FieldName(header);
        if (there.Count < values.Count * 0.02 || distinct < 2)
        {
            Notes.Add($"{header}: left out, for it is {(distinct < 2 ? "the same in every row" : "nearly always empty")}.");
            return;
        }
        if (Id().IsMatch(header) && distinct == values.Count && !Number().IsMatch(header))
        {
            id ??= header;
            Notes.Add($"{header}: taken for the record's own id.");
            return;
        }
        if (Truth().IsMatch(header))
        {
            Notes.Add($"{header}: left out, for it looks like the answer (--truth {header}).");
            return;
        }
        string kind = ByName(header) ?? ByValues(there, distinct);
        if (kind == "text" && there.Average(v => v.Length) > 60)
        {
            Notes.Add($"{header}: left out, for it is long text.");
            return;
        }
        fields.Add((header, field, kind));
        Notes.Add($"{header}: {kind}, {distinct:N0} different values in {there.Count:N0} rows.");
    }

    private static string? ByName(string header) => header switch
    {
        _ when Date().IsMatch(header) => "date",
        _ when Postcode().IsMatch(header) => "postcode",
        _ when header.Contains("mail", StringComparison.OrdinalIgnoreCase) => "email",
        _ when Phone().IsMatch(header) => "phone",
        _ when Regex.IsMatch(header, "^pnc", RegexOptions.IgnoreCase) => "pnc",
        _ when Regex.IsMatch(header, "^cro", RegexOptions.IgnoreCase) => "cro",
        _ when header.Contains("nhs", StringComparison.OrdinalIgnoreCase) => "nhs-number",
        _ when Number().IsMatch(header) => "identifier",
        _ when Forename().IsMatch(header) || Surname().IsMatch(header) || Middle().IsMatch(header) => "name",
        _ => null,
    };

    // What nine in ten values are of; of numbers nearly all different, an identifier.
    private static string ByValues(List<string> values, int distinct)
    {
        foreach (string kind in (ReadOnlySpan<string>)["email", "date", "nhs-number"])
            if (Fitting(values, kind) > 0.9) return kind;
        if (Fitting(values, "number") > 0.95) return distinct > values.Count * 0.5 && values.Average(v => v.Length) >= 6 ? "identifier" : "number";
        return "text";
    }

    private static double Fitting(List<string> values, string kind)
    {
        IStandard standard = Standards.Of(kind)!;
        byte[] room = new byte[2048];
        int fit = values.Count(v => v.Length < 200 && standard.Write(Encoding.UTF8.GetBytes(v), room) > 0 && (kind != "date" || v.AsSpan().ContainsAny("-/. ") || v.Length == 8));
        return (double)fit / values.Count;
    }

    private static string FieldName(string header)
    {
        string plain = NotWord().Replace(header.Trim().ToLowerInvariant(), "_").Trim('_');
        return plain.Length == 0 ? "field" : char.IsAsciiDigit(plain[0]) ? "f_" + plain : plain;
    }

    [GeneratedRegex(@"(^|_| )id$|^id|_id|unique|record", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    [GeneratedRegex(@"cluster|entity|truth|ent_id|person_?id|true_", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Truth();

    [GeneratedRegex(@"birth_?date|^dob|date.?of.?birth|^born|d\.o\.b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"post.?code|^zip|postal", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"phone|mobile|^tel", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Phone();

    [GeneratedRegex(@"ssn|soc_?sec|nino|national.?ins|prison.?num|nomis|^crn|^upn|passport|licen[cs]e", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"fore.?name|first.?name|given|^fname", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forename();

    [GeneratedRegex(@"sur.?name|last.?name|family.?name|^lname", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Surname();

    [GeneratedRegex(@"middle|second.?name", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Middle();

    [GeneratedRegex(@"[^a-z0-9]+")]
    private static partial Regex NotWord();
}
