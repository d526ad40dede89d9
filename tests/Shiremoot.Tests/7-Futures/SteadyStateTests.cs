using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

[Trait("kind", "spec")]
public class SteadyStateTests
{
    private static readonly string[] Custody = ["short-custody", "long-custody", "recall"];

    // Published with the network: worked out elsewhere from the same equations.
    [Fact]
    public void The_network_settles_where_its_equations_say()
    {
        SteadyState a = SteadyState.Of(JusticeNetwork.Baseline).Value;
        a.ArrivalsPerDay.ShouldBe(116.57, 0.005);
        (a.ArrivalsPerDay * 365).ShouldBe(61_000 * (1 - 0.302463), 0.05);
        Of(a, "investigation").EntriesPerDay.ShouldBe(61_000 / 365.0, 1e-9);
        a.Stages.Sum(s => s.People).ShouldBe(26_630.9, 0.05);
        a.Stages.Where(s => Custody.Contains(s.Stage)).Sum(s => s.People).ShouldBe(1_983.81, 0.005);
        a.Stages.Sum(s => s.EntriesPerDay).ShouldBe(368.916, 0.0005);
        (Of(a, "magistrates").Used, Of(a, "magistrates").ShareWaiting, Of(a, "magistrates").WaitDays).ShouldSatisfy(0.87864, 0.62522, 0.062964);
        Of(a, "crown").Used.ShouldBe(0.86266, 0.000005);
        Of(a, "crown").WaitDays.ShouldBe(0.244315, 0.000001);
        SteadyState b = SteadyState.Of(JusticeNetwork.Diversion, a.ArrivalsPerDay).Value;
        (Of(b, "investigation").EntriesPerDay * 365).ShouldBe(59_843.68, 0.005);
        b.Stages.Where(s => Custody.Contains(s.Stage)).Sum(s => s.People).ShouldBe(1_395.07, 0.005);
        Of(b, "magistrates").WaitDays.ShouldBe(0.00598, 0.000005);
        Of(b, "crown").WaitDays.ShouldBe(0.00389, 0.000005);
    }

    // The same by iteration in place of elimination, and the chance of waiting by its sum in place of its recursion.
    [Fact]
    public void A_plain_computation_gives_the_same_to_nine_digits()
    {
        SystemModel model = JusticeNetwork.Baseline;
        SteadyState exact = SteadyState.Of(model).Value;
        double[] visits = new double[model.Stages.Count];
        for (int round = 0; round < 4000; round++)
        {
            double[] next = new double[visits.Length];
            next[model.Entry.Stage] = 1;
            for (int s = 0; s < visits.Length; s++)
                foreach (Route route in model.Stages[s].Routes.Where(r => r.To >= 0)) next[route.To] += visits[s] * route.Share;
            visits = next;
        }
        for (int s = 0; s < visits.Length; s++) exact.Stages[s].EntriesPerDay.ShouldBe(exact.ArrivalsPerDay * visits[s], 1e-9 * exact.Stages[s].EntriesPerDay);
        foreach (StageAtRest stage in exact.Stages.Where(s => s.Servers > 0))
        {
            double offered = stage.Used * stage.Servers, term = 1, sum = 0;
            for (int n = 0; n < stage.Servers; n++, term *= offered / n) sum += term;
            double waits = term / (1 - stage.Used) / (sum + (term / (1 - stage.Used)));
            stage.ShareWaiting.ShouldBe(waits, 1e-9 * waits);
        }
    }

    [Fact]
    public void A_line_that_grows_without_end_is_told()
    {
        SteadyState.Of(JusticeNetwork.Read("resources: [{ id: crown-courtrooms, servers: 20 }]")).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FUTURES-06");
    }

    private static StageAtRest Of(SteadyState state, string stage) => state.Stages.Single(s => s.Stage == stage);
}

file static class Figures
{
    public static void ShouldSatisfy(this (double Used, double Waiting, double Days) got, double used, double waiting, double days)
    {
        got.Used.ShouldBe(used, 0.000005);
        got.Waiting.ShouldBe(waiting, 0.000005);
        got.Days.ShouldBe(days, 0.0000005);
    }
}
