namespace Shiremoot.Spine;

/// <summary>Rules that take the place of a wider one where that brings too many pairs together: among more people, more of them share a date of birth and two initials by chance.</summary>
/// <param name="Of">The wider rule.</param>
/// <param name="Above">Pairs a record beyond which the narrower rules take its place.</param>
/// <param name="Rules">The narrower rules.</param>
public sealed record NarrowerRules(BlockRule Of, double Above, IReadOnlyList<BlockRule> Rules)
{
    /// <summary>The model whose rules bring together no more pairs than is said; the model itself if none brings more.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairsARecord">Pairs a record that a rule of the model brings together, by the rule's number.</param>
    internal static LinkModel Narrowed(LinkModel model, Func<int, double> pairsARecord)
    {
        NarrowerRules[] due = [.. model.Narrower.Where(n => pairsARecord(IndexOf(model, n.Of)) > n.Above)];
        if (due.Length == 0) return model;
        return model with
        {
            Blocks = [.. model.Blocks.SelectMany(b => due.FirstOrDefault(d => d.Of.IsSame(b)) is { } narrower ? narrower.Rules : [b])],
            Narrower = [.. model.Narrower.Except(due)],
        };
    }

    internal static int IndexOf(LinkModel model, BlockRule rule)
    {
        for (int n = 0; n < model.Blocks.Count; n++)
            if (model.Blocks[n].IsSame(rule)) return n;
        return -1;
    }
}
