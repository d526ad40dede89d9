using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>Told of where people go.</summary>
internal interface IWayCounts
{
    /// <summary>They come in.</summary>
    void Begin(in SimulatedPerson person);

    /// <summary>They leave a stage.</summary>
    void Leaves(in SimulatedPerson person, int stage);

    /// <summary>They enter a stage; -1 for out of the system.</summary>
    void Enters(in SimulatedPerson person, int stage, double now);
}

/// <summary>How often people went from each row (a stage of a group) to each other, from a day on.</summary>
internal sealed class WayCounts(int rows, int rowsPerGroup, double fromDay) : IWayCounts
{
    private const int Outside = -1;
    private readonly long[] counts = new long[(rows + 1) * (rows + 1)];
    private int from = Outside;

    public void Begin(in SimulatedPerson person) => from = Outside;

    public void Leaves(in SimulatedPerson person, int stage) => from = (person.Group * rowsPerGroup) + stage;

    public void Enters(in SimulatedPerson person, int stage, double now)
    {
        int to = stage < 0 ? Outside : (person.Group * rowsPerGroup) + stage;
        if (now >= fromDay) counts[((from + 1) * (rows + 1)) + to + 1]++;
        from = to;
    }

    /// <summary>From a row to another; -1 for outside on either side.</summary>
    public long At(int before, int after) => counts[((before + 1) * (rows + 1)) + after + 1];

    public void Add(WayCounts other)
    {
        for (int i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
    }
}

/// <summary>A path that counts where it leads.</summary>
internal readonly struct CountingPath<TPath, TCounts>(TPath path, TCounts counts) : IPath
    where TPath : struct, IPath
    where TCounts : class, IWayCounts
{
    private readonly TPath path = path;

    public bool Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed) => path.Arrive(ref person, ref traits, seed);

    public ServiceRoom?[] Rooms => path.Rooms;

    public bool KeepsTo(int stage) => false;

    public int Begin(ref SimulatedPerson person, ref Traits traits, int entry, double now)
    {
        counts.Begin(person);
        return path.Begin(ref person, ref traits, entry, now);
    }

    public double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance)
    {
        double days = path.Enter(ref person, ref traits, stage, now, ref chance);
        counts.Enters(person, stage, now);
        return days;
    }

    public Spans SpansOf(in SimulatedPerson person, in Traits traits, double now) => path.SpansOf(person, traits, now);

    public int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now)
    {
        counts.Leaves(person, stage);
        int next = path.Next(ref person, ref traits, stage, now);
        if (next < 0) counts.Enters(person, next, now);
        return next;
    }
}
