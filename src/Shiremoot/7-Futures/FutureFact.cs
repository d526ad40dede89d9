namespace Shiremoot.Futures;

/// <summary>A published figure that the place's model is held to, beside what the model comes to.</summary>
/// <param name="Target">The figure.</param>
/// <param name="Simulated">What the runs come to: a count a year, or a share. Null where they do not follow what the figure counts.</param>
/// <param name="Lived">What whole careers come to, by the same rules.</param>
public sealed record FutureFact(Target Target, FutureFigure? Simulated, TargetExpected Lived)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>A number of the model was moved until generated careers met it. Otherwise nothing was: it comes out as it does.</summary>
    public bool IsFitted => Target.Fits is not null || Target.SetsSize;

    /// <summary>What the model comes to: in the runs where they follow it, in whole careers otherwise; with the range of 95 in 100, over runs or over whose careers were lived.</summary>
    public (double Value, double Low, double High) Model => Simulated is { } s
        ? (s.Mean, s.Low, s.High)
        : (Lived.Value, Lived.Value - (Normal95 * Lived.StandardError), Lived.Value + (Normal95 * Lived.StandardError));

    /// <summary>What the model comes to less what was published, as a share of the latter.</summary>
    public double Apart => (Model.Value - Target.Value) / Target.Value;

    /// <summary>Sets a figure beside the model.</summary>
    /// <param name="lived">The figure, and what whole careers come to.</param>
    /// <param name="answer">The place as it goes on, of everyone.</param>
    internal static FutureFact Of(TargetExpected lived, FutureAnswer answer)
    {
        Target target = lived.Target;
        if (target.Measure.Followed(answer.Today) is not { } followed || answer.YearAsThingsAre(followed.Part) is not { } part) return new(target, null, lived);
        if (followed.Whole is null) return new(target, FutureFigure.Of(part, 1), lived);
        return new(target, answer.YearAsThingsAre(followed.Whole) is { } whole ? FutureFigure.Of([.. part.Zip(whole, (p, w) => w > 0 ? p / w : 0)], 1) : null, lived);
    }
}
