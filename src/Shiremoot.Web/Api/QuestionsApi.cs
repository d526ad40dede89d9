using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Web.Api;

/// <summary>A question in the list, with its answer in a sentence.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Asks">The question, in words.</param>
/// <param name="Under">The heading it stands under.</param>
/// <param name="Room">The room that answers it in full.</param>
/// <param name="Sentence">The answer, or who will give it.</param>
/// <param name="HasFigures">True if the sentence is made of figures.</param>
internal sealed record QuestionAnswerLine(string Id, string Asks, string Under, string Room, string Sentence, bool HasFigures);

/// <summary>The questions of the place and what answers them, the same as its pages show.</summary>
internal static class QuestionsApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/questions", List).Produces<IReadOnlyList<QuestionAnswerLine>>().ProducesProblem(409).WithName("questions").WithSummary("The questions a place must be able to answer, each with its answer in a sentence.");
        v1.MapGet("/questions/{id}", One).Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(404).ProducesProblem(409)
            .WithName("question").WithSummary("One question: its sentence, its measures drawn, its definition, and what is missing.");
    }

    private static IResult List(Shire shire)
    {
        if (shire.Questions.Refused(out Refusal? why, out IReadOnlyList<Question>? known)) return why.Answer();
        List<QuestionAnswerLine> lines = [];
        foreach (Question question in known)
        {
            if (shire.Answer(question).Refused(out why, out AnsweredQuestion? answered)) return why.Answer();
            lines.Add(new(question.Id, question.Asks, question.Under, $"{question.Room}".ToLowerInvariant(), answered.Sentence, answered.HasFigures));
        }
        return Results.Json(lines);
    }

    private static IResult One(Shire shire, string id)
    {
        if (shire.QuestionOf(id).Refused(out Refusal? why, out Question? question) || shire.Answer(question).Refused(out why, out AnsweredQuestion? answered)) return why!.Answer();
        MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream)) QuestionJson.Write(json, answered);
        return Results.Bytes(stream.ToArray(), "application/json");
    }
}
