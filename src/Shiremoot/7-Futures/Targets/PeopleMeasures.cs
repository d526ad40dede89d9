using System.Numerics;

namespace Shiremoot.Futures.Targets;

/// <summary>Of people with an event in a year, the share who have at least so many of some needs: each year made counts by itself, so that the figure does not depend on how many there are.</summary>
internal sealed class PeopleShareMeasure(EventFilter events, uint needs, int atLeast) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Share;

    public override (double, double) Of(in Seen seen)
    {
        double years = events.YearsWith(seen);
        return (BitOperations.PopCount(seen.Career.Life.Needs & needs) >= atLeast ? years : 0, years);
    }
}

/// <summary>
/// Proven reoffending: of entries (release from custody, a court order or other sentence, a caution), the share followed by an offence within a year that
/// is proven within that year or six months more (Ministry of Justice, Guide to Proven Reoffending Statistics, 2017). One entry a person a quarter, the earliest.
/// </summary>
internal sealed class ReoffendingMeasure(bool[] indexKinds, bool? children, int amountFrom, int amountBelow) : TargetMeasure
{
    private const int Year = 365, Wait = 548;

    public override TargetUnit Unit => TargetUnit.Share;

    public override (double, double) Of(in Seen seen)
    {
        double reoffended = 0, entries = 0;
        int quarter = int.MinValue;
        foreach (IndexRow entry in seen.Career.Entries.All)
        {
            int itsQuarter = (int)Math.Floor(entry.Day / 91.3125);
            if (itsQuarter == quarter) continue;
            quarter = itsQuarter;
            if (!indexKinds[entry.Kind] || (children is { } wanted && wanted != entry.IsChild)) continue;
            if (entry.Amount < amountFrom || entry.Amount >= amountBelow) continue;
            if (!seen.IsWhole && (entry.Day < seen.From || entry.Day >= seen.Until - Wait)) continue;
            entries++;
            if (Reoffended(seen.Career.Cases.All, entry)) reoffended++;
        }
        return (reoffended, entries);
    }

    private static bool Reoffended(Span<CaseRow> cases, IndexRow entry)
    {
        for (int i = entry.Case + 1; i < cases.Length; i++)
        {
            if (cases[i].OffenceDay > entry.Day + Year) return false;
            if (cases[i].OffenceDay > entry.Day && cases[i].ProvenDay <= entry.Day + Wait) return true;
        }
        return false;
    }
}

/// <summary>
/// Of people with a contact in so many years and any sanction, the share of all their sanctions so far that the people with the most hold. Of a longer run,
/// the last so many years count. Worked out from counts by person, not person by person.
/// </summary>
internal sealed class ConcentrationMeasure(double top, int years) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Share;

    public override int LeastYears => years;

    /// <summary>The share of people taken as those with the most.</summary>
    public double Top => top;

    public override (double, double) Of(in Seen seen) => (0, 0);

    /// <summary>Sanctions of a person by the end of the years, and the weight of the person: over a whole career, of years placed at random where they hold a contact.</summary>
    public (int Sanctions, double Weight) Count(in Seen seen, double at)
    {
        double days = years * Seen.DaysAYear;
        (double reach, double end) = seen.IsWhole ? EndAt(seen.Career.Contacts.All, days, at) : (IsSeen(seen, seen.Until - days) ? 1 : 0, seen.Until);
        if (reach == 0) return (0, 0);
        int sanctions = 0;
        foreach (CaseRow row in seen.Career.Cases.All)
            if (row.ProvenDay < end) sanctions++;
        return (sanctions, sanctions > 0 ? reach : 0);
    }

    private static bool IsSeen(in Seen seen, double from)
    {
        foreach (int day in seen.Career.Contacts.All)
            if (seen.Has(day) && day >= from) return true;
        return false;
    }

    /// <summary>The whole stretch of ends at which a window would hold a contact, and the end so far along it.</summary>
    private static (double Reach, double End) EndAt(Span<int> contacts, double days, double at)
    {
        double reach = 0, last = double.NegativeInfinity;
        foreach (int day in contacts)
        {
            if (day < last) continue;
            reach += Math.Min(day - last, days);
            last = day;
        }
        double along = at * reach;
        last = double.NegativeInfinity;
        foreach (int day in contacts)
        {
            if (day < last) continue;
            double gap = Math.Min(day - last, days);
            // Ends at which this contact is the newest but the earlier ones are out of reach come after the stretch of the one before.
            if (along < gap) return (reach, double.IsNegativeInfinity(last) ? day + along : Math.Max(last + days, day) + along);
            along -= gap;
            last = day;
        }
        return (reach, last + days);
    }
}
