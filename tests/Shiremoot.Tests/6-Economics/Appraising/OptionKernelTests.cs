using Shiremoot.Economics;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>An option as a function of its inputs, for whoever draws them by chance.</summary>
public sealed class OptionKernelTests
{
    private static readonly string West = File.ReadAllText(Path.Combine(TestData.Root, "places", "west-midlands", "options", "offender-management.yaml"));

    [Fact]
    public void An_evaluation_allocates_nothing()
    {
        OptionKernel kernel = new(TheSources.Option(RandomOption.Text(7)));
        double[] inputs = kernel.CentralInputs(), figures = new double[kernel.OutcomeNames.Count];
        for (int i = 0; i < 100; i++) kernel.Evaluate(inputs, figures);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++) kernel.Evaluate(inputs, figures);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void At_its_central_values_it_gives_what_the_appraisal_shows()
    {
        Appraisal a = TheSources.Appraise(West);
        double[] figures = new double[a.Kernel.OutcomeNames.Count];
        a.Kernel.Evaluate(a.Kernel.CentralInputs(), figures);
        for (int i = 0; i < OptionKernel.Figures.Count; i++) (double.IsNaN(figures[i]) ? null : (double?)figures[i]).ShouldBe(a.Figures[i].Value);
        a.Kernel.OutcomeNames.ShouldBeUnique();
        double[] running = new double[a.Years.Count], budgets = new double[a.Years.Count];
        a.Kernel.EvaluateWithYears(a.Kernel.CentralInputs(), figures, running, budgets);
        for (int t = 0; t < running.Length; t++) running[t].ShouldBe(a.Years[t].RunningPresent, 1e-3);
        double gain = 0;
        for (int t = 0; t < budgets.Length; t++)
        {
            gain += a.Years[t].Discount * a.Ledger.Where(l => l.IsAgency).Sum(l => l.ByYear[t].Cashable + l.ByYear[t].NotCashable - l.ByYear[t].Spends - l.ByYear[t].Lends);
            budgets[t].ShouldBe(gain, 1e-3);
        }
        budgets[^1].ShouldBe(-figures[1], 1e-3);
    }

    [Fact]
    public void A_value_outside_its_bounds_is_taken_as_the_bound()
    {
        OptionKernel kernel = new(TheSources.Option(West));
        int takeUp = kernel.Inputs.ToList().FindIndex(i => i.Name == "take-up");
        double[] At(double value)
        {
            double[] inputs = kernel.CentralInputs(), figures = new double[kernel.OutcomeNames.Count];
            inputs[takeUp] = value;
            kernel.Evaluate(inputs, figures);
            return figures;
        }

        At(1.4).ShouldBe(At(1));
        At(-0.2).ShouldBe(At(0));
    }

    [Fact]
    public void An_option_given_the_wrong_number_of_inputs_is_our_fault()
    {
        OptionKernel kernel = new(TheSources.Option(West));
        Should.Throw<ArgumentException>(() => kernel.Evaluate([1, 2], new double[kernel.OutcomeNames.Count]));
        Should.Throw<ArgumentException>(() => kernel.EvaluateWithYears(kernel.CentralInputs(), new double[kernel.OutcomeNames.Count], new double[2], []));
        Should.Throw<ArgumentException>(() => kernel.EvaluateWithYears(kernel.CentralInputs(), new double[kernel.OutcomeNames.Count], [], new double[2]));
    }
}
