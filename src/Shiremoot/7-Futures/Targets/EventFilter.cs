using System.Numerics;

namespace Shiremoot.Futures.Targets;

/// <summary>Which events count: by kind, disposal, offence group, length of sentence, and by who the person is.</summary>
internal sealed record EventFilter
{
    public required int[] Kinds { get; init; }

    /// <summary>By disposal; null for any.</summary>
    public bool[]? Disposals { get; init; }

    /// <summary>By offence code; null for any.</summary>
    public bool[]? Offences { get; init; }

    /// <summary>By ethnicity; null for any.</summary>
    public bool[]? Ethnicities { get; init; }

    /// <summary>By district; null for any.</summary>
    public bool[]? Districts { get; init; }

    public bool? Female { get; init; }

    public double FromAge { get; init; }

    public double UntilAge { get; init; } = double.MaxValue;

    public int AmountFrom { get; init; }

    public int AmountBelow { get; init; } = int.MaxValue;

    /// <summary>The events come after this kind in the same case (a sentence after a trial is one of the Crown Court); -1 for any, and whether they must or must not.</summary>
    public int CaseHas { get; init; } = -1;

    public bool CaseLacks { get; init; }

    public int Count(in Seen seen)
    {
        if (!IsOfPerson(seen.Career.Life)) return 0;
        int count = 0;
        ReadOnlySpan<LifeEvent> events = seen.Career.Life.Events;
        foreach (int kind in Kinds)
            foreach (int i in seen.Career.OfKind(kind))
                if (seen.Has(events[i].Day) && IsOfEvent(events, i, seen.Career.Life.BirthDay)) count++;
        return count;
    }

    /// <summary>
    /// In how many years the person has such an event: the number of years of the window that hold one; over a whole career, which the years may meet anywhere,
    /// the stretch of time over which a year would hold one. Right for events of one kind.
    /// </summary>
    public double YearsWith(in Seen seen)
    {
        if (!IsOfPerson(seen.Career.Life)) return 0;
        double stretch = 0, last = double.NegativeInfinity;
        uint years = 0;
        ReadOnlySpan<LifeEvent> events = seen.Career.Life.Events;
        foreach (int kind in Kinds)
            foreach (int i in seen.Career.OfKind(kind))
            {
                if (!seen.Has(events[i].Day) || !IsOfEvent(events, i, seen.Career.Life.BirthDay)) continue;
                if (!seen.IsWhole) years |= 1u << seen.YearOf(events[i].Day);
                stretch += Math.Clamp(events[i].Day - last, 0, Seen.DaysAYear);
                last = events[i].Day;
            }
        return seen.IsWhole ? stretch : BitOperations.PopCount(years);
    }

    /// <summary>The same events as the simulation counts them, by kind, disposal, sex and whether a child; null where it does not tell them apart by what is asked.</summary>
    public FutureMeasure? Followed(SystemModel model)
    {
        const double ChildUntil = 18, Oldest = 100;
        bool isChildren = FromAge <= 10 && UntilAge == ChildUntil, isAdults = FromAge == ChildUntil && UntilAge >= Oldest, isAll = FromAge <= 10 && UntilAge >= Oldest;
        if (Offences is not null || Ethnicities is not null || Districts is not null || CaseHas >= 0 || AmountFrom > 0 || AmountBelow < int.MaxValue || !(isChildren || isAdults || isAll)) return null;
        string[] boys = ["boys"], girls = ["girls"], men = ["men 18 to 24", "men 25 and over"], women = ["women 18 to 24", "women 25 and over"];
        return new("", "", "", FutureCounts.Entries, "")
        {
            Kinds = [.. Kinds.Select(k => model.Kinds[k])],
            Disposals = Disposals is null ? [] : [.. model.Disposals.Where((_, i) => Disposals[i])],
            Groups = Female is null && isAll ? [] : [.. Female != true && !isAdults ? boys : [], .. Female != true && !isChildren ? men : [], .. Female != false && !isAdults ? girls : [], .. Female != false && !isChildren ? women : []],
        };
    }

    private bool IsOfPerson(Life life) =>
        (Female is null || Female == life.IsFemale) && (Districts is null || Districts[life.District]) && (Ethnicities is null || Ethnicities[life.Ethnicity]);

    private bool IsOfEvent(ReadOnlySpan<LifeEvent> events, int at, int birthDay)
    {
        ref readonly LifeEvent e = ref events[at];
        if (Disposals is not null && (e.Disposal < 0 || !Disposals[e.Disposal])) return false;
        if (Offences is not null && (e.Offence < 0 || !Offences[e.Offence])) return false;
        if (e.Amount < AmountFrom || e.Amount >= AmountBelow) return false;
        if (FromAge > 0 || UntilAge < double.MaxValue)
        {
            double age = (e.Day - birthDay) / 365.25;
            if (age < FromAge || age >= UntilAge) return false;
        }
        if (CaseHas < 0) return true;
        return CasesBack.Before(events, at, CaseHas) >= 0 ? !CaseLacks : CaseLacks;
    }
}
