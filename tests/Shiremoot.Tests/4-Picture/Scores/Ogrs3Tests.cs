using Shiremoot.Picture;
using Shiremoot.Picture.Scores;
using Shiremoot.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Scores;

/// <summary>OGRS3 against vectors of the tests of its source, and further ones worked out from its formula.</summary>
public sealed class Ogrs3Tests : IDisposable
{
    private const string Ages = "sex,age_at_follow_up,age_at_conviction,first_sanction_age,sanctions,offence_code\n";
    private readonly ScoreCases cases = new();

    public void Dispose() => cases.Dispose();

    [Theory]
    [InlineData("1991-07-17", "2021-08-05", "2021-12-12", 2, 21, "11618", 9, 17, "low")]
    [InlineData("1965-12-07", "2025-05-13", "2026-12-12", 2, 47, "02700", 8, 16, "low")]
    [InlineData("1975-04-29", "2009-02-19", "2020-01-14", 22, 17, "09230", 35, 52, "medium")]
    public void Cases_of_the_source_come_out(string born, string convicted, string followed, int sanctions, int first, string code, int oneYear, int twoYears, string band)
    {
        var (_, rows) = cases.Score("ogrs3", $"sex,birth_date,conviction_date,follow_up_date,sanctions,first_sanction_age,offence_code\nM,{born},{convicted},{followed},{sanctions},{first},{code}\n");
        Percent(rows[0], "ogrs3_one_year").ShouldBe(oneYear);
        ScoreCases.Number(rows[0], "ogrs3_percent").ShouldBe(twoYears);
        rows[0]["ogrs3_band"].ShouldBe(band);
    }

    [Theory]
    [InlineData(30, 30, 21, 2, 0.1599, -1.326, -2.8166361950725585, 11, 20)]
    [InlineData(61, 59, 47, 2, 0.7606, -2.0253, -3.0000547337034975, 8, 16)]
    [InlineData(44, 33, 17, 22, -0.7956, -1.4997, -0.20900470640378052, 35, 52)]
    public void The_terms_of_age_and_of_the_rate_are_those_of_the_source(int age, int convicted, int first, int sanctions, double offence, double ageTerm, double rate, int oneYear, int twoYears)
    {
        Ogrs3 score = (Ogrs3)ScoreCases.Model("ogrs3").Form;
        ScoreCase one = new(false, age, convicted, first, sanctions, 0, offence);
        score.AgeAndSex(age, isFemale: false).ShouldBe(ageTerm);
        score.Rate(one).ShouldBe(rate, 1e-14);
        ScoreValue value = score.Of(one, []);
        (score.Percent(value.OneYear), score.Percent(value.TwoYears)).ShouldBe((oneYear, twoYears));
    }

    [Theory]
    [InlineData("male", 20, 20, 20, 1, 0, -3.37977, .12162, .22131, 22, "low")]
    [InlineData("female", 33, 33, 33, 1, -.0607, -3.94447, .07297, .13910, 14, "low")]
    [InlineData("female", 25, 24, 18, 5, .6612, -1.38378, .50469, .67654, 68, "medium")]
    [InlineData("male", 15, 15, 12, 6, -.1239, -.55241, .70060, .82768, 83, "high")]
    [InlineData("male", 18, 18, 13, 12, .6612, .21998, .83515, .91227, 91, "very high")]
    [InlineData("male", 35, 35, 15, 40, .6612, .11618, .82035, .90360, 90, "very high")]
    [InlineData("male", 10, 10, 10, 1, .205, -2.54967, .24102, .39461, 39, "low")]
    [InlineData("female", 72, 72, 72, 1, -.6534, -5.85787, .01148, .02329, 2, "low")]
    [InlineData("male", 50, 50, 12, 120, .6612, .24535, .83861, .91428, 91, "very high")]
    [InlineData("male", 49, 49, 30, 3, .0772, -3.79784, .08353, .15761, 16, "low")]
    [InlineData("female", 12, 12, 11, 2, .3519, -.70403, .66786, .80497, 80, "high")]
    public void Cases_worked_out_from_the_formula_come_out(string sex, int age, int convicted, int first, int sanctions, double weight, double z, double oneYear, double twoYears, int percent, string band)
    {
        var (_, rows) = cases.Score("ogrs3", $"{Ages}{sex},{age},{convicted},{first},{sanctions},{CodeOf(weight)}\n");
        ScoreCases.Number(rows[0], "ogrs3_z").ShouldBe(z, 5.1e-6);
        ScoreCases.Number(rows[0], "ogrs3_one_year").ShouldBe(oneYear);
        ScoreCases.Number(rows[0], "ogrs3_two_years").ShouldBe(twoYears);
        ScoreCases.Number(rows[0], "ogrs3_percent").ShouldBe(percent);
        rows[0]["ogrs3_band"].ShouldBe(band);
    }

    [Theory]
    [InlineData(0.0, .80259, .89299)]
    [InlineData(1.0, .91702, .95778)]
    [InlineData(-2.776835807, .20193, .34183)]
    public void A_sum_gives_the_shares_of_the_source(double z, double oneYear, double twoYears)
    {
        Ogrs3 score = (Ogrs3)ScoreCases.Model("ogrs3").Form;
        ScoreCase one = new(false, 20, 20, 20, 1, 0, 0);
        ScoreValue value = score.Of(one with { OffenceWeight = z - score.Of(one, []).Z }, []);
        (value.OneYear, value.TwoYears).ShouldBe((oneYear, twoYears));
    }

    [Theory]
    [InlineData(10, 0, 0.785), InlineData(11, 0, 0.785), InlineData(12, 0.08392, 0.61385), InlineData(15, 0.07578, 0.66952), InlineData(16, -0.0616, -0.9592), InlineData(17, -0.0616, -0.9592)]
    [InlineData(18, -0.6251, -0.8975), InlineData(20, -0.6251, -0.8975), InlineData(21, -1.0515, -1.0285), InlineData(24, -1.0515, -1.0285), InlineData(25, -1.1667, -1.0528), InlineData(30, -1.326, -1.1291)]
    [InlineData(35, -1.368, -1.4219), InlineData(39, -1.368, -1.4219), InlineData(40, -1.4997, -1.5247), InlineData(49, -1.4997, -1.5247), InlineData(50, -2.0253, -2.4498), InlineData(99, -2.0253, -2.4498)]
    public void Every_age_has_its_term(int age, double male, double female)
    {
        Ogrs3 score = (Ogrs3)ScoreCases.Model("ogrs3").Form;
        (score.AgeAndSex(age, false), score.AgeAndSex(age, true)).ShouldBe((male, female));
    }

    [Theory]
    [InlineData("2001-01-01,2010-12-31,2025-01-01,1,9,00806", "age at conviction is under 10")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,2,21,00806", "age at first sanction is above age at conviction")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,2,18,08800", "the offence code is too wide to weigh: the exact offence is needed")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,2,18,00000", "the offence code 00000 names no offence")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,2,18,95001", "the offence has no weight in this score")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,2,18,806", "the offence code is not known; write class and subcode, such as 00806")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,2,18,12345678", "the offence code is not known; write class and subcode, such as 00806")]
    [InlineData("2001-01-01,2021-01-01,2025-01-01,0,18,00806", "sanctions count the current one, so there is at least 1")]
    [InlineData("2001-01-01,2000-12-31,2025-01-01,1,0,00806", "the conviction is not after birth")]
    [InlineData("2001-01-01,2021-01-01,2010-01-01,1,18,00806", "age at the start of the follow-up is under 10")]
    [InlineData("2001-01-01,2021-01-01,,1,18,00806", "'follow_up_date' is empty")]
    [InlineData("2001-02-30,2021-01-01,2021-01-01,1,18,00806", "'birth_date' cannot be read")]
    [InlineData("2001-01-01,2021-01-01,2021-01-01,1.5,18,00806", "'sanctions' cannot be read")]
    [InlineData("2001-01-01,2021-01-01,2021-01-01,99999999999,18,00806", "'sanctions' cannot be read")]
    [InlineData("2001-01-01,2021-01-01,2021-01-01,1,-3,00806", "age at first sanction is below 0")]
    [InlineData("2001-01-01,2021-01-01,2021-01-01,1,18,", "'offence_code' is empty")]
    public void A_case_that_cannot_be_scored_is_kept_with_the_reason(string rest, string reason)
    {
        var (scored, rows) = cases.Score("ogrs3", $"sex,birth_date,conviction_date,follow_up_date,sanctions,first_sanction_age,offence_code\nmale,{rest}\n");
        rows.Count.ShouldBe(1);
        rows[0]["ogrs3_not_scored"].ShouldBe(reason);
        (rows[0]["ogrs3_z"], rows[0]["ogrs3_percent"], rows[0]["ogrs3_band"]).ShouldBe(("", "", ""));
        (scored.Rows, scored.Scored).ShouldBe((1, 0));
        scored.NotScored.ShouldBe([(reason, 1)]);
    }

    [Fact]
    public void Ages_are_completed_years_and_29_February_is_completed_on_1_March()
    {
        CalendarAges.Years(Day(2000, 2, 29), Day(2018, 2, 28)).ShouldBe(17);
        CalendarAges.Years(Day(2000, 2, 29), Day(2018, 3, 1)).ShouldBe(18);
        CalendarAges.Years(Day(2000, 6, 15), Day(2020, 6, 14)).ShouldBe(19);
        CalendarAges.Years(Day(2000, 6, 15), Day(2020, 6, 15)).ShouldBe(20);
        CalendarAges.Months(Day(2024, 1, 31), Day(2024, 2, 29)).ShouldBe(0);
        CalendarAges.Months(Day(2024, 1, 31), Day(2024, 3, 31)).ShouldBe(2);
    }

    [Fact]
    public void More_sanctions_never_lower_the_score_and_a_longer_career_never_raises_it()
    {
        Ogrs3 score = (Ogrs3)ScoreCases.Model("ogrs3").Form;
        double Z(int sanctions, int first) => score.Of(new ScoreCase(false, 40, 40, first, sanctions, 0, 0), []).Z;
        for (int n = 1; n < 60; n++) Z(n + 1, 20).ShouldBeGreaterThan(Z(n, 20));
        for (int first = 10; first < 40; first++) Z(5, first + 1).ShouldBeGreaterThan(Z(5, first));
    }

    internal static string CodeOf(double weight) => Enumerable.Range(0, ScoreCases.Vocabulary.Offences.Count).Select(r => ScoreCases.Vocabulary.Offences[r]).First(o => o.Ogrs3Weight == weight && o.Code != "00000").Code;

    private static int Day(int year, int month, int day) => Shiremoot.Terms.Days.Number(new NodaTime.LocalDate(year, month, day));

    private static double Percent(Dictionary<string, string> row, string column) => ScoreCases.Model("ogrs3").Form.Percent(ScoreCases.Number(row, column));
}
