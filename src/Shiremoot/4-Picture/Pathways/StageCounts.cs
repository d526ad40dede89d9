namespace Shiremoot.Picture.Pathways;

/// <summary>For each activity: events, cases that have any, cases that begin with it, cases that end with it.</summary>
sealed class StageCounts(int activities)
{
    public int[] Events { get; } = new int[activities];

    public int[] Cases { get; } = new int[activities];

    public int[] Starts { get; } = new int[activities];

    public int[] Ends { get; } = new int[activities];

    public static StageCounts Sum(int activities, IEnumerable<StageCounts> parts)
    {
        StageCounts sum = new(activities);
        foreach (StageCounts part in parts)
        {
            Add(sum.Events, part.Events);
            Add(sum.Cases, part.Cases);
            Add(sum.Starts, part.Starts);
            Add(sum.Ends, part.Ends);
        }
        return sum;
    }

    private static void Add(int[] to, int[] more)
    {
        for (int a = 0; a < to.Length; a++) to[a] += more[a];
    }
}
