using System.Globalization;

namespace Shiremoot.Economics.Appraising;

/// <summary>Cases avoided of one outcome, as the chain of numbers they come from.</summary>
internal static class OutcomeSum
{
    public static IEnumerable<string> Lines(Appraisal a, OptionOutcome outcome)
    {
        OptionPlan plan = a.Kernel.Plan;
        double[] inputs = a.Kernel.CentralInputs();
        double running = 1;
        foreach ((string says, int input, bool taken) in ((string, int, bool)[])
            [("people a year", a.Option.People, false), ("take-up", a.Option.TakeUp, false), ("retention", a.Option.Retention, false), ("need", outcome.Need, false), ("not deadweight", outcome.Deadweight, true),
                ("attribution", outcome.Attribution, false), ("not displaced", outcome.Displacement, true), ("not substituted", outcome.Substitution, true), ("not leaked", outcome.Leakage, true)])
        {
            if (input < 0) continue;
            double value = OptionFlowKernel.In(plan, inputs, input, 0), factor = taken ? 1 - value : value;
            running *= factor;
            yield return Line($"× {factor:#,##0.####} {says}: {running:#,##0.##} ({Whence(a.Option.Inputs[input])})");
        }
        double gross = OptionFlowKernel.Gross(plan, inputs, outcome);
        OptionInput effect = a.Option.Inputs[outcome.Effect];
        string of = outcome.Baseline < 0 ? "" : Line($" of {inputs[outcome.Baseline]:#,##0.####} a person a year ({Whence(a.Option.Inputs[outcome.Baseline])})");
        yield return Line($"× {gross:0.######} avoided a person: {BreakEvens.Shown(effect.Value, outcome.Form)}{of} ({Whence(effect)})");
        yield return Line($"= {running * gross:#,##0.##} {outcome.Unit} in a year of full effect");
        double[] flows = a.Kernel.Flows(inputs);
        if (outcome.Lag > 0 || outcome.Lasts > 1) yield return Line($"The first effect comes {outcome.Lag} years after; it lasts {outcome.Lasts} years, less each year by the drop-off.");
        for (int t = 0; t < plan.Years; t++) yield return Line($"{a.Years[t].Label}: {flows[plan.CasesAt + (Array.IndexOf(plan.Outcomes, outcome) * plan.Years) + t]:#,##0.##}");
    }

    private static string Whence(OptionInput input) => input.IsAssumption ? "assumption" : input.Source;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
