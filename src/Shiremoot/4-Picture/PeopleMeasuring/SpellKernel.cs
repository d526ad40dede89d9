using Shiremoot.Terms;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>The loop behind spells: their lengths in days, with the person of each.</summary>
static class SpellKernel
{
    /// <summary>
    /// Gathers the spells of wanted kinds of the people in a cohort that have a start and an end, and counts those that lack one.
    /// A spell's length is its end less its start: the nights of a stay. Each person's number of spells goes to <paramref name="spells"/>.
    /// </summary>
    public static (int Gathered, long Open) Gather(
        ReadOnlySpan<bool> isIn, ReadOnlySpan<int> first, ReadOnlySpan<int> kind, ReadOnlySpan<int> start, ReadOnlySpan<int> end, ReadOnlySpan<bool> wantedKind,
        Span<double> length, Span<int> person, Span<double> spells)
    {
        int gathered = 0;
        long open = 0;
        for (int p = 0; p < isIn.Length; p++)
        {
            if (!isIn[p]) continue;
            for (int e = first[p]; e < first[p + 1]; e++)
            {
                if (!wantedKind[kind[e]]) continue;
                spells[p]++;
                if (start[e] == Days.Unknown || end[e] == Days.Unknown)
                {
                    open++;
                    continue;
                }
                length[gathered] = (long)end[e] - start[e];
                person[gathered++] = p;
            }
        }
        return (gathered, open);
    }
}
