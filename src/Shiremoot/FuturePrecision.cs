using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>How well a difference is to be known: runs are doubled until the error of its mean is no more than a share of it.</summary>
/// <param name="Measure">Id of the measure, or of a line of money: people-in-custody, fiscal.</param>
/// <param name="Share">Error of the mean difference over all years, as a share of it: 0.05.</param>
/// <param name="MostRuns">No more runs than this, reached or not.</param>
public sealed record FuturePrecision(string Measure, double Share, int MostRuns)
{
    private const int RunsPerWorld = 5;

    /// <summary>Asks with twice as many runs each time until the difference is known so well. The answer says by its runs and errors whether it is.</summary>
    /// <param name="question">The question, with the runs to begin with.</param>
    /// <param name="ask">How it is asked.</param>
    public Outcome<FutureAnswer> Reach(WhatIf question, Func<WhatIf, Outcome<FutureAnswer>> ask)
    {
        if (Share is <= 0 or >= 1) return Refusals.PrecisionOutOfRange(Share);
        for (int runs = question.Asked.Runs; ; runs *= 2)
        {
            // More runs of the same few worlds would know chance better and the numbers no better.
            WhatIf now = question with { Asked = question.Asked with { Runs = runs, Worlds = question.Asked.Worlds == 1 ? 1 : Math.Max(question.Asked.Worlds, runs / RunsPerWorld) } };
            if (ask(now).Refused(out Refusal? why, out FutureAnswer? answer)) return why;
            FutureLine[] lines = [.. answer.Lines, .. answer.Money];
            if (lines.FirstOrDefault(l => l.Id == Measure) is not { } line) return Refusals.NoSuchLine(Measure, [.. lines.Select(l => l.Id)]);
            FutureFigure difference = line.OverAll.Difference;
            if (answer.Scenario is null || difference.Error <= Share * Math.Abs(difference.Mean) || 2 * runs > MostRuns) return answer;
        }
    }
}
