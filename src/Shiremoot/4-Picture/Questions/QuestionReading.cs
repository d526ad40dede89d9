using Shiremoot.Storage;

namespace Shiremoot.Picture.Questions;

/// <summary>Reads a question file: id, asks, under, source, groups, room, definition, answers, gaps.</summary>
static class QuestionReading
{
    private static readonly string[] Groups = ["children", "young adults", "women", "all"];

    public static Question Read(MapNode map)
    {
        Question question = new()
        {
            Id = map.Text("id"),
            Asks = map.Text("asks"),
            Under = map.Text("under"),
            Source = map.Text("source"),
            Groups = map.Texts("groups"),
            Room = map.Choice(
                "room", ("picture", AnsweringRoom.Picture), ("evidence", AnsweringRoom.Evidence), ("economics", AnsweringRoom.Economics), ("commissioning", AnsweringRoom.Commissioning),
                ("moot", AnsweringRoom.Moot)),
            Definition = map.Text("definition"),
            Answers = [.. map.Maps("answers").Select(Answer)],
            Gaps = [.. map.Maps("gaps").Select(g => new DataGap(g.Text("what"), g.Text("holder"), g.Text("why")))],
        };
        foreach (string group in question.Groups.Where(g => !Groups.Contains(g))) map.Fault("groups", $"holds '{group}', which is none of {string.Join(", ", Groups)}.{Spelling.Suggest(group, Groups)}");
        if (question.Groups.Count == 0) map.Fault("groups", $"is missing: say whom the question is about, of {string.Join(", ", Groups)}.");
        if (question.Room == AnsweringRoom.Picture && question.Answers.Count == 0) map.Fault("answers", "is missing: name the measures, cohorts or costs that answer it, or the 'room' that will.");
        if (question.Gaps.Count == 0) map.Fault("gaps", "is missing: say what is not known, who holds it and why it matters.");
        return question;
    }

    private static QuestionAnswer Answer(MapNode map)
    {
        QuestionAnswer answer = new(
            map.TextOr("about", ""), map.TextOr("measure"), map.TextOr("cohort"), map.Texts("by"),
            map.Choice("costs", ("none", CostAnswer.None), ("flows", CostAnswer.Flows), ("spend", CostAnswer.Spend), ("people", CostAnswer.People), ("options", CostAnswer.Options)), map.TextOr("service"), map.TextOr("evidence"));
        int named = (answer.Measure is null ? 0 : 1) + (answer.Cohort is null ? 0 : 1) + (answer.Costs == CostAnswer.None ? 0 : 1) + (answer.Service is null ? 0 : 1) + (answer.Evidence is null ? 0 : 1);
        if (named != 1) map.Fault("measure", "must be named, or a 'cohort', 'costs', a 'service' or 'evidence'; one of the five.");
        if (answer.By.Count > 0 && answer.Measure is null) map.Fault("by", "is for measures.");
        return answer;
    }
}
