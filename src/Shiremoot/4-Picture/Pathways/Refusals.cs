using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Pathways;

/// <summary>What drawing pathways may refuse.</summary>
static class PathwayRefusals
{
    public static Refusal NotAPath(string text, int at, IReadOnlyCollection<string> wanted) =>
        new("PICTURE-80", $"The path, {Place(text, at)}: {Found(text, at)} cannot stand here.", wanted.Count == 0 ? "Write stages with '->' between them." : $"Here may stand {string.Join(", ", wanted)}.") { Of = RefusalOf.Question };

    public static Refusal PathTooLong(int letters, int most) =>
        new("PICTURE-81", string.Create(CultureInfo.InvariantCulture, $"The path has {letters:N0} letters; the most is {most:N0}."), "State a shorter path.") { Of = RefusalOf.Question };

    public static Refusal PathTooDeep(int most) => new("PICTURE-82", string.Create(CultureInfo.InvariantCulture, $"The path nests brackets more than {most} deep."), "Take brackets away.") { Of = RefusalOf.Question };

    public static Refusal TooManyStages(int stages, int most) =>
        new("PICTURE-83", string.Create(CultureInfo.InvariantCulture, $"The path has {stages:N0} stages; the most is {most:N0}."), "State a shorter path.") { Of = RefusalOf.Question };

    public static Refusal UnknownStages(string text, IReadOnlyList<(int At, string Name)> stages, IReadOnlyList<string> known) =>
        new("PICTURE-84", $"The path names {(stages.Count == 1 ? "a stage" : $"{stages.Count} stages")} that no case has reached.", "Put the name right; or, if it is right and nobody got there, list it under 'unseen' in a file of the path.")
        {
            Of = RefusalOf.Name,
            Details = [.. stages.Select(s => $"{Place(text, s.At)}: '{s.Name}'.{Spelling.Suggest(s.Name, known)}")],
        };

    public static Refusal NoSuchActivity(string option, string name, IReadOnlyList<string> known) =>
        new("PICTURE-85", $"{option} names '{name}', which no event is.{Spelling.Suggest(name, known)}", "Name an activity as the file writes it.") { Of = RefusalOf.Name };

    /// <summary>"line 2, column 5" of a text of several lines, else "column 5".</summary>
    private static string Place(string text, int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, Math.Min(at, text.Length));
        int line = before.Count('\n') + 1, column = before.Length - before.LastIndexOf('\n');
        return text.AsSpan().TrimEnd().Contains('\n') ? string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}") : string.Create(CultureInfo.InvariantCulture, $"column {column}");
    }

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(" \n\r\t()|");

    private static string Found(string text, int at)
    {
        if (at >= text.Length) return "the end";
        ReadOnlySpan<char> rest = text.AsSpan(at);
        int end = rest.IndexOfAny(Ends);
        return $"'{rest[..(end < 0 ? rest.Length : Math.Max(end, 1))]}'";
    }
}
