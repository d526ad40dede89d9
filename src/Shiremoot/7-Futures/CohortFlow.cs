using Shiremoot.Futures.Flowing;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// The cohort-flow engine: people as flows, month by month, no chance. Each month's entrants to a stage leave it by a table of stays, so that any shape of time is
/// kept; lines are as long as Erlang's formula says while there is room, and grow by what cannot be served when there is not. Method: docs/methods/cohort-flow.md.
/// </summary>
public sealed class CohortFlow
{
    /// <summary>Days in a month of flows: a twelfth of a year of 365.</summary>
    public const double Month = SteadyState.DaysAYear / 12;

    private readonly double[] people, entries, waiting;
    private readonly int rows;

    private CohortFlow(int months, int rows, double[] people, double[] entries, double[] waiting) => (Months, this.rows, this.people, this.entries, this.waiting) = (months, rows, people, entries, waiting);

    public int Months { get; }

    /// <summary>Mean number of people in a row in a month, those who wait included.</summary>
    public double People(int row, int month) => people[(month * rows) + row];

    /// <summary>Entries into a row in a month.</summary>
    public double Entries(int row, int month) => entries[(month * rows) + row];

    /// <summary>People of a row in line at the end of a month.</summary>
    public double Waiting(int row, int month) => waiting[(month * rows) + row];

    /// <summary>Runs tables from an empty system.</summary>
    /// <param name="tables">How long stays last and where they lead; with the months from which others hold (a policy), the first from month 0.</param>
    /// <param name="months">Months to follow.</param>
    public static CohortFlow Run(IReadOnlyList<(int FromMonth, CohortFlowTables Tables)> tables, int months)
    {
        int rows = tables[0].Tables.Rows;
        FlowKernel kernel = new(rows, months);
        for (int part = 0; part < tables.Count; part++)
        {
            int until = part + 1 < tables.Count ? Math.Min(months, tables[part + 1].FromMonth) : months;
            if (until > tables[part].FromMonth) kernel.Run(tables[part].Tables, tables[part].FromMonth, until);
        }
        return new(months, rows, kernel.People, kernel.Entries, kernel.Waiting);
    }
}
