using NodaTime;

namespace Shiremoot.Economics;

/// <summary>The days on which a figure is the one to use: from the first, up to but not including the last; null is without end.</summary>
public readonly record struct Validity(LocalDate? From, LocalDate? Until)
{
    public bool Holds(LocalDate day) => !(day < From) && !(day >= Until);

    public bool Overlaps(Validity other) => !(other.Until <= From) && !(Until <= other.From);

    public override string ToString() => (From, Until) switch
    {
        (null, null) => "any time",
        (null, { } until) => $"before {until:uuuu-MM-dd}",
        ({ } from, null) => $"from {from:uuuu-MM-dd}",
        ({ } from, { } until) => $"from {from:uuuu-MM-dd} until {until:uuuu-MM-dd}",
    };
}
