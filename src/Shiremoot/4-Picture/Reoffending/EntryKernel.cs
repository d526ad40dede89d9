using System.Numerics;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Reoffending;

/// <summary>The loop behind proven reoffending: entries of people, and the offences that were proven afterwards.</summary>
/// <param name="ways">How many ways in there are.</param>
/// <param name="window">Entries from the first day up to the second, itself left out.</param>
/// <param name="followUpMonths">Months after entry in which an offence counts.</param>
/// <param name="proofMonths">Months after entry in which its proof counts.</param>
sealed class EntryKernel(int ways, (int From, int Until) window, int followUpMonths, int proofMonths)
{
    private const int DaysBefore1970 = 719_162;

    // The bits of an event: a way in each, then whether it proves an offence.
    private readonly uint isEntry = (1u << ways) - 1, isProof = 1u << ways;

    /// <summary>Adds the entries of a stretch of people.</summary>
    /// <param name="people">The number of the first person, and where each one's events begin, and where the last one's end.</param>
    /// <param name="events">The number of the first event, and the day of each; each person's rise.</param>
    /// <param name="roles">For each event a bit for each way in that it is, and after them one if it proves an offence. Of an event that is two ways in, the first counts.</param>
    /// <param name="committed">The day of the offence that an event proves.</param>
    /// <param name="into">Takes the entries.</param>
    public void Follow((int Number, int[] First) people, (int Number, int[] Start) events, uint[] roles, int[] committed, List<Entry> into)
    {
        (int[] first, int[] start) = (people.First, events.Start);
        for (int p = 0; p + 1 < first.Length; p++)
        {
            int quarter = -1, entry = -1, way = -1;
            for (int e = first[p]; e < first[p + 1]; e++)
            {
                if ((roles[e] & isEntry) == 0 || start[e] < window.From || start[e] >= window.Until) continue;
                int own = BitOperations.TrailingZeroCount(roles[e]);
                int its = QuarterOf(start[e]);
                if (its == quarter && (start[e] != start[entry] || own >= way)) continue; // the quarter has its entry
                if (its != quarter && entry >= 0) Add(quarter, entry, way);
                (quarter, entry, way) = (its, e, own);
            }
            if (entry >= 0) Add(quarter, entry, way);

            void Add(int ofQuarter, int e, int byWay)
            {
                Entry entered = new(people.Number + p, events.Number + e, byWay, ofQuarter, start[e], 0, 0, 0, Days.Unknown);
                into.Add(Followed(entered, start.AsSpan((e + 1)..first[p + 1]), roles.AsSpan((e + 1)..first[p + 1]), committed.AsSpan((e + 1)..first[p + 1])));
            }
        }
    }

    // What is proven on the day of entry belongs to the entry.
    private Entry Followed(in Entry entered, ReadOnlySpan<int> day, ReadOnlySpan<uint> roles, ReadOnlySpan<int> committed)
    {
        int entry = entered.Day;
        (int reoffences, int earlier, int undated, int first) = (0, 0, 0, Days.Unknown);
        int lastOffence = 0, lastProof = 0; // worked out when first needed: most have no proof
        for (int e = 0; e < day.Length; e++)
        {
            if ((roles[e] & isProof) == 0 || day[e] <= entry) continue;
            if (lastProof == 0) (lastOffence, lastProof) = (Days.PlusMonths(entry, followUpMonths), Days.PlusMonths(entry, proofMonths));
            if (day[e] > lastProof) break;
            if (committed[e] == Days.Unknown) undated++;
            else if (committed[e] <= entry) earlier++;
            else if (committed[e] <= lastOffence)
            {
                reoffences++;
                first = first == Days.Unknown ? committed[e] : Math.Min(first, committed[e]);
            }
        }
        return entered with { Reoffences = reoffences, Earlier = earlier, Undated = undated, FirstDay = first };
    }

    private static int QuarterOf(int day)
    {
        DateOnly.FromDayNumber(day + DaysBefore1970).Deconstruct(out int year, out int month, out _);
        return (year * 4) + ((month - 1) / 3);
    }
}
