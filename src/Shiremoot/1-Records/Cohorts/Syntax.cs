namespace Shiremoot.Records.Cohorts;

/// <summary>A piece of the cohort language as it was written, with the place in the text where it begins.</summary>
abstract record Syntax(int At)
{
    public sealed record Number(int At, double Value) : Syntax(At);

    public sealed record Text(int At, string Value) : Syntax(At);

    public sealed record Day(int At, int Value) : Syntax(At);

    public sealed record Flag(int At, bool Value) : Syntax(At);

    /// <summary>An attribute of a person, or within a call of an event.</summary>
    public sealed record Name(int At, string Written) : Syntax(At);

    /// <summary>The index date of the cohort.</summary>
    public sealed record Index(int At) : Syntax(At);

    public sealed record Not(int At, Syntax Of) : Syntax(At);

    /// <summary>Conditions that must all hold, and where in the text each of them stands.</summary>
    public sealed record And(int At, IReadOnlyList<Syntax> All, IReadOnlyList<Range> Spans) : Syntax(At);

    public sealed record Or(int At, IReadOnlyList<Syntax> Any) : Syntax(At);

    public sealed record Compare(int At, Comparison By, Syntax Left, Syntax Right) : Syntax(At);

    public sealed record In(int At, Syntax Value, IReadOnlyList<Syntax> List, bool IsNot) : Syntax(At);

    /// <summary>In a code list of the vocabulary or the place.</summary>
    public sealed record InList(int At, Syntax Value, string List, bool IsNot) : Syntax(At);

    /// <summary>At least so many of some conditions.</summary>
    public sealed record AtLeast(int At, int Wanted, IReadOnlyList<Syntax> Of) : Syntax(At);

    public sealed record Known(int At, Syntax Value, bool IsKnown) : Syntax(At);

    public sealed record Within(int At, Syntax Value, Window Window) : Syntax(At);

    public sealed record Sum(int At, char Sign, Syntax Left, Syntax Right) : Syntax(At);

    public sealed record Abs(int At, Syntax Of) : Syntax(At);

    public sealed record AgeOn(int At, Syntax OnDay) : Syntax(At);

    /// <summary>exists, count, first or last of the events of some kinds; no kinds means any.</summary>
    public sealed record Call(int At, EventCall Asks, IReadOnlyList<Name> Kinds, Syntax? Where, IReadOnlyList<Window> Windows) : Syntax(At);
}

/// <summary>A stretch of days before or after a day; without a length it has no other end.</summary>
sealed record Window(int At, int? Length, DayUnit Unit, Side Side, Syntax Point);

enum Comparison
{
    Is,
    IsNot,
    Below,
    AtMost,
    Above,
    AtLeast,
}

enum DayUnit
{
    Days,
    Weeks,
    Months,
    Years,
}

/// <summary>Which side of a day; the "on or" sides hold the day itself.</summary>
enum Side
{
    After,
    OnOrAfter,
    Before,
    OnOrBefore,
    On,
}

enum EventCall
{
    Exists,
    Count,
    First,
    Last,
}
