using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

public sealed class QuestionTests
{
    private const string Whole = "id: Q99\nasks: Who?\nunder: Things\nsource: s\ngroups: [women, all]\ndefinition: People.\nanswers: [{ measure: m, by: [sex] }, { cohort: c, about: women }, { costs: spend }]\ngaps: [{ what: Names, holder: Nobody, why: None. }]\n";

    [Fact]
    public void A_question_names_what_answers_it_in_order_and_what_is_missing()
    {
        Question question = Question.ReadText(Whole, "questions/Q99.yaml").Value;
        question.Room.ShouldBe(AnsweringRoom.Picture);
        question.Answers.Select(a => a.Measure ?? a.Cohort ?? $"{a.Costs}").ShouldBe(["m", "c", "Spend"]);
        question.Answers[1].About.ShouldBe("women");
        question.Gaps.ShouldBe([new DataGap("Names", "Nobody", "None.")]);
    }

    [Theory]
    [InlineData("groups: [women, all]", "groups: [wimen]", "Did you mean 'women'?")]
    [InlineData("groups: [women, all]", "groups: []", "'groups' is missing")]
    [InlineData("answers: [{ measure: m, by: [sex] }, { cohort: c, about: women }, { costs: spend }]\n", "", "'answers' is missing")]
    [InlineData("{ cohort: c, about: women }", "{ about: women }", "one of the five")]
    [InlineData("{ cohort: c, about: women }", "{ cohort: c, measure: m }", "one of the five")]
    [InlineData("{ cohort: c, about: women }", "{ cohort: c, by: [sex] }", "is for measures")]
    [InlineData("gaps: [{ what: Names, holder: Nobody, why: None. }]\n", "", "'gaps' is missing")]
    [InlineData("holder: Nobody", "keeper: Nobody", "'gaps[1].holder' is missing")]
    [InlineData("definition: People.", "room: attic\ndefinition: People.", "must be one of picture, evidence")]
    public void A_faulty_question_is_refused_at_its_line(string from, string to, string says)
    {
        Question.ReadText(Whole.Replace(from, to, StringComparison.Ordinal), "questions/Q99.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldContain(d => d.StartsWith("questions/Q99.yaml:", StringComparison.Ordinal) && d.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_questions_with_one_id_neither_is_taken()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("questions");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "questions"));
        foreach (string name in (string[])["a", "b"]) File.WriteAllText(Path.Combine(folder.FullName, "questions", name + ".yaml"), Whole);
        Question.ReadAll(folder.FullName).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.Single().ShouldContain("'Q99' is used by 2 files");
        folder.Delete(recursive: true);
    }
}
