namespace Shiremoot.Spine;

/// <summary>A record that may be of the same person as another, with the reasons.</summary>
/// <param name="Record">Its number among the living records.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Reasons">What speaks for it and against.</param>
public sealed record FoundRecord(int Record, long Person, PairReasons Reasons);

/// <summary>Why a pair is as sure as it is: bits add up, from how likely any pair is to how likely this one.</summary>
/// <param name="Bits">The sum: log2 of the odds.</param>
/// <param name="Kin">The kin context the pair is judged in; null for none.</param>
/// <param name="Steps">What each comparison adds or takes, in the model's order, between the start and the end.</param>
public sealed record PairReasons(double Bits, string? Kin, IReadOnlyList<ReasonStep> Steps)
{
    /// <summary>The probability that the two are of one person.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Bits));
}

/// <summary>A step on the way from the prior to the sum.</summary>
/// <param name="Name">The comparison; or where the sum starts, or how common shared values are.</param>
/// <param name="When">The level the pair is at, as the model writes it.</param>
/// <param name="Bits">What it adds, or takes below 0.</param>
/// <param name="Fields">The fields it looks at.</param>
public sealed record ReasonStep(string Name, string When, double Bits, IReadOnlyList<string> Fields);
