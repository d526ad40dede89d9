namespace Shiremoot.Futures.Targets;

/// <summary>
/// A person as targets see them. Over whole careers (<see cref="From"/> and <see cref="Until"/> open) totals are those of a steady stream of careers;
/// over a window they are what falls in it.
/// </summary>
internal readonly record struct Seen(Career Career, int From, int Until)
{
    public const double DaysAYear = 365.25;

    public bool IsWhole => From == int.MinValue;

    /// <summary>Whole years of the window.</summary>
    public int Years => Math.Max(1, (int)Math.Round((Until - From) / DaysAYear));

    public bool Has(int day) => day >= From && day < Until;

    /// <summary>Which year of the window a day of it falls in, from 0.</summary>
    public int YearOf(int day) => Math.Min(Years - 1, (int)((day - From) / DaysAYear));
}

/// <summary>How a target is worked out: a numerator and a denominator from each person.</summary>
internal abstract class TargetMeasure
{
    public abstract TargetUnit Unit { get; }

    /// <summary>How many years must be made for the figure to be there at all.</summary>
    public virtual int LeastYears => 1;

    /// <summary>The same as the simulation follows it, entries of a part and of a whole; null where it does not.</summary>
    public virtual (FutureMeasure Part, FutureMeasure? Whole)? Followed(SystemModel model) => null;

    /// <summary>Adds what one person contributes.</summary>
    public abstract (double Numerator, double Denominator) Of(in Seen seen);
}

/// <summary>Events a year.</summary>
internal sealed class CountMeasure(EventFilter events) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.CountPerYear;

    public override (FutureMeasure, FutureMeasure?)? Followed(SystemModel model) => events.Followed(model) is { } count ? (count, null) : null;

    public override (double, double) Of(in Seen seen) => (events.Count(seen), 1);
}

/// <summary>Events that are also something else, as a share of events.</summary>
internal sealed class ShareMeasure(EventFilter part, EventFilter whole) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Share;

    public override (FutureMeasure, FutureMeasure?)? Followed(SystemModel model) => part.Followed(model) is { } of && whole.Followed(model) is { } all ? (of, all) : null;

    public override (double, double) Of(in Seen seen) => (part.Count(seen), whole.Count(seen));
}

/// <summary>People who enter the system by a first proven offence at given ages, a year.</summary>
internal sealed class FirstProvenMeasure(double fromAge, double untilAge, bool[]? districts) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.CountPerYear;

    public override (double, double) Of(in Seen seen)
    {
        if (districts is not null && !districts[seen.Career.Life.District]) return (0, 1);
        foreach (CaseRow row in seen.Career.Cases.All)
        {
            if (row.ProvenDay == int.MaxValue) continue;
            double age = (row.ProvenDay - seen.Career.Life.BirthDay) / 365.25;
            return (seen.Has(row.ProvenDay) && age >= fromAge && age < untilAge ? 1 : 0, 1);
        }
        return (0, 1);
    }
}

/// <summary>Mean days from one event of a case to another, by the day of the second.</summary>
internal sealed class MeanDaysMeasure(int first, int second) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Days;

    public override (double, double) Of(in Seen seen)
    {
        double days = 0, cases = 0;
        ReadOnlySpan<LifeEvent> events = seen.Career.Life.Events;
        foreach (int i in seen.Career.OfKind(second))
        {
            if (!seen.Has(events[i].Day)) continue;
            int began = CasesBack.Before(events, i, first);
            if (began < 0) continue;
            days += events[i].Day - events[began].Day;
            cases++;
        }
        return (days, cases);
    }
}
