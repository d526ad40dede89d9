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
    }

    [Fact]
    public void Uncertainty_reaches_from_well_under_the_claim_to_beyond_it()
    {
        // Triangular and normal draws of our own, so that nothing rests on the library's.
        OptionKernel kernel = new(TheSources.Option(West));
        Random chance = new(20170401);
        double[] inputs = new double[kernel.Inputs.Count], figures = new double[kernel.OutcomeNames.Count];
        int total = OptionKernel.Figures.ToList().IndexOf("total_fiscal"), over = 0;
        const int draws = 5000;
        List<double> saved = [];
        for (int d = 0; d < draws; d++)
        {
            for (int i = 0; i < inputs.Length; i++) inputs[i] = Draw(kernel.Inputs[i].Spread, kernel.Inputs[i].Value, chance);
            kernel.Evaluate(inputs, figures);
            saved.Add(figures[total]);
            if (figures[total] >= 33e6) over++;
        }
        saved.Sort();
        saved[draws / 20].ShouldBeInRange(2e6, 8e6);
        saved[draws * 19 / 20].ShouldBeInRange(25e6, 50e6);
        ((double)over / draws).ShouldBeInRange(0.02, 0.2);
    }

    private static double Draw(Distribution d, double value, Random chance)
    {
        double u = chance.NextDouble();
        if (d.Kind == DistributionKind.Normal) return d.Numbers[0] + (d.Numbers[1] * Math.Sqrt(-2 * Math.Log(1 - u)) * Math.Cos(2 * Math.PI * chance.NextDouble()));
        if (d.Kind != DistributionKind.Triangular) return value;
        (double low, double likeliest, double high) = (d.Numbers[0], d.Numbers[1], d.Numbers[2]);
        double wide = high - low;
        return u < (likeliest - low) / wide ? low + Math.Sqrt(u * wide * (likeliest - low)) : high - Math.Sqrt((1 - u) * wide * (high - likeliest));
    }
}
