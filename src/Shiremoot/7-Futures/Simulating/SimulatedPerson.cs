using System.Runtime.InteropServices;

namespace Shiremoot.Futures.Simulating;

/// <summary>One person in the system: what the queue of events needs. 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SimulatedPerson
{
    /// <summary>The day on which the stay they are in ends; of those who wait, the day they joined the line.</summary>
    public double At;

    /// <summary>Days of a server's time they need; while waiting.</summary>
    public double Work;

    /// <summary>The stages met in this case, as bits.</summary>
    public ulong Visited;

    /// <summary>The next person in whatever list this one is in; -1 at its end.</summary>
    public int Link;

    /// <summary>The person's number by order of arrival: it names their streams of chance, in every arm.</summary>
    public uint Number;

    /// <summary>What decides where they go when the stay ends: uniform over all values.</summary>
    public uint Luck;

    /// <summary>Cases so far, and repeated stages in this one: with the stage they name a stream of chance.</summary>
    public ushort Case, Repeat;

    /// <summary>Services taken up on entering the stage, as bits.</summary>
    public uint Took;

    public short Stage;

    /// <summary>The group they are counted in.</summary>
    public short Group;

    /// <summary>Somebody who comes in.</summary>
    public static SimulatedPerson New(uint number, double now) => new() { Number = number, Stage = -1, At = now };
}
