using Shiremoot.Futures.Identities;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Terms;
using Shiremoot.Tests.Futures.Mistakes;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Settings out of bounds, missing or misspelt are refused, each at its line.</summary>
public sealed class HostileSettingsTests
{
    private static readonly string Good = SmallPopulation.SectionsText;

    [Theory]
    [InlineData("false_name: 0.08", "false_name: -0.1", "names.false_name")]
    [InlineData("married: 0.5", "married: 1.5", "names.married")]
    [InlineData("married_at: 30", "married_at: soon", "names.married_at")]
    [InlineData("  known_as: 0.6", "  known_az: 0.6", "names.known_az")]
    [InlineData("decile_odds: [2.2, 1.7,", "decile_odds: [2.2,", "homes.decile_odds")]
    [InlineData("decile_odds: [2.2,", "decile_odds: [-2.2,", "homes.decile_odds")]
    [InlineData("{ 0: 4, 18: 2.4,", "{ 18: 2.4,", "homes.years_between_moves.18")]
    [InlineData("{ 0: 4, 18: 2.4,", "{ 0: 0, 18: 2.4,", "homes.years_between_moves.0")]
    [InlineData("same_outcode: 0.33", "same_outcode: 0.9", "homes.same_outcode")]
    [InlineData("homeless_times: 3", "homeless_times: 0", "homes.homeless_times")]
    [InlineData("twins: 0.006", "twins: 6", "families.twins")]
    [InlineData("siblings: 0.06", "siblings: 0.98", "families.siblings")]
    [InlineData("    hearing: 0.014", "    hearing: NaN", "mistakes.every.hearing")]
    [InlineData("    swapped_names: 0.001", "    swapped_names: 1.01", "mistakes.every.swapped_names")]
    [InlineData("nickname: 0.03 }", "nickname: -3 }", "mistakes.youth-offending.nickname")]
    [InlineData("    second_reference_times: 3", "    second_reference_times: 0", "mistakes.every.second_reference_times")]
    [InlineData("    hearing: 0.014", "    harking: 0.014", "mistakes.every.harking")]
    [InlineData("    wrong_sex: 0.003\n", "", "mistakes.police")]
    [InlineData("  police:", "  polices:", "mistakes.polices")]
    public void A_wrong_setting_is_refused_at_its_line(string right, string wrong, string names)
    {
        Good.ShouldContain(right);
        SmallPopulation.Read(Good.Replace(right, wrong)).Refused(out Refusal? why, out _).ShouldBeTrue();
        string fault = why.Details.FirstOrDefault(d => d.Contains($"'{names}'")) ?? throw new InvalidOperationException(why.ToString());
        fault.ShouldMatch(@"^generate\.yaml:\d+: ");
        if (wrong.Length > 0) Good.Replace(right, wrong).Split('\n')[int.Parse(fault.Split(':')[1]) - 1].ShouldContain(wrong.TrimEnd().Split('\n')[0].Split(',')[0].Trim());
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        RateFiles.Read(RateFiles.All("-1")).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.Count.ShouldBe(MistakeRates.Keys.Count);
    }

    [Fact]
    public void Keys_are_words_of_the_rates() =>
        new[] { "typing", "swapped_names", "birth_date_1900", "birth_date_first_of_january", "missing_nhs_number", "second_reference" }.ShouldBeSubsetOf(MistakeRates.Keys);

    [Theory]
    [InlineData("E01,E08000025,100,10,11", "decile")]
    [InlineData("E01,E08000025,-5,10,1", "population")]
    [InlineData("E01,E08000025,x,10,1", "is not a number")]
    [InlineData("E01,E99999999,100,10,1", "no small area of the district E08000025")]
    public void A_wrong_small_area_is_refused(string row, string says)
    {
        string path = Path.Combine(Path.GetTempPath(), $"areas-{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, $"lsoa21,ltla24,population,children,imd_decile\n{row}\n");
        try
        {
            HomeStock.Read(path, SmallPopulation.Names, SmallPopulation.Defaults.Homes, [new("E08000025", "Birmingham", 1, 1, ["B"])]).Refused(out Refusal? why, out _).ShouldBeTrue();
            why.ToString().ShouldContain(says);
        }
        finally
        {
            File.Delete(path);
        }

        HomeStock.Read(path, SmallPopulation.Names, SmallPopulation.Defaults.Homes, [new("E08000025", "Birmingham", 1, 1, ["b1"])]).Refused(out Refusal? letters, out _).ShouldBeTrue();
        letters.ToString().ShouldContain("postcode areas");
    }
}
