namespace Shiremoot.Futures;

/// <summary>Ways on from a stage, or groups of offences to choose from: weights with what multiplies them.</summary>
internal sealed class WayChoice
{
    private readonly int[] to;
    private readonly double[] weights;
    private readonly Ages[] who;
    private readonly OddsProduct?[] odds;

    public WayChoice(IReadOnlyList<(int To, double Weight, Ages Who, IReadOnlyList<Term> Odds)> ways)
    {
        to = [.. ways.Select(w => w.To)];
        weights = [.. ways.Select(w => w.Weight)];
        who = [.. ways.Select(w => w.Who)];
        odds = [.. ways.Select(w => w.Odds.Count == 0 ? null : new OddsProduct(w.Odds))];
        IsFixed = to.Length == 1 && who[0] == Ages.Everyone;
        UsesSizes = ways.Any(w => w.Odds.Any(o => Sized.Has(o.Covariate)));
    }

    /// <summary>There is one way, for all.</summary>
    public bool IsFixed { get; }

    public bool UsesSizes { get; }

    public int Count => to.Length;

    public int Only => to[0];

    /// <summary>Chooses, by a number between 0 and 1; -1 if no way is open.</summary>
    public int Choose(ulong isSo, in Sized size, double luck, Span<double> room)
    {
        bool child = (isSo >> Covariates.Child & 1) != 0;
        double sum = 0;
        for (int i = 0; i < to.Length; i++)
        {
            bool open = who[i] == Ages.Everyone || who[i] == Ages.Children == child;
            sum += room[i] = open ? odds[i] is { } its ? weights[i] * its.Of(isSo, size) : weights[i] : 0;
        }
        if (sum <= 0) return -1;
        double left = luck * sum;
        for (int i = 0; i < to.Length - 1; i++)
        {
            left -= room[i];
            if (left < 0) return to[i];
        }
        return to[^1];
    }
}
