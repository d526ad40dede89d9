using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>How far an answer has come.</summary>
public enum AnswerStage
{
    /// <summary>There is none yet.</summary>
    Waiting,

    /// <summary>There is a first one, of few runs.</summary>
    Coarse,

    Sharp,

    Refused,
}

/// <summary>An answer as it stands now.</summary>
/// <param name="Choice">What was asked.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Answer">The best there is; null while there is none.</param>
/// <param name="Why">Why there can be none; null otherwise.</param>
/// <param name="Says">In a sentence or two, what the figures are made of and what is being done.</param>
public sealed record AnswerState(FutureChoice Choice, AnswerStage Stage, FutureAnswer? Answer, Refusal? Why, string Says)
{
    /// <summary>Nothing more will come.</summary>
    public bool IsLast => Stage is AnswerStage.Sharp or AnswerStage.Refused;
}
