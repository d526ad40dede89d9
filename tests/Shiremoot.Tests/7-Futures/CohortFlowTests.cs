using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

[Trait("kind", "property")]
public class CohortFlowTests
{
    private const int LongRun = 100 * 12;

    [Fact]
    public void In_the_long_run_flows_come_to_the_exact_answers()
    {
        SteadyState exact = SteadyState.Of(JusticeNetwork.Baseline).Value;
        CohortFlow flow = CohortFlow.Run([(0, CohortFlowTables.Of(JusticeNetwork.Baseline).Value)], LongRun);
        for (int s = 0; s < exact.Stages.Count; s++)
        {
            StageAtRest stage = exact.Stages[s];
            flow.Entries(s, LongRun - 1).ShouldBe(stage.EntriesPerDay * CohortFlow.Month, 1e-9 * stage.EntriesPerDay * CohortFlow.Month, stage.Stage);
            flow.People(s, LongRun - 1).ShouldBe(stage.People, 1e-6 * stage.People, stage.Stage);
        }
    }

    // Month by month against the equations of flow of exponential stages, stepped by a thousandth of a month.
    [Fact]
    public void On_the_way_there_flows_follow_their_equations()
    {
        SystemModel model = JusticeNetwork.Read("resources: []");
        CohortFlow flow = CohortFlow.Run([(0, CohortFlowTables.Of(model).Value)], 24);
        double[] people = new double[10];
        const int Steps = 20_000;
        double arrivals = SteadyState.Of(JusticeNetwork.Baseline).Value.ArrivalsPerDay, step = CohortFlow.Month / Steps;
        for (int month = 0; month < 24; month++)
        {
            double[] sum = new double[10];
            for (int i = 0; i < Steps; i++)
            {
                double[] change = new double[10];
                change[model.Entry.Stage] = arrivals;
                for (int s = 0; s < 10; s++)
                {
                    double leaving = people[s] / model.Stages[s].Days!.Mean;
                    change[s] -= leaving;
                    foreach (Route route in model.Stages[s].Routes.Where(r => r.To >= 0)) change[route.To] += leaving * route.Share;
                }
                for (int s = 0; s < 10; s++)
                {
                    sum[s] += (people[s] + (change[s] * step / 2)) / Steps;
                    people[s] += change[s] * step;
                }
            }
            // Entrants are taken to come evenly over a month: within a per cent of those who do not, once there are any to speak of.
            if (month >= 12) for (int s = 0; s < 10; s++) flow.People(s, month).ShouldBe(sum[s], 0.01 * sum[s], $"{model.Stages[s].Id} in month {month}");
        }
    }

    [Theory]
    [InlineData("{ fixed: 100 }", 100)]
    [InlineData("{ uniform: 90, half_width: 30 }", 90)]
    [InlineData("{ lognormal: 123, sigma: 0.7 }", 123)]
    [InlineData("{ weibull: 230, shape: 0.85 }", 230)]
    [InlineData("{ gamma: 60, alpha: 2.5 }", 60)]
    [InlineData("{ gamma: 60, alpha: 0.5 }", 60)]
    [InlineData("{ empirical: [10, 40, 100] }", 50)]
    public void Whatever_the_shape_of_a_stay_stock_is_flow_times_its_mean(string days, double mean)
    {
        SystemModel model = JusticeNetwork.Of(JusticeNetwork.Plain.Replace("{ exponential: 28 }", days, StringComparison.Ordinal));
        CohortFlow flow = CohortFlow.Run([(0, CohortFlowTables.Of(model, 10).Value)], LongRun);
        double exact = flow.Entries(0, LongRun - 1) / CohortFlow.Month * mean;
        flow.People(0, LongRun - 1).ShouldBe(exact, 1e-9 * exact);
        RunMean simulated = RunMean.Of([.. Simulation.Run(model, new() { Runs = 6, ArrivalsPerDay = 10, OwnPasts = true }).Value.Sums(SimulatedFigure.Days, 0, 0, 10).Select(d => d / 3650)]);
        simulated.Mean.ShouldBe(exact, (4 * simulated.Error) + (0.005 * exact));
    }

    // Where people differ the flow engine has its tables from the people engine: from empty to a system that has filled, both must tell one story.
    [Fact]
    public void The_flow_engine_follows_the_people_engine_where_people_differ()
    {
        IReadOnlyList<StageBeside> stages = EnginesBeside.Of(SmallModels.Model(SmallModels.Returning("0.4", 150, odds: ", odds: { drugs: 2, female: 0.5 }")) with { Arrivals = new(2000, -1, 0, []) }, new() { Years = 5, WarmUpYears = 10, Runs = 10 }).Value;
        foreach (StageBeside stage in stages)
        {
            stage.Exact.ShouldBeNull();
            stage.EntriesFlow.ShouldBe(stage.EntriesPeople.Mean, (4 * stage.EntriesPeople.Error) + (0.005 * stage.EntriesPeople.Mean) + 1e-9, stage.Stage);
            stage.Flow.ShouldBe(stage.People.Mean, (4 * stage.People.Error) + (0.005 * stage.People.Mean) + 1e-9, stage.Stage);
        }
    }

    [Fact]
    public void A_line_that_outgrows_its_servers_grows_by_what_they_cannot_serve()
    {
        SystemModel model = JusticeNetwork.Read("resources: [{ id: crown-courtrooms, servers: 20 }]");
        CohortFlow flow = CohortFlow.Run([(0, CohortFlowTables.Of(model).Value)], 240);
        SimulatedRuns runs = Simulation.Run(model, new() { Years = 20, WarmUpYears = 0, Runs = 4, PeriodsPerYear = 12, OwnPasts = true }).Value;
        double simulated = Enumerable.Range(0, 4).Average(r => runs.At(SimulatedFigure.AtEnd, r, 3, 239));
        flow.Waiting(3, 239).ShouldBe(simulated, 0.03 * simulated);
    }
}
