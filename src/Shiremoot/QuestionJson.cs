using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>Writes an answered question as one JSON object, its measures as everywhere else. A figure that is withheld is null.</summary>
public static class QuestionJson
{
    public static void Write(Utf8JsonWriter json, AnsweredQuestion answered)
    {
        Question question = answered.Question;
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteString("asks", question.Asks);
        json.WriteString("under", question.Under);
        Texts(json, "groups", question.Groups);
        json.WriteString("room", $"{question.Room}".ToLowerInvariant());
        json.WriteString("room_says", answered.RoomSays);
        json.WriteString("sentence", answered.Sentence);
        json.WriteBoolean("has_figures", answered.HasFigures);
        json.WriteString("definition", question.Definition);
        json.WriteString("source", question.Source);
        json.WriteStartArray("answers");
        foreach (AnswerPart part in answered.Parts) WritePart(json, part);
        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (DataGap gap in question.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("what", gap.What);
            json.WriteString("holder", gap.Holder);
            json.WriteString("why", gap.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, AnswerPart part)
    {
        json.WriteStartObject();
        json.WriteString("title", part.Title);
        json.WriteString("about", part.Asked.About);
        json.WriteString("finding", part.Finding);
        if (part.Why is { } why) json.WriteString("not_drawn_because", $"{why.Code}: {why.Says} {why.Try}");
        if (part.Cohort is { } cohort) WriteCohort(json, part, cohort);
        if (part.Measure is { } measure)
        {
            json.WritePropertyName("measure");
            if (measure.OfAreas is { } areas) AreaJson.Write(json, areas);
            else PeopleJson.Write(json, measure.OfPeople!);
        }
        else if (part.Table is { } table)
        {
            json.WriteString("definition", table.Definition);
            json.WriteString("source", table.Source);
            json.WriteString("origin_says", table.OriginLabel);
        }
        json.WriteEndObject();
    }

    private static void WriteCohort(Utf8JsonWriter json, AnswerPart part, Cohort cohort)
    {
        json.WriteString("cohort", cohort.Id);
        json.WriteString("in_words", cohort.InWords);
        if (part.People?.Shown is { } people) json.WriteNumber("people", people);
        else json.WriteNull("people");
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
