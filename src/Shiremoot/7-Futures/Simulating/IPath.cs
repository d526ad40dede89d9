using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>How people go through the stages. A struct, so that the loop of events is compiled for each kind of model by itself.</summary>
internal interface IPath
{
    /// <summary>Who comes in; false if they are not among those who are followed.</summary>
    bool Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed);

    /// <summary>Where they begin, having come in: the entry, or -1 if they do not come in after all.</summary>
    int Begin(ref SimulatedPerson person, ref Traits traits, int entry, double now);

    /// <summary>Whether a stage that leads one way does so for everyone: nobody is turned on from it.</summary>
    bool KeepsTo(int stage);

    /// <summary>They enter the stage: days they will spend there, or of a server's time. 0 to pass through at once.</summary>
    double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance);

    /// <summary>What is recorded of them now at the stages they enter, of what lasts on its own.</summary>
    Spans SpansOf(in SimulatedPerson person, in Traits traits, double now);

    /// <summary>By service: who holds its places; null for services with room for all.</summary>
    ServiceRoom?[] Rooms { get; }

    /// <summary>They leave the stage: the next one, or -1 out of the system.</summary>
    int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now);
}
