using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>Says a text of the language in plain words, so that someone who does not write it can check it.</summary>
static class PlainEnglish
{
    public static string Of(Syntax syntax) => syntax switch
    {
        Syntax.Number n => n.Value.ToString("0.############", CultureInfo.InvariantCulture),
        Syntax.Text t => $"“{t.Value}”",
        Syntax.Day d => DayOf(d.Value),
        Syntax.Flag f => f.Value ? "yes" : "no",
        Syntax.Name n => Words(n.Written),
        Syntax.Index => "the index date",
        Syntax.Not n => $"it is not so that {Bracketed(n.Of)}",
        Syntax.And a => string.Join(" and ", a.All.Select(Bracketed)),
        Syntax.Or o => string.Join(" or ", o.Any.Select(Bracketed)),
        Syntax.Compare c => Compare(c),
        Syntax.In i => $"{Of(i.Value)} is {(i.IsNot ? "none" : "one")} of {Listed(i.List.Select(Of), "and")}",
        Syntax.InList i => $"{Of(i.Value)} is {(i.IsNot ? "not " : "")}in the list “{Words(i.List)}”",
        Syntax.AtLeast a => $"at least {a.Wanted} of these {a.Of.Count} hold: {string.Join("; ", a.Of.Select(Of))}",
        Syntax.Known k => $"{Of(k.Value)} is {(k.IsKnown ? "known" : "missing")}",
        Syntax.Within w => $"{Of(w.Value)} is {When(w.Window)}",
        Syntax.Sum { Sign: '-' } s => $"{Of(s.Left)} less {Of(s.Right)}",
        Syntax.Sum s => $"{Of(s.Left)} {s.Sign switch { '+' => "plus", '*' => "times", _ => "divided by" }} {Of(s.Right)}",
        Syntax.Abs a => $"the size of {Of(a.Of)}",
        Syntax.AgeOn a => $"age on {Of(a.OnDay)}",
        Syntax.Call c => Call(c),
        _ => throw new InvalidOperationException($"No words for {syntax.GetType().Name}."),
    };

    // "first arrest less index date is at most 30" reads as days between the two.
    private static string Compare(Syntax.Compare c)
    {
        string by = c.By switch
        {
            Comparison.Is => "is",
            Comparison.IsNot => "is not",
            Comparison.Below => "is below",
            Comparison.AtMost => "is at most",
            Comparison.Above => "is above",
            _ => "is at least",
        };
        return $"{Of(c.Left)} {by} {Of(c.Right)}";
    }

    private static string Call(Syntax.Call call)
    {
        string kinds = call.Kinds.Count == 0 ? "" : $"{Listed(call.Kinds.Select(k => Words(k.Written)), "or")} ";
        string filter = (call.Where is null ? "" : $" where {Of(call.Where)}") + string.Concat(call.Windows.Select(w => $" {When(w)}"));
        return call.Asks switch
        {
            EventCall.Exists => $"there is {(kinds.Length == 0 || "aeiou".Contains(kinds[0]) ? "an" : "a")} {kinds}event{filter}",
            EventCall.Count => $"the number of {kinds}events{filter}",
            EventCall.First => $"the day of the first {kinds}event{filter}",
            _ => $"the day of the last {kinds}event{filter}",
        };
    }

    private static string When(Window window)
    {
        string point = Of(window.Point);
        string side = window.Side switch
        {
            Side.After => "after",
            Side.OnOrAfter => "on or after",
            Side.Before => "before",
            Side.OnOrBefore => "on or before",
            _ => "on",
        };
        if (window.Length is not { } length) return $"{side} {point}";
        string unit = window.Unit.ToString().ToLowerInvariant();
        return $"within {length} {(length == 1 ? unit[..^1] : unit)} {side} {point}";
    }

    private static string Bracketed(Syntax part) => part is Syntax.And or Syntax.Or or Syntax.AtLeast ? $"({Of(part)})" : Of(part);

    private static string Listed(IEnumerable<string> items, string joint)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {joint} {all[^1]}";
    }

    private static string Words(string name) => name.Replace('_', ' ').Replace('-', ' ');

    private static string DayOf(int day) => Days.Date(day).ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
}
