using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>The one loop over events behind exists, count, first and last.</summary>
static class EventKernel
{
    /// <summary>
    /// For each person asked about (all, if no one is said to be) the events that surely fit, those that may, and the first and last day of the sure ones with a day.
    /// first[p]..first[p + 1] are person p's events. An event fits if its kind does, its own truth is yes and its day lies from least[p] to
    /// most[p]. Where inDoubt[p], a further bound is not known, so that a day within these may or may not fit. Without bounds an event without a
    /// day fits too.
    /// </summary>
    public static void Tally(
        ReadOnlySpan<bool> wanted, ReadOnlySpan<int> first, ReadOnlySpan<int> kind, ReadOnlySpan<int> day, ReadOnlySpan<bool> wantedKind, ReadOnlySpan<byte> truth, ReadOnlySpan<int> least, ReadOnlySpan<int> most, ReadOnlySpan<bool> inDoubt,
        Span<int> sure, Span<int> maybe, Span<int> firstDay, Span<int> lastDay)
    {
        bool hasBounds = !least.IsEmpty, hasTruth = !truth.IsEmpty;
        for (int p = 0; p < sure.Length; p++)
        {
            if (!wanted.IsEmpty && !wanted[p]) continue;
            bool doubt = hasBounds && inDoubt[p];
            int from = hasBounds ? least[p] : 0, until = hasBounds ? most[p] : 0, yes = 0, unknown = 0, earliest = Days.Unknown, latest = Days.Unknown;
            for (int e = first[p]; e < first[p + 1]; e++)
            {
                if (!wantedKind[kind[e]]) continue;
                int at = day[e];
                byte own = hasTruth ? truth[e] : Truth.Yes;
                byte inside = !hasBounds ? Truth.Yes : at == Days.Unknown ? Truth.Unknown : at < from || at > until ? Truth.No : doubt ? Truth.Unknown : Truth.Yes;
                if (own == Truth.No || inside == Truth.No) continue;
                if (own == Truth.Unknown || inside == Truth.Unknown)
                {
                    unknown++;
                    continue;
                }
                yes++;
                if (at == Days.Unknown) continue;
                if (earliest == Days.Unknown) earliest = at;
                latest = at;
            }
            (sure[p], maybe[p], firstDay[p], lastDay[p]) = (yes, unknown, earliest, latest);
        }
    }
}
