using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>Every cohort that goes with the shared extracts can be read, and its examples come out right.</summary>
public sealed class ShippedCohortsTests
{
    private static readonly string Extracts = Path.Combine(TestData.Root, "vocabulary", "extracts");

    [Fact]
    public void Shipped_cohorts_give_what_their_examples_say()
    {
        IReadOnlyList<CodeList> lists = CodeList.ReadAll(TheVocabulary.Read, Extracts).Value;
        Outcome<IReadOnlyList<Cohort>> read = CohortFile.ReadAll([Extracts], lists);
        (read.Refused(out Refusal? why, out IReadOnlyList<Cohort>? cohorts) ? why.Details : []).ShouldBeEmpty();
        foreach (Cohort cohort in cohorts!) cohort.Examples.Select(e => e.IsIn).Distinct().Count().ShouldBe(2, $"{cohort.Id} has examples on both sides");
        cohorts.Select(c => c.Id).ShouldContain("prolific-juvenile");
    }

    [Fact]
    public void Groups_of_the_vocabulary_are_lists_and_files_add_to_them()
    {
        Dictionary<string, CodeList> lists = CodeList.ReadAll(TheVocabulary.Read, Extracts).Value.ToDictionary(l => l.Id);
        lists["custodial"].Codes.ShouldContain("custody");
        lists["non-custodial"].Codes.ShouldNotContain("custody");
        lists["robbery"].Codes.Count.ShouldBeGreaterThan(2);
        lists["neighbourhood-crime"].Codes.IsSupersetOf(lists["robbery"].Codes).ShouldBeTrue();
        lists["neighbourhood-crime"].Codes.ShouldContain("03900");
    }

    [Theory]
    [InlineData("id: x\ntitle: t\nsource: s\nlists: [robery]\n", "Did you mean 'robbery'?")]
    [InlineData("id: x\ntitle: t\nsource: s\n", "'codes' is missing")]
    [InlineData("id: x\ntitle: t\nsource: s\ncodes: [a]\nwithout: [a]\n", "'codes' is missing")]
    public void A_list_that_cannot_be_meant_is_refused(string text, string says)
    {
        CodeList.ReadText(text, "codelists/x.yaml", CodeList.ReadAll(TheVocabulary.Read).Value).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }
}
