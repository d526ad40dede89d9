using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>Finds the names of a text among the columns and kinds of stories and sees that every piece fits its place. All faults are gathered.</summary>
sealed class Binding(Stories stories, CohortNames also, bool mayUseIndex)
{
    private readonly List<(int At, string Says)> faults = [];
    private IReadOnlyList<StoryColumn> columns = stories.OfPeople;

    public IReadOnlyList<(int At, string Says)> Faults => faults;

    public bool IndexRefused { get; private set; }

    public Condition Judged(Syntax syntax) => Bind(syntax) switch
    {
        Condition condition => condition,
        AbsentNode => new ConditionConstant(Truth.Unknown),
        var other => Fault(syntax, $"is {Kind(other)}, where a condition is needed; compare it with something.", new ConditionConstant(Truth.Unknown)),
    };

    public Node Bind(Syntax syntax) => syntax switch
    {
        Syntax.Number n => new NumberConstant(n.Value),
        Syntax.Text t => new TextConstant(t.Value),
        Syntax.Day d => new DayConstant(d.Value),
        Syntax.Flag f => new ConditionConstant(Truth.Of(f.Value)),
        Syntax.Name n => Named(n),
        Syntax.Index i => Index(i),
        Syntax.Not n => new NotNode(Judged(n.Of)),
        Syntax.And a => new AllNode([.. a.All.Select(Judged)]),
        Syntax.Or o => new AnyNode([.. o.Any.Select(Judged)]),
        Syntax.Compare c => Compare(c),
        Syntax.In i => i.IsNot ? new NotNode(Among(i)) : Among(i),
        Syntax.InList i => i.IsNot ? new NotNode(Listed(i)) : Listed(i),
        Syntax.AtLeast a => AtLeast(a),
        Syntax.Known k => k.IsKnown ? new KnownNode(Bind(k.Value)) : new NotNode(new KnownNode(Bind(k.Value))),
        Syntax.Within w => Within(w),
        Syntax.Sum s => Sum(s),
        Syntax.Abs a => Number(a.Of) is { } of ? new AbsNode(of) : new AbsentNode(),
        Syntax.AgeOn a => Age(a),
        Syntax.Call c => Call(c),
        _ => throw new InvalidOperationException($"No node for {syntax.GetType().Name}."),
    };

    private Node Named(Syntax.Name name)
    {
        if (columns.FirstOrDefault(c => c.Name == name.Written) is { } column) return Column(column);
        if (also.Attributes.Contains(name.Written)) return new AbsentNode();
        string where = ReferenceEquals(columns, stories.OfPeople) ? "an attribute of people" : "an attribute of events";
        return Fault(name, $"'{name.Written}' is not {where}.{Spelling.Suggest(name.Written, columns.Select(c => c.Name).Concat(also.Attributes))}", new AbsentNode());
    }

    private static Node Column(StoryColumn column) => column.Value switch
    {
        StoryValue.Number => new NumberColumn(column.NumberCells),
        StoryValue.Day => new DayColumn(column.DayCells),
        StoryValue.Flag => new FlagColumn(column.CodeCells, column.Words),
        _ when column.Words.Length == 0 => new AbsentNode(),
        _ => new TextColumn(column.CodeCells, column.Words),
    };

    private Node Index(Syntax.Index index)
    {
        if (!ReferenceEquals(columns, stories.OfPeople)) return Fault(index, "'index' cannot stand inside 'where'; say when the event happened with 'within … of index' after a comma.", new AbsentNode());
        if (mayUseIndex) return new IndexNode();
        IndexRefused = true;
        return Fault(index, "there is no index date; give the cohort an 'index', such as first(sentence).", new AbsentNode());
    }

    private Node Compare(Syntax.Compare compare)
    {
        Node left = Bind(compare.Left), right = Bind(compare.Right);
        bool isEquality = compare.By is Comparison.Is or Comparison.IsNot;
        return (left, right) switch
        {
            (AbsentNode, _) or (_, AbsentNode) => new ConditionConstant(Truth.Unknown),
            (NumberNode a, NumberNode b) => new CompareNumbers(compare.By, a, b),
            (DayNode a, DayNode b) => new CompareDays(compare.By, a, b),
            (TextNode a, TextConstant b) when isEquality => new TextAmong(a, w => (w == b.Value) == (compare.By == Comparison.Is)),
            (TextConstant a, TextNode b) when isEquality => new TextAmong(b, w => (w == a.Value) == (compare.By == Comparison.Is)),
            (TextNode a, TextNode b) when isEquality => new CompareTexts(compare.By, a, b),
            (Condition a, Condition b) when isEquality => new CompareConditions(compare.By, a, b),
            (TextNode, TextNode) or (Condition, Condition) => Fault(compare, "only = and != can compare these; they have no order.", new ConditionConstant(Truth.Unknown)),
            _ => Fault(compare, $"compares {Kind(left)} with {Kind(right)}.{Hint(left, right)}", new ConditionConstant(Truth.Unknown)),
        };
    }

    private Condition Among(Syntax.In within)
    {
        Node value = Bind(within.Value);
        foreach (Syntax item in within.List)
            if (value is not AbsentNode && !Fits(value, item)) return Fault(item, $"this list is compared with {Kind(value)}, so each of it must be one.", new ConditionConstant(Truth.Unknown));
        return value switch
        {
            NumberNode n => new AnyNode([.. within.List.Select(i => new CompareNumbers(Comparison.Is, n, new NumberConstant(((Syntax.Number)i).Value)))]),
            DayNode d => new AnyNode([.. within.List.Select(i => new CompareDays(Comparison.Is, d, new DayConstant(((Syntax.Day)i).Value)))]),
            TextNode t => new TextAmong(t, within.List.Select(i => ((Syntax.Text)i).Value).ToHashSet(StringComparer.Ordinal).Contains),
            AbsentNode => new ConditionConstant(Truth.Unknown),
            _ => Fault(within, "a condition has no list; write it by itself.", new ConditionConstant(Truth.Unknown)),
        };
    }

    private Condition Listed(Syntax.InList within)
    {
        ConditionConstant unknown = new(Truth.Unknown);
        if (!also.Lists.TryGetValue(within.List, out IReadOnlySet<string>? list))
            return Fault(within, $"'{within.List}' is not a code list here.{Spelling.Suggest(within.List, also.Lists.Keys)}", unknown);
        return Bind(within.Value) switch
        {
            TextNode text => new TextAmong(text, list.Contains),
            AbsentNode => unknown,
            var other => Fault(within, $"looks for {Kind(other)} in a code list, which holds texts.", unknown),
        };
    }

    private Condition AtLeast(Syntax.AtLeast some)
    {
        Condition[] of = [.. some.Of.Select(Judged)];
        return some.Wanted <= of.Length ? new AtLeastNode(some.Wanted, of) : Fault(some, $"asks for {some.Wanted} of {of.Length}.", new ConditionConstant(Truth.No));
    }

    private static bool Fits(Node value, Syntax item) => (value, item) switch
    {
        (NumberNode, Syntax.Number) or (DayNode, Syntax.Day) or (TextNode, Syntax.Text) or (Condition, _) => true,
        _ => false,
    };

    private Condition Within(Syntax.Within within)
    {
        DayNode? value = Day(within.Value);
        WindowNode? window = WindowOf(within.Window);
        return value is null || window is null ? new ConditionConstant(Truth.Unknown) : new WithinNode(value, window);
    }

    private Node Sum(Syntax.Sum sum)
    {
        Node left = Bind(sum.Left), right = Bind(sum.Right);
        return (left, sum.Sign, right) switch
        {
            (AbsentNode, _, _) or (_, _, AbsentNode) => new AbsentNode(),
            (NumberNode a, _, NumberNode b) => new Arithmetic(sum.Sign, a, b),
            (DayNode a, '-', DayNode b) => new DaysBetween(a, b),
            (DayNode a, '+', NumberNode b) => new DayPlus(a, b, 1),
            (DayNode a, '-', NumberNode b) => new DayPlus(a, b, -1),
            (NumberNode a, '+', DayNode b) => new DayPlus(b, a, 1),
            _ => Fault(sum, $"'{sum.Sign}' cannot join {Kind(left)} and {Kind(right)}.", new AbsentNode()),
        };
    }

    private Node Age(Syntax.AgeOn age) => Day(age.OnDay) is { } day ? new AgeNode(stories.OfPeople.First(c => c.Name == "birth_date").DayCells, day) : new AbsentNode();

    private Node Call(Syntax.Call call)
    {
        if (!ReferenceEquals(columns, stories.OfPeople)) return Fault(call, "one search of events cannot stand inside another.", new AbsentNode());
        bool[] wanted = Wanted(call.Kinds);
        Condition? where = call.Where is null ? null : OfEvents(call.Where);
        WindowNode?[] windows = [.. call.Windows.Select(WindowOf)];
        EventSearch search = new(wanted, where, [.. windows.OfType<WindowNode>()]);
        return call.Asks switch
        {
            EventCall.Exists => new ExistsNode(search),
            EventCall.Count => new CountNode(search),
            _ => new FirstOrLastNode(search, call.Asks == EventCall.First),
        };
    }

    /// <summary>Which kinds are asked for; all if none is named.</summary>
    public bool[] Wanted(IReadOnlyList<Syntax.Name> kinds)
    {
        bool[] wanted = new bool[stories.Kinds.Count];
        if (kinds.Count == 0) Array.Fill(wanted, true);
        foreach (Syntax.Name kind in kinds)
        {
            int at = stories.Kinds.ToList().IndexOf(kind.Written);
            if (at >= 0) wanted[at] = true;
            else if (!also.Kinds.Contains(kind.Written)) Fault(kind, $"'{kind.Written}' is not a kind of event here.{Spelling.Suggest(kind.Written, stories.Kinds.Concat(also.Kinds))}", 0);
        }
        return wanted;
    }

    /// <summary>A condition on events.</summary>
    public Condition OfEvents(Syntax where)
    {
        columns = stories.OfEvents;
        Condition bound = Judged(where);
        columns = stories.OfPeople;
        return bound;
    }

    private WindowNode? WindowOf(Window window)
    {
        if (window is { Side: Side.On, Length: not null }) Fault(window.At, "'within' needs after or before, not 'on'.");
        return Day(window.Point) is { } point ? new WindowNode(window, point) : null;
    }

    private NumberNode? Number(Syntax syntax) => Bind(syntax) switch
    {
        NumberNode number => number,
        AbsentNode => null,
        var other => Fault<NumberNode?>(syntax, $"is {Kind(other)}, where a number is needed.", null),
    };

    // A name that is allowed but unknown is a day nobody has.
    private DayNode? Day(Syntax syntax) => Bind(syntax) switch
    {
        DayNode day => day,
        AbsentNode => new DayConstant(Days.Unknown),
        var other => Fault<DayNode?>(syntax, $"is {Kind(other)}, where a day is needed.", null),
    };

    private static string Kind(Node node) => node switch
    {
        NumberNode => "a number",
        DayNode => "a day",
        TextNode => "a text",
        Condition => "a condition",
        _ => "a missing value",
    };

    private static string Hint(Node left, Node right) => (left, right) switch
    {
        (TextNode and not TextConstant, NumberConstant) => " The values are kept as text: put the number in 'quotes'.",
        (Condition, TextConstant or NumberConstant) => " It is yes or no: write its name alone, or 'not' and its name.",
        (DayNode, TextConstant) => " Write a date without quotes: 2024-03-31.",
        _ => "",
    };

    private T Fault<T>(Syntax at, string says, T harmless)
    {
        Fault(at.At, says);
        return harmless;
    }

    private void Fault(int at, string says) => faults.Add((at, says));
}
