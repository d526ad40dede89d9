using System.Text.RegularExpressions;
using Shiremoot.Futures;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>The questions of a place with a small generated population: those of this room are answered with figures, the others say which room will.</summary>
[Trait("kind", "golden")]
public sealed partial class QuestionsTests
{
    private static readonly string[] Answered = ["Q01", "Q02", "Q03", "Q04", "Q05", "Q06", "Q07", "Q09", "Q11", "Q12", "Q22"];

    [Theory]
    [InlineData("west-midlands")]
    [InlineData("avon-and-somerset")]
    public void Every_question_has_a_sentence_a_definition_and_gaps_or_the_room_that_will_answer(string id)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("questions");
        string place = Path.Combine(TestData.Root, "places", id), made = Path.Combine(folder.FullName, "made");
        Shire.Generating(place, null).Value.Run(new GenerationAsked(3000, 6, 1, made, 2), null).IsRefused.ShouldBeFalse();
        using (Shire shire = Shire.Open(place, new ShireOptions { Store = Path.Combine(folder.FullName, "store.db"), DataFolder = made }).Value)
        {
            shire.TakeIn([]).IsRefused.ShouldBeFalse();
            shire.BuildSpine().IsRefused.ShouldBeFalse();
            IReadOnlyList<Question> questions = shire.Questions.Value;
            questions.Select(q => q.Id).ShouldBe(Enumerable.Range(1, 24).Select(n => $"Q{n:00}"));
            foreach (Question question in questions) Check(shire, shire.Answer(question).Value);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_place_without_records_of_people_answers_with_published_figures_and_says_what_is_not_there()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("questions");
        using (Shire shire = Shire.Open(Path.Combine(TestData.Root, "places", "north-yorkshire"), new ShireOptions { Store = Path.Combine(folder.FullName, "store.db") }).Value)
        {
            shire.Answer(shire.QuestionOf("Q12").Value).Value.Sentence.ShouldStartWith("Not known");
            shire.Answer(shire.QuestionOf("Q19").Value).Value.Sentence.ShouldContain("Moot");
            shire.TakeIn(["children-spend"]).IsRefused.ShouldBeFalse();
            AnsweredQuestion answered = shire.Answer(shire.QuestionOf("q12").Value).Value;
            answered.Sentence.ShouldStartWith("Spend on family support");
            answered.Parts[0].Why!.Says.ShouldBe("No records of people have been taken in.");
            shire.QuestionOf("Q25").Refused(out Refusal? why, out _).ShouldBeTrue();
            why.Says.ShouldContain("There is no question 'Q25'.");
        }
        folder.Delete(recursive: true);
    }

    private static void Check(Shire shire, AnsweredQuestion answered)
    {
        string id = answered.Question.Id;
        answered.Question.Definition.ShouldNotBeEmpty(id);
        answered.Question.Gaps.ShouldNotBeEmpty(id);
        answered.Parts.Where(p => p.Why is not null && p.Why.Code is not ("SHIRE-14" or "SHIRE-19")).Select(p => $"{id} {p.Title}: {p.Why}").ShouldBeEmpty();
        (answered.Question.Room == AnsweringRoom.Picture).ShouldBe(Answered.Contains(id), id);
        if (Answered.Contains(id))
        {
            answered.HasFigures.ShouldBeTrue(id);
            Figure().IsMatch(answered.Sentence).ShouldBeTrue($"{id}: {answered.Sentence}");
            answered.Parts.ShouldContain(p => p.Measure != null && p.Measure.OfPeople != null && p.Finding != null, id);
        }
        else if (answered.Question.Room is AnsweringRoom.Evidence or AnsweringRoom.Economics && answered.HasFigures) answered.RoomSays.ShouldBeEmpty(id);
        else answered.RoomSays.ShouldContain($"The room {answered.Question.Room}", customMessage: id);
        // No count of people that is shown is small or finer than the rules.
        foreach (PeopleRow row in answered.Parts.Select(p => p.Measure?.OfPeople).OfType<PeoplePicture>().SelectMany(p => p.Rows))
            foreach (long? shown in (long?[])[row.People.Shown, row.With?.Shown, row.LeftOut?.Shown, row.Events?.Shown])
                (shown is null || (shown >= shire.Disclosure.Threshold && shown % shire.Disclosure.RoundTo == 0)).ShouldBeTrue($"{id} {row.By} {row.Group}: {shown}");
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Figure();
}
