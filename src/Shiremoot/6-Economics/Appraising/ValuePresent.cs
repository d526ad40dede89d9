namespace Shiremoot.Economics.Appraising;

/// <summary>The discounted units behind one value of an option.</summary>
internal static class ValuePresent
{
    /// <summary>Cases avoided of its outcome × units a case × discount factor, over the years.</summary>
    public static double Units(OptionKernel kernel, OptionValue value, double[] inputs)
    {
        OptionPlan plan = kernel.Plan;
        double[] flows = kernel.Flows(inputs);
        double sum = 0;
        for (int t = 0; t < plan.Years; t++) sum += flows[plan.CasesAt + (value.Outcome * plan.Years) + t] * plan.Discount[t];
        return sum * OptionFlowKernel.In(plan, inputs, value.Units, 1);
    }
}
