namespace Shiremoot.Economics.Appraising;

/// <summary>The discounted units behind one value of an option.</summary>
internal static class ValuePresent
{
    /// <summary>Cases avoided of its outcome × units a case × discount factor, over the years.</summary>
    public static double Units(OptionKernel kernel, OptionValue value, double[] inputs)
    {
        OptionPlan plan = kernel.Plan;
        double[] flows = kernel.Flows(inputs);
        double[] discount = value.Kind == CostKind.Social && plan.Outcomes[value.Outcome].IsHealth ? plan.HealthDiscount : plan.Discount;
        double sum = 0;
        for (int t = 0; t < plan.Years; t++) sum += flows[plan.CasesAt + (value.Outcome * plan.Years) + t] * discount[t];
        return sum * OptionFlowKernel.In(plan, inputs, value.Units, 1);
    }
}
