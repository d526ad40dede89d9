using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>questions PLACE [Q07...]: the questions a place must be able to answer, each with its answer in a sentence; of named ones the tables, the definition and what is missing.</summary>
static class QuestionsVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string[]> questions = new("QUESTION") { Description = "Questions to answer with their tables, such as Q07; none means every one in a sentence", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("questions", "Answer the questions a place must be able to answer") { place, questions, store, data, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire =>
            Run(shire, args.GetValue(questions) ?? [], args.GetValue(json))));
        return verb;
    }

    private static int Run(Shire shire, string[] ids, bool json)
    {
        if (shire.Questions.Refused(out Refusal? why, out IReadOnlyList<Question>? asked)) return Door.Refuse(why, json);
        List<Question> named = [];
        foreach (string id in ids)
        {
            if (shire.QuestionOf(id).Refused(out why, out Question? question)) return Door.Refuse(why, json);
            named.Add(question);
        }
        List<AnsweredQuestion> answered = [];
        foreach (Question question in ids.Length > 0 ? named : asked)
        {
            if (shire.Answer(question).Refused(out why, out AnsweredQuestion? one)) return Door.Refuse(why, json);
            answered.Add(one);
        }
        if (json) Print(answered);
        else foreach (AnsweredQuestion one in answered) Tell(one, inFull: ids.Length > 0);
        return Door.Done;
    }

    private static void Print(List<AnsweredQuestion> answered)
    {
        using Stream output = Console.OpenStandardOutput();
        using (Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (answered.Count != 1) json.WriteStartArray();
            foreach (AnsweredQuestion one in answered) QuestionJson.Write(json, one);
            if (answered.Count != 1) json.WriteEndArray();
        }
        output.Write("\n"u8);
    }

    private static void Tell(AnsweredQuestion one, bool inFull)
    {
        Console.Out.WriteLine($"{one.Question.Id} {one.Question.Asks}");
        Console.Out.WriteLine($"    {one.Sentence}");
        if (one.RoomSays.Length > 0 && one.HasFigures) Console.Out.WriteLine($"    {one.RoomSays}");
        if (!inFull) return;
        foreach (AnswerPart part in one.Parts.Where(p => p.Finding is not null && p.Finding != one.Sentence)) Console.Out.WriteLine($"  - {part.Finding}");
        foreach (AnswerPart part in one.Parts.Where(p => p.Why is not null)) Console.Out.WriteLine($"  - {part.Title}: not drawn. {part.Why!.Says} {part.Why.Try}");
        Console.Out.WriteLine($"What is taken for an answer: {one.Question.Definition}");
        foreach (DataGap gap in one.Question.Gaps) Console.Out.WriteLine($"Missing: {gap.What} Held by: {gap.Holder}. Why it matters: {gap.Why}");
        foreach (AnswerPart part in one.Parts.Where(p => p.Table is not null)) TableText.Print(part.Table!);
    }
}
