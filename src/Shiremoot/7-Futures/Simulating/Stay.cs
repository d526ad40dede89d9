using System.Runtime.CompilerServices;

namespace Shiremoot.Futures.Simulating;

/// <summary>A stay at a stage where nobody is waited for.</summary>
internal static class Stay
{
    /// <summary>Counts the entry and what lasts on its own from it, and begins the stay unless they pass through at once: then false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begins<TPath>(RunSeries series, bool[] lasts, in TPath path, ulong seed, ref SimulatedPerson person, in Traits its, int stage, double days, double now, int period, long left)
        where TPath : struct, IPath
    {
        if (lasts[stage]) path.SpansOf(person, its, now).Count(series, seed, person, its, stage, days, now);
        ref RunSeries.Cell to = ref series.Enters(person, stage, period);
        if (days <= 0) return false;
        (person.Stage, person.At) = ((short)stage, now + days);
        to.Ticks += left;
        to.Balance++;
        return true;
    }
}
