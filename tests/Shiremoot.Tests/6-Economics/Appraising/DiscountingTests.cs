using System.Globalization;
using NodaTime;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class DiscountingTests
{
    private const string File = "uk-prices/green_book_discount_factors.csv";

    private static readonly LocalDate Day = new(2016, 4, 1);

    [DataFact(File)]
    public void Every_factor_is_that_of_the_Green_Book()
    {
        (string Id, int Column)[] schedules = [("green-book", 1), ("green-book-reduced", 3), ("green-book-health", 5), ("green-book-health-reduced", 7)];
        string[][] rows = [.. System.IO.File.ReadLines(TestData.File(File)).Skip(1).Select(l => l.Split(','))];
        rows.Length.ShouldBe(126);
        foreach ((string id, int column) in schedules)
        {
            DiscountSchedule schedule = TheSources.Schedules.Find(id, Day).Value;
            double[] factors = schedule.Factors(126);
            foreach (string[] row in rows)
            {
                int year = int.Parse(row[0], CultureInfo.InvariantCulture);
                ((double)schedule.Rate(year)).ShouldBe(double.Parse(row[column], CultureInfo.InvariantCulture), 1e-15, $"{id} {year}");
                factors[year].ShouldBe(double.Parse(row[column + 1], CultureInfo.InvariantCulture), 1e-14, $"{id} {year}");
            }
        }
    }

    [Fact]
    public void Year_0_is_not_discounted_and_the_rate_falls_after_30_years()
    {
        DiscountSchedule schedule = TheSources.Schedules.Find("green-book", Day).Value;
        schedule.Factor(0).ShouldBe(1);
        Math.Round(schedule.Factor(30), 6).ShouldBe(0.356278);
        Math.Round(schedule.Factor(31), 6).ShouldBe(0.345901);
    }

    [Fact]
    public void An_annuity_begins_a_year_on_and_an_annuity_due_at_once()
    {
        DiscountSchedule schedule = TheSources.Schedules.Find("green-book", Day).Value;

        // The closed form at one rate: (1 - v^n) / r, and the same × (1 + r).
        double closed = (1 - Math.Pow(1.035, -10)) / 0.035;
        schedule.Annuity(10).ShouldBe(closed, 1e-12);
        schedule.AnnuityDue(10).ShouldBe(closed * 1.035, 1e-12);
    }

    [Fact]
    public void A_schedule_not_known_or_not_yet_in_force_is_refused()
    {
        TheSources.Schedules.Find("grey-book", Day).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-40");
        why.Says.ShouldContain("green-book (from 2003-04-01)");
        TheSources.Schedules.Find("green-book", new(2003, 3, 31)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_later_schedule_of_the_same_id_takes_over_on_its_day()
    {
        const string two = """
            source: made for this test
            schedules:
              - { id: a, title: A, from: 2003-04-01, rates: [{ from_year: 1, rate: 0.035 }], to_year: 100, source: made }
              - { id: a, title: A anew, from: 2027-01-01, rates: [{ from_year: 1, rate: 0.03 }], to_year: 100, source: made }
            """;
        DiscountSchedules read = DiscountSchedules.ReadText(two, "discounting.yaml").Value;
        read.Find("a", new(2026, 12, 31)).Value.Rate(1).ShouldBe(0.035m);
        read.Find("a", new(2027, 1, 1)).Value.Rate(1).ShouldBe(0.03m);
    }

    [Fact]
    public void The_faults_of_a_file_are_told_together()
    {
        const string wrong = """
            source: made for this test
            schedules:
              - { id: a, title: A, from: 2003-04-01, rates: [{ from_year: 2, rate: 3.5 }], to_year: 1, source: made }
              - { id: a, title: A, from: 2003-04-01, rates: [{ from_year: 1 }], to_year: 9, source: made }
            """;
        DiscountSchedules.ReadText(wrong, "discounting.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string all = string.Join('\n', why.Details);
        foreach (string part in (string[])["discounting.yaml:3", "must begin with 'from_year: 1'", "write 3.5% as 0.035", "before the last rate begins", "'a' is there twice", "'schedules[2].rates[1].rate' is missing"]) all.ShouldContain(part);
    }

    [Theory]
    [InlineData("non-standard-buildings", 0.51, 0.92, 0.0408)]
    [InlineData("standard-buildings", 0.24, 0.99, 0.02)]
    [InlineData("equipment", 2.00, 0, 2.00)]
    public void Optimism_bias_falls_with_what_is_mitigated_and_not_under_its_lower_bound(string id, double upper, double mitigated, double share)
    {
        OptimismBias bias = TheSources.Read.Optimism.Find(id)!;
        bias.Upper.ShouldBe((decimal)upper);
        bias.Share((decimal)mitigated).ShouldBe((decimal)share);
    }
}
