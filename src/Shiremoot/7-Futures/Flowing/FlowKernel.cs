namespace Shiremoot.Futures.Flowing;

/// <summary>The loop of the cohort-flow engine.</summary>
internal sealed class FlowKernel(int rows, int months)
{
    private const int MostRounds = 500;
    private const double Settled = 1e-14;

    // What enters service, or the stage itself where nobody waits, by month and row: the past that stays draw on.
    private readonly double[] served = new double[months * rows];
    private readonly double[] backlog = new double[rows];

    public double[] People { get; } = new double[months * rows];

    public double[] Entries { get; } = new double[months * rows];

    public double[] Waiting { get; } = new double[months * rows];

    public void Run(CohortFlowTables tables, int from, int until)
    {
        StayTable[] stays = [.. tables.Days.Select(d => StayTable.Of(d, CohortFlow.Month))];
        StayTable[] stayOf = [.. Enumerable.Range(0, rows).Select(r => stays[r % tables.Stages.Count])];
        double[] earlier = new double[rows], known = new double[rows], enter = new double[rows], begin = new double[rows], next = new double[rows];
        for (int month = from; month < until; month++)
        {
            Earlier(stayOf, month, earlier);
            for (int r = 0; r < rows; r++) known[r] = tables.ArrivalsPerDay[r] * CohortFlow.Month;
            Spread(tables, earlier, known);
            known.CopyTo(enter, 0);
            // People may pass several stages within a month: go round until what enters settles.
            for (int round = 0; round < MostRounds; round++)
            {
                Begin(tables, stayOf, enter, begin, month);
                known.CopyTo(next, 0);
                for (int r = 0; r < rows; r++)
                {
                    double leaves = begin[r] * stayOf[r].Leaves[0];
                    foreach ((int to, double share) in tables.Ways[r]) next[to] += leaves * share;
                }
                double moved = 0, all = 0;
                for (int r = 0; r < rows; r++)
                {
                    moved += Math.Abs(next[r] - enter[r]);
                    all += next[r];
                }
                next.CopyTo(enter, 0);
                if (moved <= Settled * all) break;
            }
            Keep(tables, stayOf, enter, begin, month);
        }
    }

    // Those who leave this month, having entered in an earlier one.
    private void Earlier(StayTable[] stayOf, int month, double[] leaving)
    {
        for (int r = 0; r < rows; r++)
        {
            double[] leaves = stayOf[r].Leaves;
            double sum = 0;
            for (int k = 1; k < leaves.Length && k <= month; k++) sum += served[((month - k) * rows) + r] * leaves[k];
            leaving[r] = sum;
        }
    }

    private void Spread(CohortFlowTables tables, double[] leaving, double[] into)
    {
        for (int r = 0; r < rows; r++)
            foreach ((int to, double share) in tables.Ways[r]) into[to] += leaving[r] * share;
    }

    // Of those in line and those who come, as many begin as there is room for, but for the line that chance alone keeps.
    private void Begin(CohortFlowTables tables, StayTable[] stayOf, double[] enter, double[] begin, int month)
    {
        enter.CopyTo(begin, 0);
        for (int at = 0; at < tables.Resources.Count; at++)
        {
            double offered = 0, work = 0, inLine = 0;
            for (int r = 0; r < rows; r++)
            {
                int stage = r % tables.Stages.Count;
                if (tables.Line[stage] != at) continue;
                offered += enter[r];
                work += enter[r] * (tables.Days[stage]?.Mean ?? 0);
                inLine += backlog[r];
            }
            if (offered <= 0 && inLine <= 0) continue;
            double each = offered > 0 ? work / offered : 0, servers = Servers(tables.Resources[at], month), room = each > 0 ? servers * CohortFlow.Month / each : double.PositiveInfinity;
            double stays = Math.Max(QueueLength(offered / CohortFlow.Month * each, servers), offered + inLine - room);
            double share = (offered + inLine - stays) / (offered + inLine);
            for (int r = 0; r < rows; r++)
                if (tables.Line[r % tables.Stages.Count] == at) begin[r] = Math.Max(0, (enter[r] + backlog[r]) * share);
        }
    }

    private static double Servers(ModelResource resource, int month)
    {
        int servers = resource.Servers;
        foreach ((double year, int changed) in resource.Changes)
            if (month / 12.0 >= year) servers = changed;
        return servers * (resource.Week.Count == 0 ? 1 : resource.Week.Average());
    }

    // Mean number in line of a steady line with exponential times (Erlang, 1917); what chance alone keeps waiting.
    private static double QueueLength(double offered, double servers)
    {
        int whole = Math.Max(1, (int)Math.Round(servers));
        double used = Math.Min(0.995, offered / whole);
        if (used <= 0) return 0;
        return SteadyState.ErlangC(whole, used * whole) * used / (1 - used);
    }

    private void Keep(CohortFlowTables tables, StayTable[] stayOf, double[] enter, double[] begin, int month)
    {
        int here = month * rows;
        for (int r = 0; r < rows; r++)
        {
            served[here + r] = begin[r];
            double lineBefore = backlog[r];
            backlog[r] += enter[r] - begin[r];
            double days = tables.Line[r % tables.Stages.Count] < 0 ? 0 : (lineBefore + backlog[r]) / 2 * CohortFlow.Month;
            double[] spent = stayOf[r].Days;
            for (int k = 0; k < spent.Length && k <= month; k++) days += served[((month - k) * rows) + r] * spent[k];
            People[here + r] = days / CohortFlow.Month;
            Entries[here + r] = enter[r];
            Waiting[here + r] = backlog[r];
        }
    }
}
