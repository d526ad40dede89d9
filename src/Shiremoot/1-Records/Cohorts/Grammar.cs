using Shiremoot.Terms;
using Sprache;
using static Shiremoot.Records.Cohorts.Terminals;

namespace Shiremoot.Records.Cohorts;

/// <summary>
/// The grammar of the cohort language (docs/methods/cohort-language.md). Conditions and values share it, so that a bracket is read once;
/// <see cref="Binding"/> sees that each stands where it may.
/// </summary>
sealed class Grammar
{
    private const int MostLetters = 20_000;
    private const int MostDepth = 40;
    private readonly Terminals word = new();
    private readonly Parser<Syntax> negated;
    private readonly Parser<Syntax> condition;
    private int depth;

    private Grammar()
    {
        Parser<Syntax> value = Sums(Primary());
        Parser<Syntax> test =
            from left in value
            from made in Suffix(value).Optional()
            select made.IsDefined ? made.Get()(left) : left;
        negated = (from at in Here from no in word.Word("not") from inside in Deeper(() => negated!) select (Syntax)new Syntax.Not(at, inside)).Or(test);
        condition = Joined(Joined(negated, "and", (at, all, spans) => new Syntax.And(at, all, spans)), "or", (at, any, _) => new Syntax.Or(at, any));
    }

    /// <summary>Reads a text of the language; refused with the place and what could have stood there.</summary>
    public static Outcome<Syntax> Read(string text)
    {
        if (text.Length > MostLetters) return CohortRefusals.TooLong(text.Length, MostLetters);
        Grammar grammar = new();
        IResult<Syntax> read = Parse.WhiteSpace.Many().Then(_ => grammar.condition)(new Input(text));
        if (read.WasSuccessful && read.Remainder.AtEnd) return read.Value;
        return grammar.depth < 0 ? CohortRefusals.TooDeep(MostDepth) : CohortRefusals.NotUnderstood(text, grammar.word.Furthest, grammar.word.Wanted);
    }

    private Parser<Syntax> Sums(Parser<Syntax> primary)
    {
        Parser<Syntax> products = Chain(primary, "*", "/");
        return Chain(products, "+", "-");
    }

    private Parser<Syntax> Chain(Parser<Syntax> part, string one, string other) =>
        from first in part
        from more in (from at in Here from sign in word.Sign(one).Or(word.Sign(other)) from right in part select (at, sign, right)).Many()
        select more.Aggregate(first, (left, next) => new Syntax.Sum(next.at, next.sign[0], left, next.right));

    private Parser<Func<Syntax, Syntax>> Suffix(Parser<Syntax> value)
    {
        Parser<Comparison> signs = word.Sign("!=").Return(Comparison.IsNot).Or(word.Sign("<=").Return(Comparison.AtMost)).Or(word.Sign(">=").Return(Comparison.AtLeast))
            .Or(word.Sign("=").Return(Comparison.Is)).Or(word.Sign("<").Return(Comparison.Below)).Or(word.Sign(">").Return(Comparison.Above));
        Parser<Func<Syntax, Syntax>> compare = from at in Here from c in signs from right in value select (Func<Syntax, Syntax>)(left => new Syntax.Compare(at, c, left, right));
        Parser<Func<Syntax, Syntax>> among =
            from at in Here
            from no in word.Word("not").Optional()
            from keyword in word.Word("in")
            from open in word.Sign("[")
            from list in Literal().DelimitedBy(word.Sign(","))
            from close in word.Sign("]")
            select (Func<Syntax, Syntax>)(left => new Syntax.In(at, left, [.. list], no.IsDefined));
        Parser<Func<Syntax, Syntax>> listed =
            from at in Here
            from no in word.Word("not").Optional()
            from keyword in word.Word("in")
            from noun in word.Word("list")
            from list in word.Name
            select (Func<Syntax, Syntax>)(left => new Syntax.InList(at, left, list, no.IsDefined));
        Parser<Func<Syntax, Syntax>> known =
            from at in Here
            from keyword in word.Word("is")
            from which in word.AnyWord("'known' or 'missing'", "known", "missing")
            select (Func<Syntax, Syntax>)(left => new Syntax.Known(at, left, which == "known"));
        Parser<Func<Syntax, Syntax>> within = from at in Here from window in Windows() select (Func<Syntax, Syntax>)(left => new Syntax.Within(at, left, window));
        return compare.Or(known).Or(among).Or(listed).Or(within);
    }

    // "within 12 months before index", "on or after 2014-01-01", "before first(charge)"
    private Parser<Window> Windows()
    {
        Parser<(int? Length, DayUnit Unit)> length =
            from keyword in word.Word("within")
            from number in word.Whole
            from unit in word.AnyWord("'days', 'weeks', 'months' or 'years'", "day", "days", "week", "weeks", "month", "months", "year", "years")
            select ((int?)number, unit[0] switch { 'd' => DayUnit.Days, 'w' => DayUnit.Weeks, 'm' => DayUnit.Months, _ => DayUnit.Years });
        Parser<Side> side =
            (from first in word.Word("on") from second in word.Word("or") from which in word.AnyWord("'after' or 'before'", "after", "before") select which == "after" ? Side.OnOrAfter : Side.OnOrBefore)
            .Or(word.Word("on").Return(Side.On)).Or(word.Word("after").Return(Side.After)).Or(word.Word("before").Return(Side.Before));
        return from at in Here
               from span in length.Optional()
               from which in side
               from point in Deeper(() => Primary())
               select new Window(at, span.IsDefined ? span.Get().Length : null, span.IsDefined ? span.Get().Unit : DayUnit.Days, which, point);
    }

    private Parser<Syntax> Primary()
    {
        Parser<Syntax> bracket = from open in word.Sign("(") from inside in Deeper(() => condition) from close in word.Sign(")") select inside;
        Parser<Syntax> some =
            from at in Here
            from keyword in word.Word("at")
            from least in word.Word("least")
            from number in word.Whole
            from preposition in word.Word("of")
            from open in word.Sign("(")
            from inside in Deeper(() => condition).DelimitedBy(word.Sign(","))
            from close in word.Sign(")")
            select (Syntax)new Syntax.AtLeast(at, number, [.. inside]);
        Parser<Syntax> abs = from at in Here from f in word.Word("abs") from open in word.Sign("(") from inside in Deeper(() => condition) from close in word.Sign(")") select (Syntax)new Syntax.Abs(at, inside);
        Parser<Syntax> age = from at in Here from f in word.Word("age") from preposition in word.Word("on") from day in Deeper(Primary) select (Syntax)new Syntax.AgeOn(at, day);
        Parser<Syntax> index = from at in Here from i in word.Word("index") select (Syntax)new Syntax.Index(at);
        Parser<Syntax> name = from at in Here from n in word.Name select (Syntax)new Syntax.Name(at, n);
        return bracket.Or(Call()).Or(some).Or(abs).Or(age).Or(Literal()).Or(index).Or(name);
    }

    private Parser<Syntax> Literal()
    {
        Parser<Syntax> day = from at in Here from d in word.Day select (Syntax)new Syntax.Day(at, d);
        Parser<Syntax> number = from at in Here from minus in word.Sign("-").Optional() from n in word.Number select (Syntax)new Syntax.Number(at, minus.IsDefined ? -n : n);
        Parser<Syntax> text = from at in Here from t in word.Text select (Syntax)new Syntax.Text(at, t);
        Parser<Syntax> flag = from at in Here from f in word.AnyWord("'true' or 'false'", "true", "false") select (Syntax)new Syntax.Flag(at, f == "true");
        return day.Or(number).Or(text).Or(flag);
    }

    // "count(arrest or charge, where degree = 'F', within 12 months before index)"
    private Parser<Syntax> Call()
    {
        Parser<Syntax.Name> kind = from at in Here from n in word.Name select new Syntax.Name(at, n);
        Parser<Syntax> filtered = from comma in word.Sign(",") from keyword in word.Word("where") from inside in Deeper(() => condition) select inside;
        Parser<Window> window = from comma in word.Sign(",") from made in Windows() select made;
        return from at in Here
               from f in word.AnyWord("'exists', 'count', 'first' or 'last'", "exists", "count", "first", "last")
               from open in word.Sign("(")
               from kinds in kind.DelimitedBy(word.Word("or"))
               from filter in filtered.Optional()
               from windows in window.Many()
               from close in word.Sign(")")
               select (Syntax)new Syntax.Call(at, Asks(f), [.. kinds.Where(k => k.Written != "any")], filter.IsDefined ? filter.Get() : null, [.. windows]);
    }

    private static EventCall Asks(string f) => f switch { "exists" => EventCall.Exists, "count" => EventCall.Count, "first" => EventCall.First, _ => EventCall.Last };

    private Parser<Syntax> Joined(Parser<Syntax> part, string joint, Func<int, IReadOnlyList<Syntax>, IReadOnlyList<Range>, Syntax> make)
    {
        Parser<(Syntax Syntax, Range Span)> placed = from start in Here from made in part from end in Here select (made, start..end);
        return placed.DelimitedBy(word.Word(joint)).Select(all =>
        {
            (Syntax Syntax, Range Span)[] parts = [.. all];
            return parts.Length == 1 ? parts[0].Syntax : make(parts[0].Span.Start.Value, [.. parts.Select(p => p.Syntax)], [.. parts.Select(p => p.Span)]);
        });
    }

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
