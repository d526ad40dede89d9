using Shiremoot.Terms;
using Sprache;

namespace Shiremoot.Picture.Pathways;

/// <summary>
/// The language of an intended path (docs/methods/pathways.md):
/// <code>
/// path   = part { "->" part }
/// part   = ( name | "(" path { "|" path } ")" ) [ "?" | "+" | "*" ]
/// name   = words without the signs above, or any text in "double quotes"
/// </code>
/// </summary>
sealed class PathGrammar
{
    private const int MostLetters = 20_000, MostDepth = 30;
    private readonly SortedSet<string> wanted = new(StringComparer.Ordinal);
    private readonly Parser<PathNode> path;
    private int furthest, depth;

    private PathGrammar()
    {
        Parser<PathNode> stage = from at in Here from name in Told("a stage", Quoted.Or(Bare)) select (PathNode)new PathNode.Stage(at, name);
        Parser<PathNode> bracket = from open in Sign("(") from inside in Deeper(() => path!.DelimitedBy(Sign("|"))) from close in Sign(")") select Many([.. inside], all => new PathNode.Choice(all));
        Parser<PathNode> part =
            from one in bracket.Or(stage)
            from mark in Sign("?").Or(Sign("+")).Or(Sign("*")).Optional()
            select mark.IsDefined ? new PathNode.Marked(one, mark.Get()[0]) : one;
        path = part.DelimitedBy(Sign("->")).Select(parts => Many([.. parts], all => new PathNode.Sequence(all)));
    }

    /// <summary>Reads a path; refused with the place and what could have stood there.</summary>
    public static Outcome<PathNode> Read(string text)
    {
        if (text.Length > MostLetters) return PathwayRefusals.PathTooLong(text.Length, MostLetters);
        PathGrammar grammar = new();
        IResult<PathNode> read = Parse.WhiteSpace.Many().Then(_ => grammar.path)(new Input(text));
        if (read.WasSuccessful && read.Remainder.AtEnd) return read.Value;
        return grammar.depth < 0 ? PathwayRefusals.PathTooDeep(MostDepth) : PathwayRefusals.NotAPath(text, grammar.furthest, grammar.wanted);
    }

    private static Parser<int> Here { get; } = input => Result.Success(input.Position, input);

    private static Parser<string> Quoted { get; } =
        from open in Parse.Char('"')
        from inside in Parse.CharExcept('"').Or(Parse.String("\"\"").Return('"')).AtLeastOnce().Text()
        from close in Parse.Char('"')
        select inside;

    // Words with single blanks between, up to a sign; a hyphen is of the name unless an arrow begins there.
    private static Parser<string> Bare { get; } = input =>
    {
        string text = input.Source;
        int end = input.Position;
        for (int at = end; at < text.Length && !IsSign(text, at); at++)
            if (!char.IsWhiteSpace(text[at])) end = at + 1;
        if (end == input.Position) return Result.Failure<string>(input, "not found", []);
        IInput rest = input;
        while (rest.Position < end) rest = rest.Advance();
        return Result.Success(text[input.Position..end], rest);
    };

    private static bool IsSign(string text, int at) => text[at] is '(' or ')' or '|' or '?' or '+' or '*' or '"' || (text[at] == '-' && at + 1 < text.Length && text[at + 1] == '>');

    private static PathNode Many(PathNode[] parts, Func<PathNode[], PathNode> make) => parts.Length == 1 ? parts[0] : make(parts);

    private Parser<string> Sign(string sign) => Told($"'{sign}'", Parse.String(sign).Text());

    // Remembers, when it fails, where and what it wanted: the furthest such place is where the writer went wrong.
    private Parser<T> Told<T>(string what, Parser<T> parser) => input =>
    {
        IResult<T> result = parser(input);
        if (!result.WasSuccessful)
        {
            if (input.Position > furthest) wanted.Clear();
            if (input.Position < furthest) return result;
            furthest = input.Position;
            wanted.Add(what);
            return result;
        }
        IInput rest = result.Remainder;
        while (!rest.AtEnd && char.IsWhiteSpace(rest.Current)) rest = rest.Advance();
        return Result.Success(result.Value, rest);
    };

    // Brackets within brackets are counted: a text sent to us cannot exhaust the stack.
    private Parser<T> Deeper<T>(Func<Parser<T>> inside) => input =>
    {
        if (depth < 0 || depth >= MostDepth)
        {
            depth = -1;
            return Result.Failure<T>(input, "nested too deeply", []);
        }
        depth++;
        IResult<T> result = inside()(input);
        if (depth > 0) depth--;
        return result;
    };
}
