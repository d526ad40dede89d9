using System.Numerics;
using Shiremoot.Futures.Lives;

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

/// <summary>The share of sanctions in the years held by the people with the most of them. Worked out from counts by person, not person by person.</summary>
internal sealed class ConcentrationMeasure(double top) : TargetMeasure
{
    public override TargetUnit Unit => TargetUnit.Share;

    /// <summary>The share of people taken as those with the most.</summary>
    public double Top => top;

    public override (double, double) Of(in Seen seen) => (0, 0);

    /// <summary>Number of sanctions of a person in the window, and the weight of the person: over a whole career, of a window placed at random where it holds one.</summary>
    public static (int Sanctions, double Weight) Count(in Seen seen, double at)
    {
        Span<CaseRow> cases = seen.Career.Cases.All;
        if (!seen.IsWhole)
        {
            int inside = 0;
            foreach (CaseRow row in cases)
                if (row.ProvenDay != int.MaxValue && seen.Has(row.ProvenDay)) inside++;
            return (inside, inside > 0 ? 1 : 0);
        }
        double days = seen.Years * 365.25, reach = Reach(cases, days, double.MaxValue).Length;
        if (reach == 0) return (0, 0);
        double end = Reach(cases, days, at * reach).End;
        int count = 0;
        foreach (CaseRow row in cases)
            if (row.ProvenDay != int.MaxValue && row.ProvenDay < end && row.ProvenDay >= end - days) count++;
        return (Math.Max(1, count), reach);
    }

    /// <summary>The window's end, so far along the stretch of ends at which it would hold a sanction.</summary>
    private static (double Length, double End) Reach(Span<CaseRow> cases, double days, double along)
    {
        double length = 0, last = double.NegativeInfinity;
        foreach (CaseRow row in cases)
        {
            if (row.ProvenDay == int.MaxValue) continue;
            // Ends from just after this sanction, or from where the last one's stretch stops, up to a window's length on.
            double begins = Math.Max(row.ProvenDay, last), adds = row.ProvenDay + days - begins;
            if (length + adds >= along) return (length, begins + (along - length) + 1e-9);
            length += adds;
            last = row.ProvenDay + days;
        }
        return (length, last);
    }
}
