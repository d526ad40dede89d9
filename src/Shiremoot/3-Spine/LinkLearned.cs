namespace Shiremoot.Spine;

/// <summary>How learning went.</summary>
/// <param name="Rules">What each blocking rule's pairs showed.</param>
/// <param name="Matches">Pairs of one person there are thought to be among those compared.</param>
public sealed record LinkLearned(IReadOnlyList<RuleLearned> Rules, double Matches);

/// <summary>What the pairs of one blocking rule showed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">Pairs that agree on it.</param>
/// <param name="Share">The share of them that are of one person.</param>
/// <param name="Rounds">That share after each round of expectation and maximisation.</param>
public sealed record RuleLearned(string Rule, long Pairs, double Share, IReadOnlyList<double> Rounds);
