using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Trust;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

public sealed class HeaviestUsersTests
{
    private static readonly CostQuestion Question = new("2006/07", CostBy.All, CostBy.All);

    [Fact]
    public void Shares_of_the_few_mean_and_median_are_those_worked_out_by_hand()
    {
        // Ten people: one arrested eleven times, nine once each; an eleventh never. An arrest is £593.
        HeaviestUsers users = HeaviestUsers.Of(Setting([Arrests(11), .. Enumerable.Repeat(Arrests(1), 9), "born 1990-01-01"]), Question).Value;
        (users.Total.People.Shown, users.Total.Amount.Shown, users.Total.Mean.Shown, users.Median.Shown).ShouldBe((10L, 20 * 593m, 2 * 593m, 593m));
        users.Top.Single(t => t.PerCent.Equals(10)).ShouldSatisfyAllConditions(t => t.Top.Amount.Shown.ShouldBe(11 * 593m), t => t.Share.Shown!.Value.ShouldBe(0.55, 1e-12));
    }

    [Fact]
    public void Where_all_cost_the_same_the_curve_is_straight()
    {
        HeaviestUsers users = HeaviestUsers.Of(Setting([.. Enumerable.Repeat(Arrests(2), 200)]), Question).Value;
        users.Gini!.Value.ShouldBe(0, 1e-12);
        users.Curve.Count.ShouldBe(21);
        users.Curve.ShouldAllBe(p => Math.Abs(p.People - p.Cost) < 1e-12);
    }

    [Fact]
    public void Harm_stands_beside_money()
    {
        // Shoplifting (04600) weighs 13.086 days; the dearest person has it once, the others never.
        CostSetting setting = Setting(["born 1980-01-01; conviction 2014-05-01 offence=04600", .. Enumerable.Repeat(Arrests(1), 9)]) with
        {
            Severity = code => TheVocabularyOf(code),
        };
        HeaviestUsers users = HeaviestUsers.Of(setting, Question).Value;
        users.Harm!.Value.Amount.Shown.ShouldBe(13.086m);
        users.Top.Single(t => t.PerCent.Equals(10)).HarmShare!.Value.Shown.ShouldBe(1);
    }

    [Fact]
    public void One_person_who_costs_most_is_not_seen()
    {
        CostSetting setting = Setting([Arrests(400), .. Enumerable.Repeat(Arrests(1), 30)]) with { Rules = DisclosureRules.Default };
        HeaviestUsers users = HeaviestUsers.Of(setting, Question).Value;
        users.Total.IsWithheld.ShouldBeTrue();
        users.Top.ShouldAllBe(t => t.Top.IsWithheld && t.Share.IsWithheld);
        users.Curve.ShouldBeEmpty();
        StoryCosts.Of(setting, Question).Value.Tables[0].Cells.Total.IsWithheld.ShouldBeTrue();
    }

    private static double? TheVocabularyOf(string code) => Shiremoot.Tests.Records.TheVocabulary.Read.TryFindOffence(code, out Offence? found) ? found.Severity?.Value : null;

    private static string Arrests(int count) => $"born 1990-01-01; arrest {string.Join(", ", Enumerable.Range(0, count).Select(n => NodaTime.LocalDate.FromDateTime(new DateTime(2014, 5, 1)).PlusDays(n).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)))}";
}
