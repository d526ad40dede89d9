using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>An answer that was asked for: what there is of it, and when somebody last wanted it. The desk alone changes it, under its lock.</summary>
internal sealed class AskedAnswer(FutureChoice choice)
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string doing = "";

    public FutureChoice Choice { get; } = choice;

    public DateTimeOffset LastWanted { get; set; }

    /// <summary>It stands in a queue or is being worked out.</summary>
    public bool IsQueued { get; set; }

    public FutureAnswer? Coarse { get; private set; }

    public FutureAnswer? Sharp { get; private set; }

    public Refusal? Why { get; private set; }

    /// <summary>Done once there is a first answer, or none can be had.</summary>
    public Task First => first.Task;

    public AnswerStage Stage => Why is not null ? AnswerStage.Refused : Sharp is not null ? AnswerStage.Sharp : Coarse is not null ? AnswerStage.Coarse : AnswerStage.Waiting;

    public void Begun() => doing = "the system is filled with people";

    /// <summary>Notes how far the runs have come.</summary>
    public void Told(string what, int done, int of) => doing = string.Create(CultureInfo.InvariantCulture, $"{what}, {done} of {of} runs are done");

    public void Ended() => doing = "";

    public void Take(Outcome<FutureAnswer> made, Sharpness how)
    {
        if (made.Refused(out Refusal? why, out FutureAnswer? answer)) Why = why;
        else if (how != Sharpness.Coarse) Sharp = answer;
        else Coarse = answer;
        first.TrySetResult();
    }

    /// <summary>The answer as it stands.</summary>
    /// <param name="waiting">How many wait in the queue it stands in.</param>
    /// <param name="sharpRuns">Runs of a sharp answer.</param>
    public AnswerState State(int waiting, int sharpRuns) => new(Choice, Stage, Sharp ?? Coarse, Why, Says(waiting, sharpRuns));

    private string Says(int waiting, int sharpRuns)
    {
        string next = !IsQueued ? "Too many answers are being worked out for it to join them: look again in a minute."
            : doing.Length > 0 ? $"It is being worked out: {doing}."
            : waiting > 1 ? $"It waits its turn: {waiting} are asked for."
            : "It is about to be worked out.";
        return Stage switch
        {
            AnswerStage.Refused => "There is no answer.",
            AnswerStage.Sharp => $"Worked out from {Made(Sharp!)}.",
            AnswerStage.Coarse => $"A first answer, from {Made(Coarse!)}: its figures will still move. A sharper one comes from {sharpRuns} runs. {next}",
            _ => $"There is no answer yet. {next}",
        };
    }

    private static string Made(FutureAnswer answer) =>
        answer.Scenario is null || answer.Scenario.Numbers.All(n => n.Low == n.High) ? $"{answer.Asked.Runs} runs" : $"{answer.Asked.Runs} runs with {answer.Asked.Worlds} sets of the scenario’s numbers";
}
