using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>What the columns that files share seem to hold, by their names and by what of their values fits a standard.</summary>
sealed partial class ColumnGuesses
{
    private const int Looked = 20_000;
    private const double Shared = 0.2, Repeated = 0.7;
    private readonly List<Guessed> fields = [];
    private readonly bool hasSeveralFiles;
    private string? id;

    private ColumnGuesses(bool hasSeveralFiles) => this.hasSeveralFiles = hasSeveralFiles;

    /// <summary>What was guessed from what, a line a column.</summary>
    public List<string> Notes { get; } = [];

    public static Outcome<ColumnGuesses> Of(IReadOnlyList<string> files)
    {
        List<Dictionary<string, List<string>>> read = [];
        foreach (string file in files)
        {
            if (Values(file).Refused(out Refusal? why, out Dictionary<string, List<string>>? values)) return why;
            read.Add(values);
        }
        ColumnGuesses guesses = new(files.Count > 1);
        foreach (string header in read[0].Keys)
        {
            int lacking = read.FindIndex(f => !f.ContainsKey(header));
            if (lacking >= 0) guesses.Notes.Add($"{header}: left out, for {Path.GetFileName(files[lacking])} has no such column. If it goes by another name there, list both under 'from'.");
            else guesses.Guess(header, [.. read.Select(f => f[header])]);
        }
        guesses.SetWholeNamesApart();
        return guesses;
    }

    public LinkModel Model(string name) => new()
    {
        Id = FieldName(name),
        Title = $"First model of {name}, suggested from the data",
        IdColumn = id,
        Fields = Fields(),
        Blocks = [],
        Comparisons = [.. Comparisons()],
    };

    /// <summary>Keys worth weighing: identifiers alone, and two of the telling fields, whole or in part.</summary>
    public IEnumerable<BlockRule> Candidates()
    {
        List<FieldPart> telling = [];
        foreach (Guessed f in fields)
        {
            if (f.Kind is "pnc" or "cro" or "nhs-number" or "identifier" or "phone" or "email" or "date" or "postcode") yield return new BlockRule([new FieldPart(f.Field, null)]);
            telling.AddRange(PartsOf(f).Select(part => new FieldPart(f.Field, part)));
        }
        for (int a = 0; a < telling.Count; a++)
            for (int b = a + 1; b < telling.Count; b++)
                if (telling[a].Field != telling[b].Field && (telling[a].Part is null || telling[b].Part is null || (telling[a].Part == "sound" && telling[b].Part == "sound"))) yield return new BlockRule([telling[a], telling[b]]);
    }

    private static Outcome<Dictionary<string, List<string>>> Values(string file)
    {
        if (TableReading.OpenAlone(file).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);
            foreach (string header in reader.Headers) values[header] = [];
            int rows = 0;
            for (; rows < Looked && reader.Read(); rows++)
                for (int c = 0; c < reader.Headers.Count; c++) values[reader.Headers[c]].Add(reader.IsBad ? "" : Encoding.UTF8.GetString(reader.Field(c)));
            if (reader.Stopped is { } stopped) return Refusals.FileStopped(Path.GetFileName(file), stopped);
            return rows == 0 ? Refusals.NoRecords(Path.GetFileName(file)) : values;
        }
    }

    private static IEnumerable<string?> PartsOf(Guessed field) => field.Kind switch
    {
        "name" when field.IsWords => [null],
        "name" => [null, "sound", "first2"],
        "date" => [null, "year"],
        "postcode" => [null, "outcode"],
        "text" or "number" => [null],
        _ => [],
    };

    private IReadOnlyList<LinkField> Fields() => [.. fields.Select(f => new LinkField(f.Field, [f.Column], f.Kind) { Split = f.IsWords ? " " : null, IsList = f.IsWords })];

    private IEnumerable<LinkComparison> Comparisons()
    {
        string[] names = [.. fields.Where(f => f.Kind == "name" && !f.IsWords).Select(f => f.Field)];
        string? forename = names.FirstOrDefault(ColumnKinds.IsForename), surname = names.FirstOrDefault(n => n != forename && ColumnKinds.IsSurname(n));
        LinkReading reading = new(Fields());
        if (forename is not null && surname is not null) yield return reading.Made($"{forename}_{surname}", "full-name", [forename, surname]);
        foreach (Guessed f in fields.Where(f => !f.IsWords))
            if (forename is null || surname is null || (f.Field != forename && f.Field != surname)) yield return reading.Made(f.Field, ComparedAs(f), [f.Field]);
    }

    // Addresses of e-mail differ by more than a slip or two: the same name before another @.
    private static string? ComparedAs(Guessed field) => field.Kind switch
    {
        "text" when field.Field is "sex" or "gender" || ColumnKinds.IsHouseNumber(field.Column) => "exact",
        "email" => "text",
        _ => null,
    };

    private void Guess(string header, IReadOnlyList<IReadOnlyList<string>> files)
    {
        List<string> there = [.. files.SelectMany(f => f.Where(v => v.Length > 0))];
        int rows = files.Sum(f => f.Count), distinct = there.Distinct().Count();
        if (there.Count < rows * 0.02 || distinct < 2)
        {
            Notes.Add($"{header}: left out, for it is {(distinct < 2 ? "the same in every row" : "nearly always empty")}.");
            return;
        }
        bool isUnique = files.All(f => f.Distinct().Count() == f.Count), isShared = IsShared(files);
        if (Id().IsMatch(header) && isUnique && !isShared && !ColumnKinds.IsPersonNumber(header))
        {
            Notes.Add(id is null ? $"{header}: taken for the record's own id." : $"{header}: left out, for no two records have one value of it.");
            id ??= header;
            return;
        }
        if (Truth().IsMatch(header))
        {
            Notes.Add($"{header}: left out, for it looks like the answer (--truth {header}).");
            return;
        }
        string kind = ColumnKinds.Of(header, there, files.Any(f => f.Where(v => v.Length > 0).Distinct().Count() > 0.5 * f.Count(v => v.Length > 0)));
        if (kind == "number" && isUnique && isShared) kind = "identifier";
        if (kind == "text" && there.Average(v => v.Length) > 60)
        {
            Notes.Add($"{header}: left out, for it is long text.");
            return;
        }
        fields.Add(new Guessed(header, FieldName(header), kind, [.. files.SelectMany(f => f)]));
        Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{header}: {kind}, {distinct:N0} different values in {there.Count:N0} rows{(isUnique && isShared ? "; different within each file and the same in several, so it is taken for a person's" : "")}."));
    }

    // Files have values in common, and not only because each counts its rows.
    private bool IsShared(IReadOnlyList<IReadOnlyList<string>> files)
    {
        if (!hasSeveralFiles || files.All(f => f.All(v => v.Length is > 0 and < 10 && int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n <= f.Count + 1))) return false;
        HashSet<string> met = [.. files[0]];
        met.Remove("");
        return files.Skip(1).Any(f => f.Count(met.Contains) > Shared * Math.Min(f.Count, files[0].Count));
    }

    // A column that repeats what two others say, as a whole name does, would be counted twice if it were compared. Its words are keys.
    private void SetWholeNamesApart()
    {
        Guessed[] whole = [.. fields.Where(f => f.Kind is "name" or "text" && fields.Count(o => o.Kind == "name" && Repeats(f, o)) >= 2)];
        if (whole.Length == 0) return;
        Guessed longest = whole.MaxBy(f => f.Values.Average(v => v.Length))!;
        foreach (Guessed f in whole)
        {
            int at = fields.IndexOf(f);
            string others = string.Join(" and ", fields.Where(o => o.Kind == "name" && !whole.Contains(o) && Repeats(f, o)).Select(o => o.Column));
            Notes[Notes.FindIndex(n => n.StartsWith(f.Column + ":", StringComparison.Ordinal))] = f == longest
                ? $"{f.Column}: repeats {others}; not compared, its words are keys."
                : $"{f.Column}: left out, for it repeats {others}.";
            fields[at] = f with { Kind = "name", IsWords = true };
        }
        fields.RemoveAll(f => f.IsWords && f.Column != longest.Column);
    }

    private static bool Repeats(Guessed whole, Guessed part)
    {
        if (whole == part) return false;
        (int both, int repeats, int longer) = (0, 0, 0);
        for (int r = 0; r < whole.Values.Count; r++)
        {
            if (whole.Values[r].Length == 0 || part.Values[r].Length == 0) continue;
            both++;
            if (whole.Values[r].Contains(part.Values[r], StringComparison.OrdinalIgnoreCase)) repeats++;
            if (whole.Values[r].Length > part.Values[r].Length) longer++;
        }
        return both > 0 && repeats > both * Repeated && longer > both * Repeated;
    }

    private static string FieldName(string header)
    {
        string plain = NotWord().Replace(header.Trim().ToLowerInvariant(), "_").Trim('_');
        return plain.Length == 0 ? "field" : char.IsAsciiDigit(plain[0]) ? "f_" + plain : plain;
    }

    // A column, the field of it, and its values, row by row.
    private sealed record Guessed(string Column, string Field, string Kind, IReadOnlyList<string> Values)
    {
        public bool IsWords { get; init; }
    }

    [GeneratedRegex(@"(^|_| )id$|^id|_id|unique|record", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    [GeneratedRegex(@"cluster|entity|truth|ent_id|person_?id|true_", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Truth();

    [GeneratedRegex(@"[^a-z0-9]+")]
    private static partial Regex NotWord();
}
