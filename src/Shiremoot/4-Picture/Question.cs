using Shiremoot.Picture.Questions;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The room of the place that answers a question in full.</summary>
public enum AnsweringRoom
{
    /// <summary>This one: who is in the system, and what the records show.</summary>
    Picture,

    /// <summary>What works.</summary>
    Evidence,

    /// <summary>Who pays and who gains.</summary>
    Economics,

    /// <summary>Services and what they cost and do.</summary>
    Commissioning,

    /// <summary>Objectives, boards, decisions, consultation.</summary>
    Moot,
}

/// <summary>A question a place must be able to answer, with what answers it: a file of the folder 'questions'.</summary>
public sealed record Question
{
    public required string Id { get; init; }

    /// <summary>The question, in words.</summary>
    public required string Asks { get; init; }

    /// <summary>What questions it stands with on a page.</summary>
    public required string Under { get; init; }

    /// <summary>Who asks it, or where it is published.</summary>
    public required string Source { get; init; }

    /// <summary>Whom it is about: children, young adults, women, all.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The room that answers it in full.</summary>
    public required AnsweringRoom Room { get; init; }

    /// <summary>What is taken for an answer, and how far it goes.</summary>
    public required string Definition { get; init; }

    /// <summary>What answers it, in order: the first with a figure gives the sentence.</summary>
    public required IReadOnlyList<QuestionAnswer> Answers { get; init; }

    /// <summary>What is missing to answer it fully.</summary>
    public required IReadOnlyList<DataGap> Gaps { get; init; }

    /// <summary>Reads every question of the folders questions/, in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold questions/, the place's last: its files stand in for those of the same name.</param>
    public static Outcome<IReadOnlyList<Question>> ReadAll(params IReadOnlyList<string> folders)
    {
        List<Question> questions = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "questions"))
        {
            if (PlaceFile.Read(path, shownAs, QuestionReading.Read).Refused(out Refusal? why, out Question? question)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else questions.Add(question);
        }
        foreach (IGrouping<string, Question> same in questions.GroupBy(q => q.Id).Where(g => g.Count() > 1)) faults.Add($"questions: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? QuestionRefusals.FileFaults(faults) : Outcome.Of<IReadOnlyList<Question>>([.. questions.OrderBy(q => q.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Reads one question from text in hand; refused with every fault.</summary>
    public static Outcome<Question> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, QuestionReading.Read);
}

/// <summary>What costs are told of.</summary>
public enum CostAnswer
{
    None,

    /// <summary>What the place's flows cost, and which agency bears it.</summary>
    Flows,

    /// <summary>What the place says it spends.</summary>
    Spend,

    /// <summary>What the people in the records cost, and whom.</summary>
    People,

    /// <summary>What the place's options would cost and bring.</summary>
    Options,
}

/// <summary>One thing that answers a question: a measure of people or of areas, a cohort, costs, a service judged from stories, or entries of the evidence register.</summary>
/// <param name="About">Whom it is about, where the question is about several groups; empty for all.</param>
/// <param name="Measure">The id of a measure.</param>
/// <param name="Cohort">The id of a cohort.</param>
/// <param name="By">What a measure is broken down by, where it is not by its own.</param>
/// <param name="Costs">Costs, where it is neither.</param>
/// <param name="Service">The id of a service judged from stories.</param>
/// <param name="Evidence">Words that find entries of the evidence register, or all.</param>
public sealed record QuestionAnswer(string About, string? Measure, string? Cohort, IReadOnlyList<string> By, CostAnswer Costs, string? Service, string? Evidence);

/// <summary>An entry of the data-gap register: what is not known, who holds it, and why it matters.</summary>
public sealed record DataGap(string What, string Holder, string Why);
