namespace Shiremoot.Futures.Simulating;

/// <summary>The days on which the number of servers of a resource changes, in order.</summary>
internal sealed class Shifts
{
    /// <summary>Servers of a resource that a model does not have: nobody waits for it.</summary>
    public const int AsManyAsCome = 1 << 30;

    private const int DaysAYear = 365, DaysAWeek = 7;
    private readonly int[] atStart;
    private readonly List<(double Day, int Resource, int Servers)> changes = [];

    /// <param name="before">The model until the scenario begins.</param>
    /// <param name="after">The model from then on; the same for no scenario.</param>
    /// <param name="warmUpDays">Days before the years that are counted.</param>
    /// <param name="beginsDay">The day the scenario begins.</param>
    /// <param name="endsDay">The day it ends.</param>
    /// <param name="years">Years in all, the warm-up included.</param>
    public Shifts(SystemModel before, SystemModel after, double warmUpDays, double beginsDay, double endsDay, int years)
    {
        atStart = new int[after.Resources.Count];
        for (int r = 0; r < atStart.Length; r++)
        {
            ModelResource its = after.Resources[r], was = before.Resources.FirstOrDefault(b => b.Id == its.Id) ?? new(its.Id, AsManyAsCome, [], [], []);
            int now = -1;
            bool varies = its.Week.Count > 0 || was.Week.Count > 0 || its.Changes.Count > 0 || was.Changes.Count > 0 || its.Servers != was.Servers;
            for (int day = 0; day < (varies ? years * DaysAYear : 1); day++)
            {
                int servers = At(day >= beginsDay && day < endsDay ? its : was, day, warmUpDays);
                if (servers == now) continue;
                if (day == 0) atStart[r] = servers;
                else changes.Add((day, r, servers));
                now = servers;
            }
        }
        changes.Sort();
    }

    public int Count => changes.Count;

    public (int Resource, int Servers) this[int shift] => (changes[shift].Resource, changes[shift].Servers);

    public double Day(int shift) => changes[shift].Day;

    public int AtStart(int resource) => atStart[resource];

    // Day 0 is a Monday. Part of a server is none: 9 servers at half strength are 4.
    private static int At(ModelResource resource, int day, double warmUpDays)
    {
        double year = (day - warmUpDays) / DaysAYear;
        int servers = resource.Servers;
        foreach ((double fromYear, int changed) in resource.Changes)
            if (year >= fromYear) servers = changed;
        return resource.Week.Count == 0 ? servers : (int)Math.Floor(servers * resource.Week[day % DaysAWeek]);
    }
}
