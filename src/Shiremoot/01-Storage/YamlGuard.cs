using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Shiremoot.Storage;

/// <summary>What a place file may not hold though YAML allows it: depth that would exhaust the stack, anchors (a map may then hold itself), and characters no store keeps.</summary>
static class YamlGuard
{
    private const int MostDepth = 64;

    /// <summary>The first fault and its line, or null. Walks the file's events and keeps nothing.</summary>
    public static (long Line, string Says)? Fault(string text)
    {
        Parser parser = new(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent now = parser.Current!;
            depth += now.NestingIncrease;
            if (depth > MostDepth) return (now.Start.Line, $"it is nested more than {MostDepth} deep");
            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) return (now.Start.Line, "anchors (&) and aliases (*) are not used in place files; write the value out, or put it in quotes");
            if (now is Scalar scalar && scalar.Value.Any(c => c == '\0' || char.IsSurrogate(c)) && !IsSound(scalar.Value)) return (now.Start.Line, "it holds a character that cannot be stored");
        }
        return null;
    }

    private static bool IsSound(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return false;
            i++;
        }
        return true;
    }
}
