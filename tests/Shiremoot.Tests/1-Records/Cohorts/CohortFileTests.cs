using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records.Cohorts;

public sealed class CohortFileTests
{
    private const string Prolific = """
        id: prolific-children
        title: Children with four or more offences in a year
        source: ours
        index: first(sentence)
        where: |
          age on index < 18
          and count(offence, within 12 months before index) >= 2
          and (sex = 'female' or sex = 'male')
        examples:
          - { story: "born 2009-05-05; sex female; offence 2023-02-01, 2023-04-01; sentence 2024-01-01", gives: true }
          - { story: "born 2009-05-05; sex female; offence 2022-02-01, 2023-04-01; sentence 2024-01-01", gives: false }
          - { story: "offence 2023-02-01, 2023-04-01; sentence 2024-01-01", gives: false }
        """;

    [Fact]
    public void Attrition_counts_the_people_left_after_each_condition()
    {
        Cohort cohort = CohortFile.ReadText(Prolific, "cohorts/prolific.yaml").Value;
        Stories stories = StoryText.Read(
        [
            "born 2009-05-05; sex female; offence 2023-02-01, 2023-04-01; sentence 2024-01-01",
            "born 1990-05-05; sex female; offence 2023-02-01, 2023-04-01; sentence 2024-01-01",
            "born 2009-05-05; sex female; offence 2023-02-01; sentence 2024-01-01",
            "born 2009-05-05; offence 2023-02-01, 2023-04-01; sentence 2024-01-01",
            "born 2009-05-05; sex female; offence 2023-02-01, 2023-04-01",
        ]).Value;
        DrawnCohort drawn = cohort.Draw(stories).Value;
        drawn.Attrition.Select(s => s.Left.Value).ShouldBe([5, 4, 3, 2, 1]);
        drawn.Attrition.Select(s => s.Condition).ShouldBe(["", "index: first(sentence)", "age on index < 18", "count(offence, within 12 months before index) >= 2", "(sex = 'female' or sex = 'male')"]);
        drawn.IsIn.ShouldBe([true, false, false, false, false]);
    }

    [Fact]
    public void An_example_that_comes_out_wrong_is_a_fault_of_the_file_at_its_line()
    {
        CohortFile.ReadText(Prolific.Replace("gives: false", "gives: true"), "cohorts/prolific.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.Count.ShouldBe(2);
        why.Details[0].ShouldStartWith("cohorts/prolific.yaml:10: ");
        why.Details[0].ShouldContain("should give true and gives false");
    }

    [Fact]
    public void A_condition_that_cannot_be_read_is_a_fault_at_its_line()
    {
        CohortFile.ReadText("id: x\ntitle: y\nsource: z\nwhere: sex is 'male'\n", "cohorts/x.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldHaveSingleItem().ShouldStartWith("cohorts/x.yaml:4: 'where' column 8: ''male'' cannot stand here.");
    }
}
