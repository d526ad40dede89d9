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

    public Parser<string> Word(string word) => Told($"'{word}'", Letters.Where(w => w == word));

    public Parser<string> AnyWord(string what, params string[] words) => Told(what, Letters.Where(w => words.Contains(w, StringComparer.Ordinal)));

    public Parser<string> Sign(string sign) => Told($"'{sign}'", Parse.String(sign).Text());

    /// <summary>A name: a word that is none of the language's own, or any text in double quotes.</summary>
    public Parser<string> Name => Told("a name", Letters.Where(w => !Reserved.Contains(w)).Or(Quoted('"')));

    public Parser<string> Text => Told("a text in 'quotes'", Quoted('\''));

    public Parser<double> Number => Told("a number", Scan(NumberEnd).Select(n => double.Parse(n, CultureInfo.InvariantCulture)));

    public Parser<int> Whole => Told("a whole number", Scan((text, at) => DigitsEnd(text, at) is var end && end - at > 6 ? at : end).Select(n => int.Parse(n, CultureInfo.InvariantCulture)));

    public Parser<int> Day => Told("a date such as 2024-03-31", Scan((text, at) => at + 10 <= text.Length && text[at + 4] == '-' && text[at + 7] == '-' ? at + 10 : at)
        .Select(d => LocalDatePattern.Iso.Parse(d).TryGetValue(default, out NodaTime.LocalDate day) ? Days.Number(day) : Days.Unknown).Where(d => d != Days.Unknown));

    private static Parser<string> Letters { get; } = Scan(WordEnd);

    // A hyphen belongs to a name when a letter or digit follows it at once; subtraction stands between blanks.
    private static int WordEnd(string text, int at)
    {
        if (at >= text.Length || !(char.IsLetter(text[at]) || text[at] == '_')) return at;
        int end = at + 1;
        while (end < text.Length && (IsInWord(text[end]) || (text[end] == '-' && end + 1 < text.Length && IsInWord(text[end + 1])))) end++;
        return end;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static int NumberEnd(string text, int at)
    {
        int end = DigitsEnd(text, at);
        if (end > at && end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1])) end = DigitsEnd(text, end + 1);

        // 2024-13-01 is a date gone wrong, not a subtraction.
        bool isBadDate = end + 1 < text.Length && text[end] == '-' && char.IsAsciiDigit(text[end + 1]);
        return isBadDate || end - at > 30 ? at : end;
    }

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    /// <summary>A text that begins here and ends where <paramref name="end"/> says; nothing if that is here.</summary>
    private static Parser<string> Scan(Func<string, int, int> end) => input =>
    {
        int until = end(input.Source, input.Position);
        if (until == input.Position) return Result.Failure<string>(input, "not found", []);
        IInput rest = input;
        while (rest.Position < until) rest = rest.Advance();
        return Result.Success(input.Source[input.Position..until], rest);
    };

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
