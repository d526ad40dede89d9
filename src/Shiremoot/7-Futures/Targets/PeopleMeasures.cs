using System.Numerics;

namespace Shiremoot.Futures.Targets;

/// <summary>Of people with an event in the years, the share who have at least so many of some needs.</summary>
internal sealed class PeopleShareMeasure(EventFilter events, uint needs, int atLeast) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Share;

    public override (double, double) Of(in Seen seen)
    {
        double reach = events.Reach(seen);
        return (BitOperations.PopCount(seen.Career.Life.Needs & needs) >= atLeast ? reach : 0, reach);
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
/// Of people with a contact in the years and any sanction, the share of all their sanctions so far that the people with the most hold.
/// Worked out from counts by person, not person by person.
/// </summary>
internal sealed class ConcentrationMeasure(double top) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Share;

    /// <summary>The share of people taken as those with the most.</summary>
    public double Top => top;

    public override (double, double) Of(in Seen seen) => (0, 0);

    /// <summary>Sanctions of a person by the end of the years, and the weight of the person: over a whole career, of years placed at random where they hold a contact.</summary>
    public static (int Sanctions, double Weight) Count(in Seen seen, double at)
    {
        (double reach, double end) = seen.IsWhole ? EndAt(seen.Career.Contacts.All, seen.Years * 365.25, at) : (1, seen.Until);
        int sanctions = 0;
        foreach (CaseRow row in seen.Career.Cases.All)
            if (row.ProvenDay < end) sanctions++;
        return (sanctions, sanctions > 0 ? reach : 0);
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
