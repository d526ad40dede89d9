using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shiremoot.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

public sealed class OffenceTests
{
    private static OffenceTable Offences => TheVocabulary.Read.Offences;

    [Theory]
    [InlineData("00101")]
    [InlineData("001/01")]
    [InlineData("1/1")]
    [InlineData("001-01")]
    [InlineData("1.01")]
    [InlineData(" 001 01 ")]
    public void An_offence_is_found_by_every_form_of_its_code(string written)
    {
        TheVocabulary.Read.TryFindOffence(written, out Offence? murder).ShouldBeTrue();
        (murder.Code, murder.ClassTitle, murder.Category, murder.Group).ShouldBe(("00101", "Murder", "violence-abh-plus", "violence"));
    }

    [Theory]
    [InlineData("101")] // zeros dropped by a spreadsheet: 001/01 or 101/?
    [InlineData("0101")]
    [InlineData("99998")]
    [InlineData("001/")]
    [InlineData("/01")]
    [InlineData("1/1/1")]
    [InlineData("-1/01")]
    [InlineData("")]
    public void What_is_not_a_code_finds_nothing(string written) => TheVocabulary.Read.TryFindOffence(written, out _).ShouldBeFalse();

    [Theory]
    [InlineData("00101", 5475, 7831.7836)]
    [InlineData("04600", 1, 13.086)]
    [InlineData("03900", 2, 87.0111)]
    public void Harm_and_severity_are_those_of_the_published_tables(string code, double harm, double severity)
    {
        TheVocabulary.Read.TryFindOffence(code, out Offence? offence).ShouldBeTrue();
        (offence.Harm, offence.Severity).ShouldBe((new WeightRange(harm, harm), new WeightRange(severity, severity)));
    }

    [Fact]
    public void A_code_that_covers_offences_of_different_harm_has_a_range_and_no_value()
    {
        TheVocabulary.Read.TryFindOffence("008/06", out Offence? assault).ShouldBeTrue(); // actual bodily harm: 10 days, 182.5 if on a constable
        assault.Harm.ShouldBe(new WeightRange(10, 182.5));
        assault.Harm!.Value.Value.ShouldBeNull();
        assault.Severity.ShouldBe(new WeightRange(203.0682, 443.2119));
    }

    [Fact]
    public void There_are_24_categories_and_unknown_and_12_groups()
    {
        TheVocabulary.Read.OffenceCategories.All.Count(c => c.Term.Id != "unknown").ShouldBe(24);
        TheVocabulary.Read.OffenceGroups.All.Count.ShouldBe(12);
    }

    [Fact]
    public void How_many_codes_are_weighed_stays_as_reported()
    {
        Offence[] all = [.. Enumerable.Range(0, Offences.Count).Select(row => Offences[row])];
        all.Length.ShouldBe(3039);
        all.Count(o => o.Harm is not null).ShouldBe(498);
        all.Count(o => o.SeverityBasis == WeightBasis.Code).ShouldBe(387);
        all.Count(o => o.SeverityBasis == WeightBasis.Class).ShouldBe(252);
        all.Count(o => o.NeedsExactOffence).ShouldBe(3);
    }

    [DataFact("offence-codes/actuarial-categories.json")]
    public void Every_code_of_the_source_has_its_category_and_group()
    {
        using JsonDocument source = JsonDocument.Parse(File.ReadAllText(TestData.File("offence-codes/actuarial-categories.json")));
        int codes = 0;
        foreach (JsonProperty code in source.RootElement.EnumerateObject())
        {
            codes++;
            Offences.TryFind(code.Name, out Offence? offence).ShouldBeTrue(code.Name);
            TheVocabulary.Read.OffenceCategories.TryRead(code.Value.GetProperty("actuarialCategory").GetString()!, out OffenceKind? category).ShouldBeTrue();
            TheVocabulary.Read.OffenceGroups.TryRead(code.Value.GetProperty("parentGroupDescription").GetString()!, out OffenceKind? group).ShouldBeTrue();
            JsonElement flags = code.Value.GetProperty("flags");
            (offence.Category, offence.Group, offence.IsViolentSanction, offence.IsViolentOrSexual)
                .ShouldBe((category.Term.Id, group.Term.Id, flags.GetProperty("isViolentSanction").GetBoolean(), flags.GetProperty("opdViolenceSex").GetBoolean()), code.Name);
        }

        codes.ShouldBe(Offences.Count);
    }

    [DataFact("offence-codes/ogrs3-offence-weights.csv")]
    public void Every_weight_of_OGRS3_is_that_of_the_source()
    {
        foreach (string[] row in File.ReadLines(TestData.File("offence-codes/ogrs3-offence-weights.csv")).Skip(1).Select(l => l.Split(',')))
        {
            Offences.TryFind(row[0] + row[1], out Offence? offence).ShouldBeTrue();
            offence.NeedsExactOffence.ShouldBe(row[2] == "999");
            offence.Ogrs3Weight.ShouldBe(row[2] is "" or "999" ? null : double.Parse(row[2], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The join of offences/SOURCES.md, worked out again from the two published tables that are shipped beside it.</summary>
    [Fact]
    public void The_joins_of_harm_and_severity_follow_from_the_published_tables()
    {
        List<string> faults = [];
        CsvTable ons = CsvTable.Read(Path.Combine(TheVocabulary.Folder, "offences", "ons-severity-weights.csv"), "ons", faults)!;
        CsvTable index = CsvTable.Read(Path.Combine(TheVocabulary.Folder, "offences", "cambridge-crime-harm-index-2020.csv"), "index", faults)!;
        Dictionary<string, double> weights = [];
        for (int row = 0; row < ons.Rows; row++)
            foreach (string code in ons[row, ons.Column("offence_code")].Split('/')) weights[code] = ons.Number(row, ons.Column("weight"));
        var harms = Enumerable.Range(0, index.Rows).Select(row =>
        {
            Match urn = Regex.Match(index[row, index.Column("urn")], @"^(?<recorded>.+)\.(?<class>\d+)\.(?<sub>\d+)\.(?<variant>\w+)$");
            return (Recorded: urn.Groups["recorded"].Value, Class: int.Parse(urn.Groups["class"].Value), Sub: int.Parse(urn.Groups["sub"].Value),
                IsAttempt: urn.Groups["variant"].Value.EndsWith('A'), Days: index.Number(row, index.Column("days")));
        }).ToLookup(h => (h.Class, h.Sub));
        var byClass = harms.SelectMany(h => h).ToLookup(h => h.Class);

        for (int row = 0; row < Offences.Count; row++)
        {
            Offence offence = Offences[row];
            (int @class, int sub) = (int.Parse(offence.Code[..3]), int.Parse(offence.Code[3..]));
            double[] days = [.. harms[(@class, sub)].Where(h => !h.IsAttempt).Select(h => h.Days)];
            offence.Harm.ShouldBe(days.Length == 0 ? null : new WeightRange(days.Min(), days.Max()), offence.Code);

            string[] recorded = [.. harms[(@class, sub)].Select(h => h.Recorded).Distinct()];
            double[] own = recorded.Length > 0 && recorded.All(weights.ContainsKey) ? [.. recorded.Select(r => weights[r])]
                : weights.TryGetValue($"{@class}.{sub}", out double listed) ? [listed]
                : recorded.Length == 0 && ClassWeight(@class, weights, [.. byClass[@class].Select(h => h.Recorded).Distinct()]) is { } whole ? [whole] : [];
            offence.Severity.ShouldBe(own.Length == 0 ? null : new WeightRange(own.Min(), own.Max()), offence.Code);
        }
    }

    private static double? ClassWeight(int @class, Dictionary<string, double> weights, string[] recorded)
    {
        bool isBare = weights.TryGetValue($"{@class}", out double weight);
        if (!isBare)
        {
            double[] lettered = [.. weights.Where(w => Regex.IsMatch(w.Key, $"^{@class}[A-Z]$")).Select(w => w.Value).Distinct()];
            if (lettered.Length != 1) return null;
            weight = lettered[0];
        }

        if (recorded.Length == 0) return isBare && @class < 100 ? weight : null;
        return recorded.All(r => weights.TryGetValue(r, out double w) && w.Equals(weight)) ? weight : null;
    }
}
