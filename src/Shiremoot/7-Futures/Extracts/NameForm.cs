namespace Shiremoot.Futures.Extracts;

/// <summary>How an extract writes a whole name in one field, by example: 'SURNAME, Forename Middle', 'Forename SURNAME'. A word in capitals is written in capitals.</summary>
sealed class NameForm
{
    private static readonly string[] Words = ["forename", "middle", "surname"];
    private readonly (int Word, bool IsUpper, string Before)[] parts;

    public NameForm(string written) => parts = [.. Parts(written)!];

    public static string? Fault(string written) =>
        Parts(written) is { } parts && parts.Any(p => p.Word == 2) ? null : "must be made of Forename, Middle and Surname (or FORENAME, MIDDLE, SURNAME) with marks between them, such as 'SURNAME, Forename'.";

    /// <summary>Writes what is known of a name; a mark between two parts is written only where both are.</summary>
    public void Write(string forename, string middle, string surname, RowBuffer into)
    {
        bool any = false;
        foreach ((int word, bool isUpper, string before) in parts)
        {
            string part = word switch { 0 => forename, 1 => middle, _ => surname };
            if (string.IsNullOrEmpty(part)) continue;
            if (any) into.Text(before);
            if (isUpper) into.Upper(part);
            else into.Text(part);
            any = true;
        }
    }

    // Null where a word is no part of a name.
    private static List<(int Word, bool IsUpper, string Before)>? Parts(string written)
    {
        List<(int, bool, string)> parts = [];
        int from = 0;
        for (int at = 0; at < written.Length;)
        {
            if (!char.IsLetter(written[at]))
            {
                at++;
                continue;
            }
            int end = at;
            while (end < written.Length && char.IsLetter(written[end])) end++;
            string word = written[at..end];
            int known = Array.IndexOf(Words, word.ToLowerInvariant());
            if (known < 0) return null;
            parts.Add((known, word.All(char.IsUpper), written[from..at]));
            from = at = end;
        }
        return parts.Count > 0 && from == written.Length ? parts : null;
    }
}
