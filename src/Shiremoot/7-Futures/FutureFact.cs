namespace Shiremoot.Futures;

/// <summary>A published figure that the place's model is held to, beside what the simulation comes to.</summary>
/// <param name="Target">The figure.</param>
/// <param name="Simulated">What the simulation comes to, over its runs: a count a year, or a share. Null where it does not follow what the figure counts.</param>
public sealed record FutureFact(Target Target, FutureFigure? Simulated)
{
    /// <summary>A number of the model was moved until generated careers met it. Otherwise nothing was: it comes out as it does.</summary>
    public bool IsFitted => Target.Fits is not null || Target.SetsSize;

    /// <summary>Simulated less published, as a share of what was published.</summary>
    public double? Apart => Simulated is { } s ? (s.Mean - Target.Value) / Target.Value : null;

    /// <summary>Sets a figure beside the simulation.</summary>
    /// <param name="target">The figure.</param>
    /// <param name="answer">The place as it goes on, of everyone.</param>
    internal static FutureFact Of(Target target, FutureAnswer answer)
    {
        if (target.Measure.Followed(answer.Today) is not { } followed || answer.YearAsThingsAre(followed.Part) is not { } part) return new(target, null);
        if (followed.Whole is null) return new(target, FutureFigure.Of(part, 1));
        return new(target, answer.YearAsThingsAre(followed.Whole) is { } whole ? FutureFigure.Of([.. part.Zip(whole, (p, w) => w > 0 ? p / w : 0)], 1) : null);
    }
}
