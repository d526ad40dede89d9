using System.Runtime.CompilerServices;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>How somebody enters a stage: with the stream of chance that is theirs for this stage of this case, in every arm.</summary>
internal static class Entering
{
    /// <summary>Days they will stay, or days of a server's time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double At<TPath>(bool beginsCase, ulong seed, in TPath path, ref SimulatedPerson person, ref Traits its, int stage, double now)
        where TPath : struct, IPath
    {
        if (beginsCase) (person.Case, person.Visited, person.Repeat) = ((ushort)(person.Case + 1), 0, 0);
        ulong bit = 1UL << stage;
        uint repeat = (person.Visited & bit) == 0 ? 0u : ++person.Repeat;
        person.Visited |= bit;
        Chance chance = new(seed, person.Number | ((ulong)person.Case << 32) | ((ulong)repeat << 48), (uint)stage);
        (person.Luck, person.Took) = (chance.Bits(), 0);
        return path.Enter(ref person, ref its, stage, now, ref chance);
    }
}
