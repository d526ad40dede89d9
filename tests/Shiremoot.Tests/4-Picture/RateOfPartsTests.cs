using System.IO.Compression;
using CsvHelper;
using Shiremoot.Picture;
using Shiremoot.Tests.Picture.Indicators;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

public sealed class RateOfPartsTests
{
    private const string Series = "uk-children-services/lait_la_indicators_long.csv.gz", Dictionary = "uk-children-services/lait_data_dictionary.csv";

    private const int England = 970;

    // The nine regions of England as this file numbers them; Inner and Outer London (987, 988) are parts of London (986).
    private static readonly HashSet<int> Regions = [980, 981, 982, 983, 984, 985, 986, 989, 990];

    [Theory]
    [InlineData(3071, new double[] { 237, 300, 310, 320, 340, 350, 390, 407, 417 }, RateOfPartsVerdict.SumOfParts)]
    [InlineData(320, new double[] { 237, 300, 310, 320, 340, 350, 390, 407, 417 }, RateOfPartsVerdict.Plausible)]
    [InlineData(417, new double[] { 237, 300, 417 }, RateOfPartsVerdict.Plausible)]
    [InlineData(424, new double[] { 237, 300, 417 }, RateOfPartsVerdict.JustOutside)]
    [InlineData(45, new double[] { 237, 300, 417 }, RateOfPartsVerdict.FarOutside)]
    [InlineData(16, new double[] { 10, 10, 10 }, RateOfPartsVerdict.FarOutside)]
    [InlineData(30.2, new double[] { 10, 10, 10 }, RateOfPartsVerdict.SumOfParts)]
    [InlineData(5, new double[] { 0, 0, 5 }, RateOfPartsVerdict.Plausible)]
    [InlineData(30, new double[] { 10, 20 }, RateOfPartsVerdict.TooFewParts)]
    [InlineData(30, new double[] { 10, 20, double.NaN }, RateOfPartsVerdict.TooFewParts)]
    [InlineData(double.NaN, new double[] { 10, 20, 30 }, RateOfPartsVerdict.TooFewParts)]
    [InlineData(30, new double[0], RateOfPartsVerdict.TooFewParts)]
    public void The_rule_by_hand(double parent, double[] parts, RateOfPartsVerdict verdict) => RateOfParts.Check(parent, parts).Verdict.ShouldBe(verdict);

    [DataFact(Series, Dictionary)]
    public void In_every_year_the_national_first_time_entrants_rate_is_caught_and_of_all_rates_only_it_and_a_count_called_a_percentage()
    {
        Dictionary<string, string> unit = Units();
        Dictionary<(string, string), (double Parent, List<double> Parts)> rows = [];
        foreach ((string indicator, string period, int area, double value) in Values())
        {
            if (!IsRate(unit[indicator]) || (area != England && !Regions.Contains(area))) continue;
            if (!rows.TryGetValue((indicator, period), out var row)) row = (double.NaN, []);
            if (area == England) row.Parent = value;
            else row.Parts.Add(value);
            rows[(indicator, period)] = row;
        }
        var found = rows.Select(r => (r.Key, Check: RateOfParts.Check(r.Value.Parent, r.Value.Parts.ToArray()))).ToArray();
        found.Count(f => f.Check.Verdict != RateOfPartsVerdict.TooFewParts).ShouldBeGreaterThan(2000);
        found.Where(f => f.Check.CannotBeRate).Select(f => f.Key).Order().ShouldBe(
        [
            .. Enumerable.Range(2016, 9).Select(y => ("FirstYJS", $"{y}")),

            // Numbers of child death reviews (863 in 2016) that the dictionary labels "% of deaths": rightly not shown as a percentage.
            .. Enumerable.Range(2016, 6).Select(y => ("PreChildDea", $"{y}")),
        ]);
        found.Where(f => f.Key.Item1 == "FirstYJS").ShouldAllBe(f => f.Check.Verdict == RateOfPartsVerdict.SumOfParts);

        // England lies just above the three regions known of nine.
        found.Where(f => f.Check.Verdict == RateOfPartsVerdict.JustOutside).Select(f => f.Key).ShouldBe([("6wksBreast", "2019")]);
    }

    [DataFact(Series)]
    public void The_national_first_time_entrants_rate_is_caught_against_local_authorities_too()
    {
        var byYear = Values().Where(v => v.Indicator == "FirstYJS").ToLookup(v => v.Period);
        byYear.Count.ShouldBe(9);
        foreach (var year in byYear)
            RateOfParts.Check(year.Single(v => v.Area == England).Value, [.. year.Where(v => v.Area < England).Select(v => v.Value)]).CannotBeRate.ShouldBeTrue(year.Key);
    }

    private static bool IsRate(string unit) => unit.Contains('%') || unit.Contains("rate", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Units()
    {
        List<string[]> records = Oracle.Parse(File.ReadAllText(TestData.File(Dictionary)));
        (int name, int unit) = (Array.IndexOf(records[0], "Measure_short"), Array.IndexOf(records[0], "y_axis_name"));
        return records.Skip(1).DistinctBy(r => r[name]).ToDictionary(r => r[name], r => r[unit]);
    }

    private static IEnumerable<(string Indicator, string Period, int Area, double Value)> Values()
    {
        using GZipStream unpacked = new(File.OpenRead(TestData.File(Series)), CompressionMode.Decompress);
        using CsvReader rows = CsvReader.Create(unpacked);
        while (rows.Read())
            if (Oracle.TryNumber(rows.GetString("value")) is { } value)
                yield return (rows.GetString("short_desc"), rows.GetString("period"), rows.Parse<int>("la_number"), value);
    }
}
