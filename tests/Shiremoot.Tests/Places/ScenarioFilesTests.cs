using System.Text.RegularExpressions;
using Shiremoot.Economics;
using Shiremoot.Evidence;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>The scenarios of the worked places: each can be laid over its place's model, and says where each number comes from and who pays.</summary>
public sealed partial class ScenarioFilesTests
{
    private static readonly Lazy<UnitCosts> Costs = new(() => UnitCosts.Read(Path.Combine(TheVocabulary.Folder, "costs")).Value);

    private static readonly Lazy<EvidenceRegister> Register = new(() => EvidenceRegister.ReadAll([TheVocabulary.Folder]).Value);

    public static TheoryData<string> Places => [.. WorkedPlace.Ids];

    public static TheoryData<string> Files => [.. Shipped];

    private static IEnumerable<string> Shipped =>
        WorkedPlace.Ids.SelectMany(id => Directory.EnumerateFiles(Path.Combine(FolderOf(id), "scenarios"), "*.yaml")).Select(f => Path.GetRelativePath(TestData.Root, f)).Order(StringComparer.Ordinal);

    [Theory, MemberData(nameof(Files))]
    public void It_is_laid_over_the_calibrated_model_of_its_place(string file)
    {
        Scenario scenario = Read(file);
        scenario.Id.ShouldBe(Path.GetFileNameWithoutExtension(file));
        scenario.Says.Length.ShouldBeGreaterThan(40);
        Shire.FutureModel(Path.GetDirectoryName(Path.GetDirectoryName(Path.Combine(TestData.Root, file)))!).Value.With(scenario).Refused(out Refusal? why, out _).ShouldBeFalse(why?.ToString());
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_number_has_evidence_of_the_register_or_says_why_it_is_assumed(string file)
    {
        Scenario scenario = Read(file);
        scenario.Numbers.ShouldNotBeEmpty();
        foreach (ScenarioNumber number in scenario.Numbers)
        {
            number.Low.ShouldBeLessThan(number.High, number.Name);
            if (number.IsAssumption) Assumed().IsMatch(number.Source).ShouldBeTrue($"{number.Name}: {number.Source}");
            else
            {
                // An entry of which no figure was read bears no number; what differs from the entry stands beside it.
                RegisterEntry entry = Register.Value.Entries.Single(e => e.Id == number.Evidence);
                entry.Effect.ShouldNotBeNull($"{number.Name}: {number.Evidence} has no figure");
                number.Source.Length.ShouldBeGreaterThan(40, number.Name);
            }
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_cost_is_borne_by_an_agency_that_is_known_and_names_its_unit_cost_or_says_it_is_assumed(string file)
    {
        EventPrices prices = EventPrices.Read(File.ReadAllText(Path.Combine(TheVocabulary.Folder, "costs", "events.yaml")), null, "events.yaml", Costs.Value, TheVocabulary.Read).Value;
        string[] known = [.. Costs.Value.All.SelectMany(u => Costs.Value.Payers(u.Code).Value.Select(p => p.Agency)), .. prices.Priced.SelectMany(p => p.BorneBy).Select(b => b.Agency), .. TheVocabulary.Read.Agencies.All.SelectMany(a => a.Term.Also.Prepend(a.Term.Title))];
        foreach (ScenarioCost cost in Read(file).Costs)
        {
            known.ShouldContain(cost.Agency, cost.Name);
            cost.Pounds.ShouldBeGreaterThan(0, cost.Name);
            string[] codes = [.. Code().Matches(cost.Source).Select(m => m.Value)];
            foreach (string code in codes) Costs.Value.Find(code).Refused(out Refusal? why, out _).ShouldBeFalse(why?.ToString());
            if (codes.Length == 0) (cost.Source.StartsWith("assumption: ", StringComparison.Ordinal) || cost.Source.StartsWith("As above", StringComparison.Ordinal)).ShouldBeTrue($"{cost.Name}: {cost.Source}");
        }
    }

    [Fact]
    public void Each_intervention_of_the_programme_has_its_scenario_in_the_West_Midlands()
    {
        string[] answered = [.. Shipped.Where(f => f.Contains("west-midlands", StringComparison.Ordinal)).SelectMany(f => Read(f).Answers)];
        answered.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 16).Select(i => $"I{i:00}"));
    }

    [Theory, MemberData(nameof(Places))]
    public void One_of_them_is_asked_of_the_place_and_gives_people_and_money(string id)
    {
        using TestStore store = new(TestStore.Sqlite);
        using Shire shire = Shire.Open(FolderOf(id), new ShireOptions { Store = store.Address }).Value;
        PlaceScenario found = shire.Scenarios.First(s => s.Read.Value is { Costs.Count: > 0, Prevents: null });
        Scenario scenario = found.Read.Value;
        FutureAnswer answer = shire.Ask(new(scenario, new() { Runs = 2, Years = 1, WarmUpYears = 3, Worlds = 2, Threads = 1 })).Value;

        // The same people come in; offences committed before the scenario began are the same, so both arms have much the same.
        FutureLine offences = answer.Lines.Single(l => l.Id == "offences");
        offences.OverAll.Baseline.Mean.ShouldBeGreaterThan(0);
        Math.Abs(offences.OverAll.Difference.Mean).ShouldBeLessThan(0.2 * offences.OverAll.Baseline.Mean, scenario.Id);
        if (scenario.Instead.Any(i => i.Of.Any(o => o.StartsWith("custody", StringComparison.Ordinal) || o.StartsWith("detention", StringComparison.Ordinal))))
            answer.Lines.Single(l => l.Id == "custodial-sentences").OverAll.Difference.Mean.ShouldBeLessThanOrEqualTo(0);
        foreach (ScenarioCost cost in scenario.Costs) answer.Cells.ShouldContain(c => c.Agency == cost.Agency && c.What.EndsWith(cost.Name, StringComparison.Ordinal) && c.With >= 0 && c.Baseline == 0, cost.Name);
        FutureLine fiscal = answer.Money.Single(m => m.Id == "fiscal");
        fiscal.OverAll.With.Mean.ShouldBe(answer.Cells.Where(c => c.Kind == CostKind.Fiscal).Sum(c => c.With), 1);
    }

    private static Scenario Read(string file)
    {
        ScenarioFile.Read(Path.Combine(TestData.Root, file)).Refused(out Refusal? why, out Scenario? read).ShouldBeFalse(why?.ToString());
        return read!;
    }

    private static string FolderOf(string id) => Path.Combine(TestData.Root, "places", id);

    [GeneratedRegex(@"\Aassumption: .{20}")]
    private static partial Regex Assumed();

    [GeneratedRegex(@"\b(?:CR|HE|HO|SS|E&S|E&E)\d+(?:\.\d+)*\b")]
    private static partial Regex Code();
}
