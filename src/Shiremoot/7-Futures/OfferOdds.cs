using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>A service offered at a stage, with what makes one person likelier than another to take it up.</summary>
internal sealed class OfferOdds(Offer offer, int firstNeed)
{
    // Where a share is all but 1 its odds stay a number.
    private const double LeastLeft = 1e-12;
    private readonly double share = offer.Share / Math.Max(LeastLeft, 1 - offer.Share);
    private readonly ulong need = offer.Need < 0 ? 0 : 1UL << (firstNeed + offer.Need);
    private readonly OddsProduct odds = new(offer.Odds);

    public Offer Offer => offer;

    /// <summary>What is so of those whom it serves, as a bit of <see cref="Traits.Is"/>.</summary>
    public ulong Served { get; } = 1UL << offer.Covariate;

    /// <summary>Whether a person takes it up. Nothing is drawn of those who are not offered it.</summary>
    public bool IsTakenUp(in Traits traits, double now, ref Chance chance)
    {
        if ((traits.Is & need) != need) return false;
        double its = share * odds.Of(traits.IsAt(now), new Sized(traits, now));
        return chance.Happens(its / (1 + its));
    }
}
