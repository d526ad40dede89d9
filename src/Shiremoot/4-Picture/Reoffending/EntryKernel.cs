using Shiremoot.Terms;

namespace Shiremoot.Picture.Reoffending;

/// <summary>The loop behind proven reoffending: entries of people, and the offences that were proven afterwards.</summary>
/// <param name="window">Entries from the first day up to the second, itself left out.</param>
/// <param name="followUpMonths">Months after entry in which an offence counts.</param>
/// <param name="proofMonths">Months after entry in which its proof counts.</param>
sealed class EntryKernel((int From, int Until) window, int followUpMonths, int proofMonths)
{
    private const int DaysBefore1970 = 719_162;

    /// <summary>Adds the entries of a stretch of people.</summary>
    /// <param name="people">The number of the first person, and where each one's events begin, and where the last one's end.</param>
    /// <param name="events">The number of the first event, and the day of each; each person's rise.</param>
    /// <param name="ways">For each event the number of the way in that it is; -1 for none.</param>
    /// <param name="isProof">Which events prove an offence.</param>
    /// <param name="committed">The day of the offence that an event proves.</param>
    /// <param name="into">Takes the entries.</param>
    public void Follow((int Number, int[] First) people, (int Number, int[] Start) events, sbyte[] ways, bool[] isProof, int[] committed, EntryList into)
    {
        (int[] first, int[] start) = (people.First, events.Start);
        for (int p = 0; p + 1 < first.Length; p++)
        {
            int quarter = -1, entry = -1, way = -1;
            for (int e = first[p]; e < first[p + 1]; e++)
            {
                if (start[e] < window.From || start[e] >= window.Until || ways[e] is not (>= 0 and var own)) continue;
                int its = QuarterOf(start[e]);
                if (its == quarter && (start[e] != start[entry] || own >= way)) continue; // the quarter has its entry
                if (its != quarter && entry >= 0) Add(quarter, entry, way);
                (quarter, entry, way) = (its, e, own);
            }
            if (entry >= 0) Add(quarter, entry, way);

            void Add(int ofQuarter, int e, int byWay)
            {
                into.Person.Add(people.Number + p);
                into.Event.Add(events.Number + e);
                into.Way.Add(byWay);
                into.Quarter.Add(ofQuarter);
                into.Day.Add(start[e]);
                Proofs(start.AsSpan((e + 1)..first[p + 1]), isProof.AsSpan((e + 1)..first[p + 1]), committed.AsSpan((e + 1)..first[p + 1]), start[e], into);
            }
        }
    }

    // What is proven on the day of entry belongs to the entry.
    private void Proofs(ReadOnlySpan<int> day, ReadOnlySpan<bool> isProof, ReadOnlySpan<int> committed, int entry, EntryList into)
    {
        (int reoffences, int earlier, int undated, int first) = (0, 0, 0, Days.Unknown);
        int lastOffence = 0, lastProof = 0; // worked out when first needed: most have no proof
        for (int e = 0; e < day.Length; e++)
        {
            if (!isProof[e] || day[e] <= entry) continue;
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
        into.Reoffences.Add(reoffences);
        into.Earlier.Add(earlier);
        into.Undated.Add(undated);
        into.FirstDay.Add(first);
    }

    private static int QuarterOf(int day)
    {
        DateOnly.FromDayNumber(day + DaysBefore1970).Deconstruct(out int year, out int month, out _);
        return (year * 4) + ((month - 1) / 3);
    }
}
