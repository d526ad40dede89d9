using System.Globalization;
using NodaTime.Text;
using Shiremoot.Terms;
using Sprache;

namespace Shiremoot.Records.Cohorts;

/// <summary>
/// The words and signs the language is made of. Each remembers, when it fails, where and what it wanted: the furthest such place is where the
/// writer went wrong, wherever the grammar gave up.
/// </summary>
sealed class Terminals
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "and", "or", "not", "in", "is", "true", "false", "index", "within", "where", "on", "before", "after" };
    private readonly SortedSet<string> wanted = new(StringComparer.Ordinal);

    /// <summary>The furthest place at which something was wanted and not found.</summary>
    public int Furthest { get; private set; }

    /// <summary>What was wanted there.</summary>
    public IReadOnlyCollection<string> Wanted => wanted;

    public static Parser<int> Here { get; } = input => Result.Success(input.Position, input);

    public Parser<string> Word(string word) => Told($"'{word}'", Parse.Ref(() => Letters).Where(w => w == word));

    public Parser<string> AnyWord(string what, params string[] words) => Told(what, Parse.Ref(() => Letters).Where(w => words.Contains(w, StringComparer.Ordinal)));

    public Parser<string> Sign(string sign) => Told($"'{sign}'", Parse.String(sign).Text());

    /// <summary>A name: a word that is none of the language's own, or any text in double quotes.</summary>
    public Parser<string> Name => Told("a name", Letters.Where(w => !Reserved.Contains(w)).Or(Quoted('"')));

    public Parser<string> Text => Told("a text in 'quotes'", Quoted('\''));

    public Parser<double> Number => Told("a number", Parse.Regex(@"[0-9]{1,15}(\.[0-9]{1,15})?").Select(n => double.Parse(n, CultureInfo.InvariantCulture)));

    public Parser<int> Whole => Told("a whole number", Parse.Regex(@"[0-9]{1,6}(?![0-9.])").Select(n => int.Parse(n, CultureInfo.InvariantCulture)));

    public Parser<int> Day => Told("a date such as 2024-03-31", Parse.Regex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}")
        .Select(d => LocalDatePattern.Iso.Parse(d).TryGetValue(default, out NodaTime.LocalDate day) ? Days.Number(day) : Days.Unknown).Where(d => d != Days.Unknown));

    // A hyphen belongs to a name when a letter or digit follows it at once; subtraction stands between blanks.
    private static Parser<string> Letters { get; } = Parse.Regex(@"[\p{L}_][\p{L}0-9_]*(-[\p{L}0-9_]+)*");

    private static Parser<string> Quoted(char mark) =>
        from open in Parse.Char(mark)
        from inside in Parse.CharExcept(mark).Or(Parse.String($"{mark}{mark}").Return(mark)).Many().Text()
        from close in Parse.Char(mark)
        select inside;

    private Parser<T> Told<T>(string what, Parser<T> parser) => input =>
    {
        IResult<T> result = parser(input);
        if (!result.WasSuccessful)
        {
            if (input.Position > Furthest) wanted.Clear();
            if (input.Position >= Furthest)
            {
                Furthest = input.Position;
                wanted.Add(what);
            }
            return result;
        }
        IInput rest = result.Remainder;
        while (!rest.AtEnd && char.IsWhiteSpace(rest.Current)) rest = rest.Advance();
        return Result.Success(result.Value, rest);
    };
}
