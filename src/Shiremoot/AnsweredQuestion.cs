using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>A question of a place with what can be said of it now.</summary>
/// <param name="Question">The question.</param>
/// <param name="Sentence">The answer in one sentence, made of its figures; where none can be shown, why not, or which room will answer.</param>
/// <param name="HasFigures">True if the sentence is made of figures.</param>
/// <param name="Parts">What answers it, in order.</param>
public sealed record AnsweredQuestion(Question Question, string Sentence, bool HasFigures, IReadOnlyList<AnswerPart> Parts)
{
    /// <summary>Which room answers it in full; empty where what is here does.</summary>
    public string RoomSays => Question.Room switch
    {
        AnsweringRoom.Picture => "",
        AnsweringRoom.Evidence or AnsweringRoom.Economics when HasFigures => "",
        AnsweringRoom.Evidence => "The room Evidence answers this in full: what works, for whom, and how sure that is.",
        AnsweringRoom.Economics => "The room Economics answers this in full: who pays, who gains, and what is worth its cost.",
        AnsweringRoom.Commissioning => "The room Commissioning answers this in full: need against provision, services and agreements.",
        _ => "The room Moot answers this in full: objectives, boards, decisions, consultation and publication.",
    };
}

/// <summary>One thing that answers a question: a drawn measure, a cohort, or costs; or why it could not be drawn.</summary>
/// <param name="Asked">What the question's file names.</param>
/// <param name="Title">What it is, in words.</param>
public sealed record AnswerPart(QuestionAnswer Asked, string Title)
{
    /// <summary>The measure, drawn.</summary>
    public DrawnMeasure? Measure { get; init; }

    /// <summary>A service, judged from stories.</summary>
    public ServiceEffects? Effects { get; init; }

    /// <summary>Entries of the evidence register.</summary>
    public IReadOnlyList<RegisterEntry> Found { get; init; } = [];

    /// <summary>The cohort.</summary>
    public Cohort? Cohort { get; init; }

    /// <summary>Its people, protected.</summary>
    public ProtectedCount? People { get; init; }

    /// <summary>What it says in a sentence; null where no figure may be shown.</summary>
    public string? Finding { get; init; }

    /// <summary>Its table; null for a cohort, and for what could not be drawn.</summary>
    public ReleaseTable? Table { get; init; }

    /// <summary>Why it could not be drawn.</summary>
    public Refusal? Why { get; init; }
}
