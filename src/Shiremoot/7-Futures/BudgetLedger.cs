namespace Shiremoot.Futures;

/// <summary>What money moves for.</summary>
public enum LegKind
{
    /// <summary>Places and services used, paid to who provides them.</summary>
    Provision,

    /// <summary>What is charged for each unit used.</summary>
    Charge,

    Grant,

    Upfront,

    Service,

    /// <summary>Paid by a rule for doing better.</summary>
    Payment,

    /// <summary>Goes back by a rule for doing worse, or on leaving.</summary>
    PayBack,

    Reserve,

    Pool,
}

/// <summary>One way in which money moves under a contract: always from one party to another, never less than nought.</summary>
/// <param name="Name">What for, in words.</param>
/// <param name="Kind">What for.</param>
/// <param name="From">Place of who pays in <see cref="Contract.Parties"/>.</param>
/// <param name="To">Place of who gets it.</param>
public sealed record BudgetLeg(string Name, LegKind Kind, int From, int To);

/// <summary>Every sum that moves, by run, leg and year, in pounds to the penny. As each is paid by one party and got by another, nothing is lost or made.</summary>
public sealed class BudgetLedger
{
    private readonly decimal[] amounts;

    internal BudgetLedger(IReadOnlyList<BudgetLeg> legs, int years, int runs, decimal[] amounts) => (Legs, Years, Runs, this.amounts) = (legs, years, runs, amounts);

    public IReadOnlyList<BudgetLeg> Legs { get; }

    /// <summary>How many years money moves in.</summary>
    public int Years { get; }

    public int Runs { get; }

    public decimal Amount(int run, int leg, int year) => amounts[(((run * Legs.Count) + leg) * Years) + year];

    /// <summary>What a party gets in a year of a run.</summary>
    public decimal Income(int run, int party, int year) => Sum(run, year, party, isIncome: true);

    /// <summary>What a party pays in a year of a run.</summary>
    public decimal Spend(int run, int party, int year) => Sum(run, year, party, isIncome: false);

    /// <summary>What a party has at the end of a run: all it gets less all it pays.</summary>
    public decimal Net(int run, int party)
    {
        decimal net = 0;
        for (int year = 0; year < Years; year++) net += Income(run, party, year) - Spend(run, party, year);
        return net;
    }

    private decimal Sum(int run, int year, int party, bool isIncome)
    {
        decimal sum = 0;
        for (int leg = 0; leg < Legs.Count; leg++)
            if ((isIncome ? Legs[leg].To : Legs[leg].From) == party) sum += Amount(run, leg, year);
        return sum;
    }
}
