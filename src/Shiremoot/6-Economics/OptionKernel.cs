using System.Buffers;
using Shiremoot.Economics.Appraising;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>
/// An option as a function from its inputs to its figures, for whoever draws the inputs by chance. No evaluation allocates, and any number of
/// threads may use one kernel.
/// </summary>
public sealed class OptionKernel
{
    /// <summary>The figures that every option has, in the order of <see cref="Evaluate"/>. Pounds at the prices of the option's price year.</summary>
    public static readonly IReadOnlyList<string> Figures =
    [
        "net_present_public_value", "net_present_budget_impact", "present_value_costs", "present_value_benefits", "present_value_fiscal", "present_value_cashable",
        "present_value_economic", "present_value_social", "benefit_cost_ratio", "financial_return", "payback_year", "payback_year_undiscounted",
        "present_value_marginal", "present_value_stepped", "total_costs", "total_fiscal", "net_present_cash",
    ];

    private const int OnTheStack = 512;

    private readonly AppraisalOption option;
    private readonly OptionPlan plan;

    public OptionKernel(AppraisalOption option)
    {
        this.option = option;
        plan = OptionPlan.Of(option);
        OutcomeNames = [.. Figures, .. option.Bearers.Select(b => $"net_present_value: {b.Name}"), .. option.Outcomes.Select(o => $"avoided: {o.Id}")];
    }

    /// <summary>The inputs in order: names, central values, distributions.</summary>
    public IReadOnlyList<OptionInput> Inputs => option.Inputs;

    /// <summary>Which inputs go together.</summary>
    public IReadOnlyList<RankCorrelation> Correlations => option.Correlations;

    /// <summary>The names of what <see cref="Evaluate"/> gives: <see cref="Figures"/>, then the net present value to each bearer, then the cases avoided of each outcome.</summary>
    public IReadOnlyList<string> OutcomeNames { get; }

    /// <summary>The central values of the inputs.</summary>
    public double[] CentralInputs() => [.. option.Inputs.Select(i => i.Value)];

    /// <summary>
    /// The figures at some values of the inputs. A value outside an input's bounds is taken as the bound. Not a number where a figure has no meaning: a ratio
    /// where costs are not above nought, a payback year that does not come.
    /// </summary>
    /// <param name="inputs">A value for each input, in order.</param>
    /// <param name="outcomes">Room for each of <see cref="OutcomeNames"/>.</param>
    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outcomes) => EvaluateWithYears(inputs, outcomes, [], []);

    /// <summary>As <see cref="Evaluate"/>, and the running totals to each year of net present public value and of the gain of public budgets.</summary>
    /// <param name="inputs">A value for each input, in order.</param>
    /// <param name="outcomes">Room for each of <see cref="OutcomeNames"/>.</param>
    /// <param name="running">Room for each year, or none.</param>
    /// <param name="budgets">The same, for public budgets.</param>
    public void EvaluateWithYears(ReadOnlySpan<double> inputs, Span<double> outcomes, Span<double> running, Span<double> budgets)
    {
        if (inputs.Length != option.Inputs.Count) throw new ArgumentException($"There are {option.Inputs.Count} inputs, not {inputs.Length}.", nameof(inputs));
        if (outcomes.Length != OutcomeNames.Count) throw new ArgumentException($"There are {OutcomeNames.Count} outcomes, not {outcomes.Length}.", nameof(outcomes));
        if (!running.IsEmpty && running.Length != plan.Years) throw new ArgumentException($"There are {plan.Years} years, not {running.Length}.", nameof(running));
        if (!budgets.IsEmpty && budgets.Length != plan.Years) throw new ArgumentException($"There are {plan.Years} years, not {budgets.Length}.", nameof(budgets));
        int needed = OptionFigureKernel.Scratch(plan);
        double[]? lent = needed <= OnTheStack ? null : ArrayPool<double>.Shared.Rent(needed);
        Span<double> scratch = lent is null ? stackalloc double[OnTheStack] : lent;
        OptionFigureKernel.Evaluate(plan, inputs, scratch[..needed], outcomes, running, budgets);
        if (lent is not null) ArrayPool<double>.Shared.Return(lent);
    }

    /// <summary>The flows of each year, bearer and kind, and the cases of each outcome, at some values of the inputs.</summary>
    internal double[] Flows(ReadOnlySpan<double> inputs)
    {
        double[] scratch = new double[plan.FlowScratch];
        OptionFlowKernel.Fill(plan, inputs, scratch);
        return scratch;
    }

    internal OptionPlan Plan => plan;

    /// <summary>Reads an option and makes its kernel.</summary>
    public static Outcome<OptionKernel> Read(string path, string shownAs, OptionSources sources, string? priceYear = null) =>
        AppraisalOption.Read(path, shownAs, sources, priceYear).Then<OptionKernel>(option => new OptionKernel(option));
}
