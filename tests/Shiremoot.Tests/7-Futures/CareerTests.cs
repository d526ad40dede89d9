using Shiremoot.Futures;
using Shiremoot.Futures.Targets;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

public class CareerTests
{
    // Of 1, 0.4 come back each time: 1 / (1 - 0.4) arrests a career.
    [Fact]
    public void Arrests_a_career_are_those_of_the_chain()
    {
        SystemModel model = SmallModels.Model(SmallModels.Returning("0.4", 200));
        Tally tally = Whole(model, 400_000);
        (double value, double error) = tally.Of(0);
        value.ShouldBe(1 / 0.6, 4 * error);
        error.ShouldBeLessThan(0.003);
    }

    [Fact]
    public void Shares_by_sex_district_and_ethnicity_come_out_as_given()
    {
        Tally tally = Whole(SmallModels.Model(SmallModels.Returning("0.4", 200)), 400_000);
        for (int target = 1; target <= 3; target++)
        {
            (double value, double error) = tally.Of(target);
            value.ShouldBe(0.25, 4 * error);
        }
    }

    // Odds of 3 for women on a share of 0.4 against 0.6: 1.2 / 1.8 come back, so 3 arrests each against 1 / 0.6.
    [Fact]
    public void Odds_multiply_the_weight_of_a_route()
    {
        Tally tally = Whole(SmallModels.Model(SmallModels.Returning("0.4", 200, odds: ", odds: { female: 3 }")), 400_000);
        double women = 0.25 * 3, men = 0.75 / 0.6;
        (double value, double error) = tally.Of(1);
        value.ShouldBe(women / (women + men), 4 * error);
    }

    // A window holds a career where it begins within the years before any of its arrests: years + 0.4 / 0.6 gaps of 200 days on average.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_window_of_years_holds_the_arrests_a_person_that_renewal_gives(int years)
    {
        SystemModel model = SmallModels.Model(SmallModels.Returning("0.4", 200));
        GenerateSettings settings = SmallModels.Read(SmallModels.Settings, model);
        (double value, double error) = SmallModels.Window(model, settings, 60_000, years, 3).Of(0);
        double length = Days.Number(settings.From.PlusYears(years)) - Days.Number(settings.From);
        value.ShouldBe(length / 0.6 / (length + (0.4 / 0.6 * Math.Min(200, length))), 4 * error);
    }

    [Fact]
    public void Whole_careers_say_how_many_people_a_window_will_see()
    {
        SystemModel model = SmallModels.Model(SmallModels.Returning("0.4", 200));
        Tally tally = Whole(model, 400_000, measuresReach: true);
        for (int years = 1; years <= 6; years++) (tally.Reach[years - 1] / tally.People).ShouldBe((years * 365.25) + (0.4 / 0.6 * 200), 1.5);
    }

    [Fact]
    public void The_error_of_a_tally_is_the_spread_of_tallies()
    {
        SystemModel model = SmallModels.Model(SmallModels.Returning("0.4", 200));
        GenerateSettings settings = SmallModels.Read(SmallModels.Settings, model);
        (double Value, double Error)[] runs = [.. Enumerable.Range(0, 300).Select(seed => SmallModels.Window(model, settings, 600, 3, (ulong)seed + 1000).Of(1))];
        double mean = runs.Average(r => r.Value), spread = Math.Sqrt(runs.Average(r => (r.Value - mean) * (r.Value - mean)));
        runs.Average(r => r.Error).ShouldBe(spread, 0.15 * spread);
    }

    // Everyone is caught at once and 0.4 come back after 200 days: 0.4 within the year of follow-up, by the second offence.
    [Fact]
    public void Proven_reoffending_is_the_share_that_come_back_within_the_year()
    {
        string model = SmallModels.Returning("0.4", 200, isProven: true).Replace("id: arrest,", "id: arrest, index: caution,");
        string settings = SmallModels.Settings + "  - { id: again, title: Again, value: 0.4, reoffending: { who: adults }, source: here }\n";
        Tally within = Whole(SmallModels.Model(model), 300_000, settings), beyond = Whole(SmallModels.Model(model.Replace("fixed: 200", "fixed: 366")), 300_000, settings);
        within.Of(4).Value.ShouldBe(0.4, 4 * within.Of(4).StandardError);
        beyond.Of(4).Value.ShouldBe(0);
    }

    private static Tally Whole(SystemModel model, int careers, string settings = SmallModels.Settings, bool measuresReach = false)
    {
        GenerateSettings read = SmallModels.Read(settings, model);
        return CareerRun.Run(new(model), new(read), read.Targets, careers, 11, 2, measuresReach);
    }
}
