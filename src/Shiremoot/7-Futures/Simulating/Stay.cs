using System.Runtime.CompilerServices;

namespace Shiremoot.Futures.Simulating;

/// <summary>A stay at a stage where nobody is waited for.</summary>
internal static class Stay
{
    /// <summary>Counts the entry, and begins the stay unless they pass through at once: then false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begins(RunSeries series, ref SimulatedPerson person, int stage, double days, double now, int period, long left)
    {
        ref RunSeries.Cell to = ref series.Enters(person, stage, period);
        if (days <= 0) return false;
        (person.Stage, person.At) = ((short)stage, now + days);
        to.Ticks += left;
        to.Balance++;
        return true;
    }
}
