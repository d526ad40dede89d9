using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Policies;

/// <summary>Difference-in-differences beside R: lm with dummies, errors clustered by hand.</summary>
/// <remarks>
/// R 4: lcg as MadePanels.Draws; d &lt;- expand.grid(period = 2011:2018, unit = 1:12); d$y &lt;- round(10 + d$unit + 0.5 * (d$period - 2011) + 4 * (lcg(96, 42) - 0.5) + ifelse(d$unit &lt;= 5 &amp; d$period >= 2016, -2, 0), 3);
/// D &lt;- (unit &lt;= 5) * (period >= 2016); m &lt;- lm(y ~ D + factor(unit) + factor(period)); X &lt;- model.matrix(m); w: its weights or 1; B &lt;- solve(t(X) %*% (w * X));
/// S &lt;- rowsum(X * (w * residuals(m)), unit); V &lt;- 12/11 * B %*% t(S) %*% S %*% B; t on 11. The event study: a dummy of treated by each k = period - 2016 but -1, the same V.
/// </remarks>
public sealed class DifferenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-difference-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_effect_and_its_clustered_error_are_those_of_R()
    {
        DifferenceResult made = Difference.Of(MadePanels.Twelve(), MadePanels.Asked).Value;
        Near(made.Effect, -1.728481905, 0.455126264);
        made.Effect.P.ShouldBe(0.002954480, 1e-8);
        made.Effect.Interval.Lower.ShouldBe(-2.730208057, 1e-7);
    }

    [Fact]
    public void Weights_and_missing_rows_are_those_of_R()
    {
        Near(FromFile(MadePanels.Twelve().ToCsv(), MadePanels.Asked with { Weight = "people" }).Effect, -1.738355834, 0.452337372);
        string[] rows = MadePanels.Twelve().ToCsv().TrimEnd().Split('\n');
        Near(FromFile(string.Join('\n', rows.Where((_, n) => n is not (3 or 20 or 47 or 80))), MadePanels.Asked).Effect, -1.573330513, 0.531891016);
    }

    [Fact]
    public void The_event_study_and_the_test_of_what_came_before_are_those_of_R()
    {
        DifferenceResult made = Difference.Of(MadePanels.Twelve(), MadePanels.Asked).Value;
        (double Value, double Error)[] known = [(-0.8029714286, 0.6566179561), (0.5699142857, 0.7636466359), (1.1890000000, 1.1069796340), (0.5313714286, 0.7432128076), (0, 0), (-0.4597428571, 0.6457942533), (-1.5632857143, 1.1333338345), (-2.2700285714, 0.6399926829)];
        for (int s = 0; s < known.Length; s++)
        {
            made.Steps[s].Step.ShouldBe(s - 5);
            made.Steps[s].Value.ShouldBe(known[s].Value, 1e-9);
            if (made.Steps[s].Interval is { } i) ((i.Upper - i.Lower) / 2 / 2.2009851600829).ShouldBe(known[s].Error, 1e-9); // qt(0.975, 11)
        }
        made.Leads!.Statistic.ShouldBe(9.916712427, 1e-7);
        made.Leads.PByErrors.ShouldBe(0.001192448, 1e-8);
        made.Leads.IsByPlacement.ShouldBeTrue("four differences and five units leave errors no room");
    }

    [Fact]
    public void Every_placement_of_few_treated_units_is_tried()
    {
        DifferenceResult made = Difference.Of(MadePanels.Twelve(), MadePanels.Asked).Value;
        (made.Placement.Placements, made.Placement.IsAll).ShouldBe((792, true));
        made.Placement.P.ShouldBe(8.0 / 792, 1e-12); // R: mean(abs(st) >= b0) over combn(12, 5)
        made.IsFew.ShouldBeTrue();
        made.Notes.ShouldContain(n => n.Contains("too small"));
        made.Headline("Crime").ShouldContain("p 0.010");
        made.Interval!.Value.Lower.ShouldBeLessThan(-1.73);
    }

    [Fact]
    public void Several_dates_are_compared_with_units_never_treated_and_not_by_two_way_effects()
    {
        // R: units 1-3 from 2014, 4-5 from 2016; ATT(g, t) by hand, averaged by size, influence of each unit with 12/11.
        PanelRows panel = MadePanels.Twelve() with { From = [3, 3, 3, 5, 5, -1, -1, -1, -1, -1, -1, -1] };
        DifferenceResult made = Difference.Of(panel, MadePanels.Asked).Value;
        made.Method.ShouldBe(DifferenceMethod.GroupTime);
        Near(made.Effect, -1.063789116, 0.622790718);
        made.Notes.ShouldContain(n => n.Contains("never treated"));
    }

    [Fact]
    public void Effects_that_grow_are_not_turned_round_where_policies_begin_at_several_dates()
    {
        // Every unit comes under the policy in turn and its effect grows by 1 a period: plain two-way effects can give it the wrong sign (A. Goodman-Bacon, 2021).
        int[] from = [2, 2, 2, 5, 5, 5, 8, 8, 8];
        double[] draws = MadePanels.Draws(90, 5);
        double[] outcome = [.. Enumerable.Range(0, 90).Select(i => (i / 10) + (0.01 * draws[i]) + Math.Max(0, (i % 10) - from[i / 10] + 1))];
        DifferenceResult made = Difference.Of(new PanelRows("made", [.. from.Select((_, u) => $"{u}")], [.. Enumerable.Range(0, 10).Select(p => $"{p}")], outcome, from), MadePanels.Asked).Value;
        // Told are 2..7 against both later groups and 5..7 against the last: steps 1..6 of three units and 1..3 of three.
        made.Effect.Value.ShouldBe((21 + 6) / 9.0, 0.02);
        made.Notes.ShouldContain(n => n.Contains("not yet treated"));
    }

    [Fact]
    public void A_constant_of_all_or_of_one_unit_or_of_one_period_changes_nothing()
    {
        PanelRows panel = MadePanels.Twelve();
        DifferenceResult plain = Difference.Of(panel, MadePanels.Asked).Value;
        foreach (Func<int, double> add in (Func<int, double>[])[_ => 1000, i => i / 8 == 3 ? 77 : 0, i => i % 8 == 6 ? -12 : 0])
        {
            DifferenceResult moved = Difference.Of(panel with { Outcome = [.. panel.Outcome.Select((y, i) => y + add(i))] }, MadePanels.Asked).Value;
            Near(moved.Effect, plain.Effect.Value, plain.Effect.StandardError);
            moved.Placement.P.ShouldBe(plain.Placement.P, 1e-12);
            moved.Leads!.P.ShouldBe(plain.Leads!.P, 1e-9);
        }
        DifferenceResult larger = Difference.Of(panel with { Outcome = [.. panel.Outcome.Select(y => y * 1e6)] }, MadePanels.Asked).Value;
        larger.Effect.Value.ShouldBe(plain.Effect.Value * 1e6, 1e-2);
        larger.Effect.P.ShouldBe(plain.Effect.P, 1e-9);
    }

    [Fact]
    public void Intervals_hold_a_planted_effect_as_often_as_they_say()
    {
        int held = 0, heldByPlacement = 0, leadsDiffer = 0;
        const int Runs = 80;
        for (ulong seed = 1; seed <= Runs; seed++)
        {
            DifferenceResult made = Difference.Of(MadePanels.Planted(seed, 10, 8, -1.5), MadePanels.Asked).Value;
            if (made.Effect.Interval is var i && i.Lower < -1.5 && i.Upper > -1.5) held++;
            if (made.Placement.Interval is { } p && p.Lower < -1.5 && p.Upper > -1.5) heldByPlacement++;
            if (made.Leads!.Differ) leadsDiffer++;
        }
        held.ShouldBeInRange(Runs * 85 / 100, Runs * 99 / 100);
        heldByPlacement.ShouldBeInRange(Runs * 90 / 100, Runs);
        leadsDiffer.ShouldBeLessThan(Runs * 12 / 100, "by placement, for F would find one in eight");
    }

    [Fact]
    public void A_headline_is_withheld_where_units_moved_otherwise_before()
    {
        PanelRows panel = MadePanels.Planted(3, 20, 8, -1.5);
        PanelRows drifting = panel with { Outcome = [.. panel.Outcome.Select((y, i) => i / 8 < 10 ? y - (1.5 * (i % 8)) : y)] };
        DifferenceResult made = Difference.Of(drifting, MadePanels.Asked).Value;
        made.Withheld.ShouldNotBeNull().ShouldContain("moved otherwise");
        made.Headline("Crime").ShouldStartWith("No effect is told");
        Difference.Of(panel, MadePanels.Asked).Value.Withheld.ShouldBeNull();
    }

    private DifferenceResult FromFile(string text, DifferenceQuestion question)
    {
        string file = Path.Combine(folder, "panel.csv");
        File.WriteAllText(file, text);
        return Difference.Of(file, question).Value;
    }

    private static void Near(SynthesisCoefficient made, double value, double error)
    {
        made.Value.ShouldBe(value, 1e-8);
        made.StandardError.ShouldBe(error, 1e-8);
    }
}
