using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures;

public sealed class FactsPage(Shire shire, AnswerDesk desk) : PageModel
{
    private static readonly string[] OfCustody = ["people-in-custody", "women-in-custody", "children-in-custody", "prison-remand"];

    /// <summary>The place as it goes on.</summary>
    internal AnswerState State { get; private set; } = null!;

    /// <summary>The published figures beside it; null while it is not worked out.</summary>
    public IReadOnlyList<FutureFact>? Facts { get; private set; }

    public Refusal? Why { get; private set; }

    /// <summary>Levels of custody, which no target speaks of.</summary>
    public IReadOnlyList<string> Custody => State.Answer is not { } answer ? [] :
        [.. OfCustody.Select(id => answer.Lines.FirstOrDefault(l => l.Id == id)).OfType<FutureLine>().Select(l => $"{l.Title}: {FutureWords.Amount(l.OverAll.Baseline.Mean)} ({FutureWords.Amount(l.OverAll.Baseline.Low)} to {FutureWords.Amount(l.OverAll.Baseline.High)})")];

    public async Task OnGetAsync()
    {
        State = await desk.AskAsync(FutureChoice.AsThingsAre);
        Why = State.Why;
        if (State.Answer is not { } answer) return;
        if (shire.FutureFacts(answer, Math.Max(1, Environment.ProcessorCount / 2)).Refused(out Refusal? why, out IReadOnlyList<FutureFact>? facts)) Why = why;
        else Facts = facts;
    }
}
