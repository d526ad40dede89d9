using Shiremoot.Picture;
using Shiremoot.Picture.Scores;
using Shiremoot.Records;
using Shouldly;
using Xunit;
using static System.Math;

namespace Shiremoot.Tests.Picture.Scores;

/// <summary>OGRS4G against the vectors of its source, and every one of its coefficients.</summary>
public sealed class Ogrs4gTests : IDisposable
{
    private const string Static = "sex,age_at_follow_up,age_at_conviction,first_sanction_age,sanctions,offence_free_months,offence_code\n";
    private const string NeedNames = ",accommodation,unemployed,lives_with_partner,relationship_quality,domestic_abuse,activities,drug_motivation,chronic_drinking,binge_drinking,impulsivity,attitudes"
        + ",heroin,other_opiate,crack,powder_cocaine,prescription_drugs,benzodiazepines,cannabis,steroids,other_drugs";

    private readonly ScoreCases cases = new();

    public void Dispose() => cases.Dispose();

    [Fact]
    public void The_first_case_of_the_source_comes_out_to_the_last_decimal()
    {
        var (_, rows) = cases.Score("ogrs4g", $"{Static}male,30,30,21,2,36,{CodeOf("other")}\n");
        ScoreCases.Number(rows[0], "ogrs4g_z").ShouldBe(-3.109291542898093, 1e-13);
        (rows[0]["ogrs4g_percent"], rows[0]["ogrs4g_band"], rows[0]["ogrs4g_one_year"]).ShouldBe(("4.27", "low", ""));
        Ogrs4g score = (Ogrs4g)ScoreCases.Model("ogrs4g").Form;
        ScoreCase one = new(false, 30, 30, 21, 2, 36, 0);
        score.AgeAndSex(one).ShouldBe(-2.96132507103144, 1e-13);
        score.Months(36).ShouldBe(-1.744142600199456, 1e-13);
        score.Months(500).ShouldBe(score.Months(36));
    }

    [Fact]
    public void The_static_and_the_dynamic_case_of_the_unit_tests_of_the_source_come_out()
    {
        // A man of 36, two sanctions sixteen years apart, criminal damage, in custody; the source's sums for him.
        string code = CodeOf("criminal-damage");
        var (_, plain) = cases.Score("ogrs4g", $"{Static}male,36,36,20,2,0,{code}\n");
        ScoreCases.Number(plain[0], "ogrs4g_z").ShouldBe(-1.843413998935392, 1e-12);
        plain[0]["ogrs4g_percent"].ShouldBe("13.66");
        var (_, needs) = cases.Score("ogrs4g-dynamic", $"{Static.TrimEnd()}{NeedNames}\nmale,36,36,20,2,0,{code},1,yes,no,1,no,1,1,1,1,1,1,no,no,no,no,no,no,yes,yes,no\n");
        ScoreCases.Number(needs[0], "ogrs4g_dynamic_z").ShouldBe(-1.134944203239499, 1e-12);
        needs[0]["ogrs4g_dynamic_percent"].ShouldBe("24.32");
    }

    [Theory]
    [InlineData(-2.337088200349772, 8.81), InlineData(-3.109291542898093, 4.27), InlineData(-1.843413998935392, 13.66), InlineData(-1.134944203239499, 24.32), InlineData(-20, 0.01), InlineData(20, 99.99)]
    public void A_sum_gives_the_percentage_of_the_source(double z, double percent) => ScoreCases.Model("ogrs4g").Form.Percent(ScoreValue.Logistic(z)).ShouldBe(percent);

    // Written out as the source writes it, from the numbers of the reference and not from the file.
    [Fact]
    public void Every_coefficient_of_the_static_and_the_dynamic_score_has_its_effect()
    {
        foreach (bool isFemale in (bool[])[false, true])
            foreach (int age in (int[])[10, 17, 30, 64])
                foreach ((int n, int first) in ((int, int)[])[(1, 10), (2, 8), (3, 9), (40, 10)])
                    foreach (int m in (int[])[0, 1, 12, 35, 36, 37])
                    {
                        ScoreCase one = new(isFemale, age, age, Min(first, age), n, m, 0);
                        double x = age, c = Log(n / (age - Min(first, age) + 26.0)), gap = age - Min(first, age), k = Min(m, 36);
                        double plain = 5.01702292499072
                            + (isFemale ? (-0.0175014516689226 * x) + (0.0001625346907234 * Pow(x, 2)) + (0.0000003645241305 * Pow(x, 3)) - (0.0000000746220588 * Pow(x, 4)) - 2.95224200717183
                                : (-0.142428460338541 * x) + (0.0011000413899151 * Pow(x, 2)) + (0.0000198538471606 * Pow(x, 3)) - (0.0000002648918335 * Pow(x, 4)))
                            + (n == 1 ? -3.94357049933093 : n == 2 ? -3.06189212045904 + ((isFemale ? -0.0427998315841607 : -0.0432051839161834) * gap)
                                : isFemale ? (1.01980307124196 * c) - (0.039439197041062 * c * c) : (1.55298303083717 * c) + (0.129334968245905 * c * c))
                            - (0.0042757301284995 * n)
                            - (0.0762086223169624 * k) + (0.0016230134182902 * Pow(k, 2)) + (0.0000224473135387 * Pow(k, 3)) - (0.0000012808638685 * Pow(k, 4));
                        ScoreCases.Model("ogrs4g").Form.Of(one, []).Z.ShouldBe(plain, 1e-11);
                        double dynamic = 3.83654148692014
                            + (isFemale ? (-0.0097677485919972 * x) + (0.000126702732348 * Pow(x, 2)) - (0.0000006094926795 * Pow(x, 3)) - (0.0000000713415862 * Pow(x, 4)) - 2.68801056322021
                                : (-0.110202179628585 * x) + (0.0006726723443858 * Pow(x, 2)) + (0.0000138719445957 * Pow(x, 3)) - (0.0000001610775422 * Pow(x, 4)))
                            + (n == 1 ? -3.39824378336932 : n == 2 ? -2.60344581288004 + ((isFemale ? -0.0311412361734414 : -0.0319725028712099) * gap)
                                : isFemale ? (0.829951359317464 * c) - (0.0430018109602918 * c * c) : (1.24540523044696 * c) + (0.0801894262854395 * c * c))
                            - (0.0030262875646805 * n) - (0.0531180383905312 * k) + (0.0004075218530422 * k * k);
                        ScoreCases.Model("ogrs4g-dynamic").Form.Of(one, new double[20]).Z.ShouldBe(dynamic, 1e-11);
                    }
    }

    [Theory]
    [InlineData("burglary-domestic", .155944202809011, .153587984043406), InlineData("burglary-other", .2060248043228, .222442735978286), InlineData("drunkenness", .587490417262633, .523303164370094)]
    [InlineData("drink-driving", -.264724530382273, -.196918572042409), InlineData("motoring", -.0439980822830184, .0730361702901059), InlineData("vehicle-related-theft", .173405416410866, .164192212478264)]
    [InlineData("fraud-and-forgery", -.434791453303048, -.322533218006326), InlineData("welfare-fraud", -1.15395495579948, -.841992532871743), InlineData("drug-import-export-or-production", -.468252524851408, -.437670727296335)]
    [InlineData("drug-possession-or-supply", .0204101986121863, .0049716912817919), InlineData("violence-abh-plus", -.110075583936778, -.171350876457525), InlineData("violence-sub-abh", -.110075583936778, -.171350876457525)]
    [InlineData("weapons-non-firearm", -.110075583936778, -.171350876457525), InlineData("firearms-most-serious", -.110075583936778, -.171350876457525), InlineData("firearms-other", -.110075583936778, -.171350876457525)]
    [InlineData("public-order-and-harassment", .0854410288820027, .0629726265569029), InlineData("handling-stolen-goods", .088414958679896, .155377725974202), InlineData("criminal-damage", .12167599899735, .0250113803601321)]
    [InlineData("acquisitive-violence", -.119211282701221, -.177705019766066), InlineData("other", .0384434393037725, .0971157179525287), InlineData("absconding-or-bail", .325485504296161, .236777685679456)]
    [InlineData("sexual-against-child", .111620464721896, .0175628084853824), InlineData("sexual-not-against-child", .169969798103235, .0919115743401314), InlineData("theft-non-motor", .462548123919817, .428689161915978)]
    public void Every_category_of_offence_has_its_weight(string category, double plain, double dynamic)
    {
        Offence offence = Offences.First(o => o.Category == category);
        ScoreCases.Model("ogrs4g").Form.WeightOf(offence).ShouldBe(new OffenceWeight(plain, null));
        ScoreCases.Model("ogrs4g-dynamic").Form.WeightOf(offence).ShouldBe(new OffenceWeight(dynamic, null));
    }

    [Fact]
    public void Every_category_but_unknown_has_a_weight() =>
        ScoreCases.Vocabulary.OffenceCategories.All.Select(c => c.Term.Id).Where(c => ScoreCases.Model("ogrs4g").Form.WeightOf(Offences.First(o => o.Category == c)).WhyNot is not null).ShouldBe(["unknown"]);

    [Theory]
    [InlineData("accommodation", "2", 2 * .0848049158355753), InlineData("unemployed", "yes", 2 * .0317783733809377), InlineData("lives_with_partner", "1", -.266331545877519), InlineData("relationship_quality", "2", 2 * .0364051885005138)]
    [InlineData("domestic_abuse", "Y", .0635669196833949), InlineData("activities", "2", 2 * .126491602592029), InlineData("drug_motivation", "2", 2 * .08615424993393), InlineData("chronic_drinking", "1", .0745006703601772)]
    [InlineData("binge_drinking", "2", 2 * .0338427436465108), InlineData("impulsivity", "1", .0421988370095297), InlineData("attitudes", "2", 2 * .0439083095441417), InlineData("heroin", "true", .182096496867273)]
    [InlineData("other_opiate", "yes", .17892958261215), InlineData("crack", "yes", .109095964190426), InlineData("powder_cocaine", "yes", .0605135470691152), InlineData("prescription_drugs", "yes", .0252240614607483)]
    [InlineData("benzodiazepines", "yes", .0764353348164513), InlineData("cannabis", "yes", .049300440360878), InlineData("steroids", "yes", .202231737251706), InlineData("other_drugs", "yes", .0267794308651123)]
    public void Every_need_has_its_weight(string column, string value, double adds)
    {
        string[] names = NeedNames[1..].Split(',');
        string Row(string set) => $"female,30,30,20,5,0,{CodeOf("other")},{string.Join(',', names.Select(n => n == column ? set : "0"))}\n";
        var (_, rows) = cases.Score("ogrs4g-dynamic", Static.TrimEnd() + NeedNames + "\n" + Row("0") + Row(value));
        (ScoreCases.Number(rows[1], "ogrs4g_dynamic_z") - ScoreCases.Number(rows[0], "ogrs4g_dynamic_z")).ShouldBe(adds, 1e-12);
    }

    [Fact]
    public void The_quality_of_a_relationship_weighs_more_for_those_who_live_together()
    {
        string row = $"female,30,30,20,5,0,{CodeOf("other")},0,0,1,";
        var (_, rows) = cases.Score("ogrs4g-dynamic", Static.TrimEnd() + NeedNames + "\n" + row + "0" + string.Concat(Enumerable.Repeat(",0", 16)) + "\n" + row + "2" + string.Concat(Enumerable.Repeat(",0", 16)) + "\n");
        (ScoreCases.Number(rows[1], "ogrs4g_dynamic_z") - ScoreCases.Number(rows[0], "ogrs4g_dynamic_z")).ShouldBe(2 * (.0364051885005138 + .141655261924428), 1e-12);
    }

    [Theory]
    [InlineData("male,30,30,7,2,0,00806", "age at first sanction is not 8 to 98")]
    [InlineData("male,30,30,31,2,0,00806", "age at first sanction is above age at conviction")]
    [InlineData("male,110,30,20,2,0,00806", "age at the start of the follow-up is 110 or more")]
    [InlineData("male,30,30,20,0,0,00806", "sanctions count the current one, so there is at least 1")]
    [InlineData("male,30,30,20,2,-1,00806", "months without an offence are below 0")]
    [InlineData("other,30,30,20,2,0,00806", "the score has no numbers for this sex")]
    [InlineData("wizard,30,30,20,2,0,00806", "'sex' cannot be read")]
    [InlineData("male,30,30,20,2,0,00001", "the offence code names no offence this score has a weight for")]
    public void A_case_that_cannot_be_scored_says_why(string row, string reason) => cases.Score("ogrs4g", Static + row + "\n").Rows[0]["ogrs4g_not_scored"].ShouldBe(reason);

    [Fact]
    public void Dates_give_ages_and_months_and_a_case_without_a_follow_up_begins_it_at_the_conviction()
    {
        const string Header = "sex,birth_date,conviction_date,follow_up_date,assessment_date,sanctions,first_sanction_age,offence_code\n";
        string code = CodeOf("other");
        var (_, dated) = cases.Score("ogrs4g", $"{Header}male,1991-07-17,2021-08-05,2021-12-12,2024-12-12,2,21,{code}\nmale,1991-07-17,2021-08-05,,2021-08-05,2,21,{code}\nmale,1991-07-17,2021-08-05,2022-08-05,2021-08-06,2,21,{code}\nmale,1991-07-17,2021-08-05,2021-08-05,2021-05-04,2,21,{code}\n");
        var (_, aged) = cases.Score("ogrs4g", $"{Static}male,30,30,21,2,36,{code}\nmale,30,30,21,2,0,{code}\nmale,31,30,21,2,0,{code}\n");
        for (int r = 0; r < 3; r++) dated[r]["ogrs4g_z"].ShouldBe(aged[r]["ogrs4g_z"]);
        dated[3]["ogrs4g_not_scored"].ShouldBe("the conviction is more than three months after the assessment");
    }

    private static IEnumerable<Offence> Offences => Enumerable.Range(0, ScoreCases.Vocabulary.Offences.Count).Select(r => ScoreCases.Vocabulary.Offences[r]);

    private static string CodeOf(string category) => Offences.First(o => o.Category == category).Code;
}
