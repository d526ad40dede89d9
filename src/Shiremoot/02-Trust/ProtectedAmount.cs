namespace Shiremoot.Trust;

/// <summary>An amount added up over people, fit to be shown, and the people it is of.</summary>
/// <param name="People">People who have any of it.</param>
/// <param name="Amount">What they have together, rounded; withheld if the people are few or one of them has most of it.</param>
public readonly record struct ProtectedAmount(ProtectedCount People, Protected<decimal> Amount)
{
    public bool IsWithheld => Amount.IsWithheld;

    /// <summary>The shown amount over the shown people.</summary>
    public Protected<decimal> Mean => Amount is { Shown: { } amount, Rules: { } rules } && People.Shown is > 0 and { } people
        ? Protected<decimal>.Of(amount / people, rules)
        : Protected<decimal>.Withheld(People.Rules);

    /// <summary>This as a share of another, from what is shown of both; withheld if either is.</summary>
    public Protected<double> ShareOf(ProtectedAmount whole) => Amount is { Shown: { } part, Rules: { } rules } && whole.Amount.Shown is > 0 and { } all
        ? Protected<double>.Of((double)(part / all), rules)
        : Protected<double>.Withheld(People.Rules);
}
