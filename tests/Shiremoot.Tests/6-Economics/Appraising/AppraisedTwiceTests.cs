using FsCheck;
using FsCheck.Fluent;
using Shiremoot.Economics;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>What the engine says agrees with the same option worked out again by the longest way.</summary>
public sealed class AppraisedTwiceTests
{
    private const double Within = 1e-9;

    [Fact]
    public void Random_options_come_out_alike() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, int.MaxValue - 1)), seed => Alike(RandomOption.Text(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Shipped_options_come_out_alike()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(TestData.Root, "places"), "*.yaml", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "options")];
        files.ShouldNotBeEmpty();
        foreach (string file in files) Alike(File.ReadAllText(file));
    }

    [Fact]
    public void The_ledger_adds_up_to_the_net_value_and_the_years_to_it_too() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, int.MaxValue - 1)), seed =>
        {
            Appraisal a = TheSources.Appraise(RandomOption.Text(seed));
            double net = a["net_present_public_value"]!.Value, scale = Math.Abs(a["present_value_benefits"]!.Value) + Math.Abs(a["present_value_costs"]!.Value) + 1;
            Near(a.Ledger.Sum(l => l.Net), net, scale, "ledger");
            Near(a.Years[^1].RunningPresent, net, scale, "years");
            Near(a.Perspectives.Net, net, scale, "perspectives");
            Near(a.Outcomes.Sum(o => o.Benefits), a["present_value_benefits"]!.Value, scale, "outcomes");
            Near(-a.Ledger.Where(l => l.IsAgency).Sum(l => l.Net), a["net_present_budget_impact"]!.Value, scale, "budgets");
            Near(a.EquivalentAnnual * a.Option.Discounting.AnnuityDue(a.Years.Count), net, scale, "annuity");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static void Alike(string yaml)
    {
        Appraisal a = TheSources.Appraise(yaml);
        PlainAppraisal plain = new(yaml);
        double scale = plain["cost"] + Math.Abs(plain["fiscal"]) + Math.Abs(plain["economic"]) + Math.Abs(plain["social"]) + 1;
        double wider = plain["economic"] + plain["social"];
        foreach ((string figure, double expected) in (ReadOnlySpan<(string, double)>)
            [("present_value_costs", plain["cost"]), ("present_value_fiscal", plain["fiscal"]), ("present_value_economic", plain["economic"]), ("present_value_social", plain["social"]),
                ("present_value_cashable", plain["cashable"]), ("present_value_marginal", plain["marginal"]), ("present_value_stepped", plain["stepped"]), ("total_costs", plain["total cost"]), ("total_fiscal", plain["total fiscal"]),
                ("net_present_public_value", plain["fiscal"] + wider - plain["cost"]), ("net_present_budget_impact", plain["public cost"] - plain["fiscal"])])
            Near(a[figure]!.Value, expected, scale, figure);
        if (plain["cost"] > 1) Near(a["benefit_cost_ratio"]!.Value, (plain["fiscal"] + wider) / plain["cost"], Math.Abs((plain["fiscal"] + wider) / plain["cost"]) + 1, "ratio");
        foreach (AgencyLedger ledger in a.Ledger) Near(ledger.Net, plain[$"{(ledger.IsAgency ? "agency" : "people")} {ledger.Bearer}"], scale, ledger.Bearer);
        foreach (OutcomeResult outcome in a.Outcomes) Near(outcome.Avoided, plain[$"avoided {outcome.Id}"], Math.Abs(plain[$"avoided {outcome.Id}"]) + 1, outcome.Id);
    }

    private static void Near(double found, double expected, double scale, string what) => (Math.Abs(found - expected) / scale).ShouldBeLessThan(Within, $"{what}: {found} and {expected}");
}
