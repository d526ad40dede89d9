using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Mistakes;

/// <summary>How names are misheard: rules of spelling (ph for f, ie for y) and names that sound alike (Sean, Shaun).</summary>
sealed class Sounds
{
    private readonly (string Written, string Heard, Place Place)[] rules;
    private readonly Dictionary<string, string[]> whole;

    private Sounds((string, string, Place)[] rules, Dictionary<string, string[]> whole) => (this.rules, this.whole) = (rules, whole);

    private enum Place
    {
        Any,
        Start,
        Middle,
        End,
    }

    /// <summary>Reads sounds.csv of the folder names of the vocabulary.</summary>
    public static Outcome<Sounds> Read(string folder)
    {
        List<string> faults = [];
        List<(string, string, Place)> rules = [];
        Dictionary<string, string[]> whole = new(StringComparer.Ordinal);
        if (CsvTable.Read(Path.Combine(folder, "sounds.csv"), "names/sounds.csv", faults) is { } table)
        {
            (int written, int heard, int where) = (table.Column("written"), table.Column("heard_as"), table.Column("where"));
            for (int row = 0; row < table.Rows; row++)
            {
                (string from, string to, string at) = (table[row, written], table[row, heard], table[row, where]);
                if (from.Length == 0 || from == to) table.Fault(row, "what is written must be something, and sound as something else.");
                else if (at == "whole") whole[from] = whole.TryGetValue(from, out string[]? known) ? [.. known, to] : [to];
                else if (at.Length > 0 && char.IsAsciiLetterLower(at[0]) && Enum.TryParse(at, ignoreCase: true, out Place place)) rules.Add((from, to, place));
                else table.Fault(row, "'where' must be any, start, middle, end or whole.");
            }

            if (rules.Count == 0) faults.Add("names/sounds.csv:1: there is no rule.");
        }

        return faults.Count > 0 ? Refusals.Faults("The file of sounds", faults) : new Sounds([.. rules], whole);
    }

    /// <summary>The name as someone else might spell it; the name itself if no rule fits.</summary>
    public string Heard(string name, ref Chance chance)
    {
        if (whole.TryGetValue(name, out string[]? alike) && chance.Happens(0.7)) return alike[chance.Below(alike.Length)];
        int start = chance.Below(rules.Length);
        for (int i = 0; i < rules.Length; i++)
        {
            (string written, string heard, Place place) = rules[(start + i) % rules.Length];
            int at = Find(name, written, place);
            if (at < 0 || name.Length + heard.Length - written.Length < 2) continue;
            return string.Concat(name.AsSpan(0, at), at == 0 ? Capital(heard) : heard, name.AsSpan(at + written.Length));
        }

        return name;
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static int Find(string name, string written, Place place)
    {
        int last = name.Length - written.Length;
        if (last < 0) return -1;
        switch (place)
        {
            case Place.Start: return name.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? 0 : -1;
            case Place.End: return last > 0 && name.EndsWith(written, StringComparison.Ordinal) ? last : -1;
            default:
                int at = name.AsSpan(1).IndexOf(written, StringComparison.Ordinal) + 1;
                return at == 0 || (place == Place.Middle && at == last) ? -1 : at;
        }
    }
}
