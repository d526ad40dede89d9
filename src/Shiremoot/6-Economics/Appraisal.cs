using System.Text.Json.Serialization;
using Shiremoot.Economics.Appraising;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>A figure of an appraisal: null where it has no meaning, such as a ratio where costs are below nought.</summary>
public sealed record AppraisalFigure(string Name, double? Value);

/// <summary>One year of an option: pounds at the prices of the option's price year, except where cash of the year is said.</summary>
/// <param name="Label">2016/17.</param>
/// <param name="Discount">The discount factor.</param>
/// <param name="People">People who take it up.</param>
/// <param name="Costs">All costs.</param>
/// <param name="Fiscal">Savings of agencies at average cost.</param>
/// <param name="Cashable">Of those, what can be taken out of budgets.</param>
/// <param name="Economic">Gains of people and the economy.</param>
/// <param name="Social">Harm not done.</param>
/// <param name="Net">Benefits - costs.</param>
/// <param name="Present">Net × discount factor, health by its own.</param>
/// <param name="Running">Sum of net to this year.</param>
/// <param name="RunningPresent">Sum of present to this year.</param>
/// <param name="CashCosts">Costs in the money of the year.</param>
/// <param name="CashBenefits">Benefits in the money of the year.</param>
public sealed record AppraisalYear(
    string Label, double Discount, double People, double Costs, double Fiscal, double Cashable, double Economic, double Social, double Net, double Present,
    double Running, double RunningPresent, double CashCosts, double CashBenefits)
{
    /// <summary>Of the social gains, those in years of life and health, discounted on a schedule of their own.</summary>
    public double Health { get; init; }

    /// <summary>Their discount factor; that of all else where the option has none.</summary>
    public double HealthDiscount { get; init; }
}

/// <summary>What one who bears costs or gains spends and saves: present values, and net by year at the option's prices.</summary>
/// <param name="Bearer">An agency, or people.</param>
/// <param name="IsAgency">True for an agency.</param>
/// <param name="Spends">Capital and running costs.</param>
/// <param name="Lends">In kind, or hours given.</param>
/// <param name="Cashable">Savings that can be taken out of its budget.</param>
/// <param name="NotCashable">Savings that free time or places, and no cash.</param>
/// <param name="Wider">Economic and social gains.</param>
/// <param name="Net">Gains - costs.</param>
/// <param name="ByYear">Spends, saves cashably, saves otherwise, gains by year, not discounted.</param>
public sealed record AgencyLedger(
    string Bearer, bool IsAgency, double Spends, double Lends, double Cashable, double NotCashable, double Wider, double Net, IReadOnlyList<LedgerYear> ByYear);

/// <summary>One year of a ledger, at the option's prices and not discounted.</summary>
public sealed record LedgerYear(string Label, double Spends, double Lends, double Cashable, double NotCashable, double Wider)
{
    /// <summary>Gains - costs of the year.</summary>
    [JsonIgnore]
    public double Net => Cashable + NotCashable + Wider - Spends - Lends;
}

/// <summary>What becomes of one outcome.</summary>
/// <param name="Id">Of the outcome.</param>
/// <param name="Title">As shown.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="IsOffence">True if it counts offences.</param>
/// <param name="Avoided">Over all years, not discounted.</param>
/// <param name="CostEach">Present value of all costs ÷ avoided; null where none is avoided.</param>
/// <param name="NetCostEach">Present value of costs less fiscal savings ÷ avoided.</param>
/// <param name="Benefits">Present value of what is gained by this outcome.</param>
public sealed record OutcomeResult(string Id, string Title, string Unit, bool IsOffence, double Avoided, double? CostEach, double? NetCostEach, double Benefits);

/// <summary>Benefits by who has them, costs and the rest, in the layout of the Washington State Institute for Public Policy.</summary>
public sealed record PerspectiveTable(double Taxpayers, double Participants, double Victims, double Others, double Benefits, double Cost, double Net, double? Ratio);

/// <summary>The rate at which the present value is nought: one, none with the reason, or several.</summary>
public sealed record InternalReturn(string Of, IReadOnlyList<double> Rates, string Says);

/// <summary>The value of an effect at which net value is nought, everything else as it is.</summary>
/// <param name="Of">Whose net value: everyone, or public budgets.</param>
/// <param name="Input">The name of the effect.</param>
/// <param name="Central">Its central value.</param>
/// <param name="At">Where net value is nought; null where it never is.</param>
/// <param name="Says">In words.</param>
public sealed record BreakEvenEffect(string Of, string Input, double Central, double? At, string Says);

/// <summary>A figure as a sum that can be followed: a title, and lines in words and figures.</summary>
public sealed record WorkedSum(string Name, string Title, IReadOnlyList<string> Lines);

/// <summary>What an option costs and brings, whom and when, at the central values of its inputs. See docs/methods/appraisal.md.</summary>
public sealed record Appraisal
{
    public required AppraisalOption Option { get; init; }

    /// <summary>The figures as a function of the inputs.</summary>
    public required OptionKernel Kernel { get; init; }

    /// <summary>In the order of <see cref="OptionKernel.Figures"/>.</summary>
    public required IReadOnlyList<AppraisalFigure> Figures { get; init; }

    public required IReadOnlyList<AppraisalYear> Years { get; init; }

    /// <summary>A line for each who bears costs or gains; they add up to the net present public value.</summary>
    public required IReadOnlyList<AgencyLedger> Ledger { get; init; }

    public required IReadOnlyList<OutcomeResult> Outcomes { get; init; }

    public required PerspectiveTable Perspectives { get; init; }

    /// <summary>For everyone, then for public budgets.</summary>
    public required IReadOnlyList<InternalReturn> Returns { get; init; }

    public required IReadOnlyList<BreakEvenEffect> BreakEvens { get; init; }

    /// <summary>Net present public value ÷ the annuity of the option's years from year 0 on.</summary>
    public required double EquivalentAnnual { get; init; }

    /// <summary>Appraises an option.</summary>
    public static Appraisal Of(AppraisalOption option) => AppraisalMaking.Make(option, new OptionKernel(option));

    /// <summary>A figure by its name; null where it has no meaning.</summary>
    public double? this[string figure] => Figures.First(f => f.Name == figure).Value;

    /// <summary>What may be asked of <see cref="Explain"/>.</summary>
    public IReadOnlyList<string> Explainable => WorkedSums.Names(this);

    /// <summary>A figure, outcome, cost, agency or input as a sum that can be followed.</summary>
    public Outcome<WorkedSum> Explain(string name) => WorkedSums.Of(this, name) is { } sum ? sum : Appraising.Refusals.NoSuchName(name, Explainable);
}
