using System.Text;

namespace Shiremoot.Records.Areas;

/// <summary>Brings the ways a name of an area is written to one form: "Devon &amp; Cornwall Police" and "devon and cornwall".</summary>
internal static class AreaNames
{
    /// <summary>Small letters, "and" for an ampersand, one blank between words, "city of" before the name.</summary>
    public static string Plain(string name)
    {
        StringBuilder plain = new(name.Length);
        foreach (char c in name)
        {
            if (c is '\'' or '’' or '.') continue;
            if (c == '&') plain.Append(" and ");
            else plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        string text = string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (text.StartsWith("the ", StringComparison.Ordinal)) text = text[4..];
        foreach (string of in (ReadOnlySpan<string>)["city of", "county of"])
            if (text.EndsWith($" {of}", StringComparison.Ordinal)) return $"{of} {text[..^(of.Length + 1)]}";
        return text;
    }

    /// <summary>The plain name without the longest of the endings that fits; the same text if none does.</summary>
    public static string WithoutEnding(string plain, IReadOnlyList<string> endings)
    {
        string shortest = plain;
        foreach (string ending in endings)
            if (plain.EndsWith($" {ending}", StringComparison.Ordinal) && plain.Length - ending.Length - 1 < shortest.Length) shortest = plain[..^(ending.Length + 1)];
        return shortest;
    }
}
