using Shiremoot.Records.Cohorts;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Records.Cohorts;

/// <summary>A day, told apart from a number.</summary>
readonly record struct PlainDay(int Number);

/// <summary>An event as an object: its values by name; null is missing.</summary>
sealed record PlainEvent(string Kind, int? Day, Dictionary<string, object?> Values);

/// <summary>A person as an object, for the reference interpreter.</summary>
sealed record PlainPerson(Dictionary<string, object?> Values, List<PlainEvent> Events, int? Index);

/// <summary>
/// The cohort language read slowly and plainly, one person at a time, straight from the syntax. What the columns answer must be what this answers.
/// Values are double, string, bool or <see cref="PlainDay"/>; null is missing. C#'s own bool? has the three-valued "and" and "or".
/// </summary>
static class ReferenceInterpreter
{
    public static bool? Judge(Syntax syntax, PlainPerson person) => (bool?)Value(syntax, person, person.Values);

    private static object? Value(Syntax syntax, PlainPerson person, Dictionary<string, object?> names)
    {
        object? Of(Syntax part) => Value(part, person, names);
        bool? Truth(Syntax part) => (bool?)Of(part);
        switch (syntax)
        {
            case Syntax.Number n: return n.Value;
            case Syntax.Text t: return t.Value;
            case Syntax.Day d: return new PlainDay(d.Value);
            case Syntax.Flag f: return f.Value;
            case Syntax.Name n: return names[n.Written];
            case Syntax.Index: return person.Index is { } index ? new PlainDay(index) : null;
            case Syntax.Not n: return !Truth(n.Of);
            case Syntax.And a: return a.All.Aggregate((bool?)true, (all, next) => all & Truth(next));
            case Syntax.Or o: return o.Any.Aggregate((bool?)false, (any, next) => any | Truth(next));
            case Syntax.Known k: return Of(k.Value) is not null == k.IsKnown;
            case Syntax.Compare c: return Compare(c.By, Of(c.Left), Of(c.Right));
            case Syntax.In i:
                object? value = Of(i.Value);
                return value is null ? null : i.List.Any(item => value.Equals(Of(item))) != i.IsNot;
            case Syntax.Within w: return Inside(Of(w.Value) is PlainDay at ? at.Number : null, w.Window, Of(w.Window.Point));
            case Syntax.Abs a: return Of(a.Of) is double size ? Math.Abs(size) : null;
            case Syntax.Sum s: return Sum(s.Sign, Of(s.Left), Of(s.Right));
            case Syntax.AgeOn a: return Age(person.Values["birth_date"], Of(a.OnDay));
            case Syntax.InList l: return Of(l.Value) is { } text ? RandomQueries.Lists[l.List].Contains((string)text) != l.IsNot : null;
            case Syntax.AtLeast some:
                bool?[] truths = [.. some.Of.Select(Truth)];
                return truths.Count(t => t == true) >= some.Wanted ? true : truths.Count(t => t != false) >= some.Wanted ? null : false;
            case Syntax.Call c: return Call(c, person);
            default: throw new InvalidOperationException(syntax.ToString());
        }
    }

    private static object? Call(Syntax.Call call, PlainPerson person)
    {
        List<(PlainEvent Event, bool? Fits)> found = [];
        foreach (PlainEvent e in person.Events)
        {
            if (call.Kinds.Count > 0 && call.Kinds.All(k => k.Written != e.Kind)) continue;
            bool? fits = call.Where is null ? true : (bool?)Value(call.Where, person, e.Values);
            foreach (Window window in call.Windows) fits &= Inside(e.Day, window, Value(window.Point, person, person.Values));
            if (fits != false) found.Add((e, fits));
        }
        IEnumerable<int> days = found.Where(f => f.Fits == true && f.Event.Day is not null).Select(f => f.Event.Day!.Value);
        return call.Asks switch
        {
            EventCall.Exists => found.Any(f => f.Fits == true) ? true : found.Count > 0 ? null : false,
            EventCall.Count => found.Any(f => f.Fits is null) ? null : (double)found.Count,
            EventCall.First => days.Any() ? new PlainDay(days.Min()) : null,
            _ => days.Any() ? new PlainDay(days.Max()) : null,
        };
    }

    private static bool? Compare(Comparison by, object? left, object? right)
    {
        if (left is null || right is null) return null;
        if (by is Comparison.Is or Comparison.IsNot) return left.Equals(right) == (by == Comparison.Is);
        int order = left is PlainDay day ? day.Number.CompareTo(((PlainDay)right).Number) : ((double)left).CompareTo((double)right);
        return by switch { Comparison.Below => order < 0, Comparison.AtMost => order <= 0, Comparison.Above => order > 0, _ => order >= 0 };
    }

    private static bool? Inside(int? at, Window window, object? point)
    {
        if (at is not { } day || point is not PlainDay { Number: var from }) return null;
        NodaTime.LocalDate date = Days.Date(from);
        int Moved(int sign) => Days.Number(window.Unit switch
        {
            DayUnit.Days => date.PlusDays(sign * window.Length!.Value),
            DayUnit.Weeks => date.PlusWeeks(sign * window.Length!.Value),
            DayUnit.Months => date.PlusMonths(sign * window.Length!.Value),
            _ => date.PlusYears(sign * window.Length!.Value),
        });
        bool ends = window.Length is not null;
        return window.Side switch
        {
            Side.After => day > from && (!ends || day <= Moved(1)),
            Side.OnOrAfter => day >= from && (!ends || day <= Moved(1)),
            Side.Before => day < from && (!ends || day >= Moved(-1)),
            Side.OnOrBefore => day <= from && (!ends || day >= Moved(-1)),
            _ => day == from,
        };
    }

    private static object? Sum(char sign, object? left, object? right)
    {
        switch (left, right)
        {
            case (PlainDay a, PlainDay b): return (double)(a.Number - b.Number);
            case (PlainDay a, double b): return Moved(a, sign == '+' ? b : -b);
            case (double a, PlainDay b): return Moved(b, a);
            case (double a, double b):
                double made = sign switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b };
                return double.IsFinite(made) ? made : null;
            default: return null;
        }
    }

    private static object? Moved(PlainDay day, double by)
    {
        double moved = Math.Floor(day.Number + by);
        return moved >= Days.Number(new(1, 1, 1)) && moved <= Days.Number(new(9999, 12, 31)) ? new PlainDay((int)moved) : null;
    }

    private static object? Age(object? born, object? on)
    {
        if (born is not PlainDay b || on is not PlainDay o || o.Number < b.Number) return null;
        (NodaTime.LocalDate birth, NodaTime.LocalDate day) = (Days.Date(b.Number), Days.Date(o.Number));
        bool hadBirthday = day.Month > birth.Month || (day.Month == birth.Month && day.Day >= birth.Day);
        return (double)(day.Year - birth.Year - (hadBirthday ? 0 : 1));
    }
}
