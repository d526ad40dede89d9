using System.Numerics;
using System.Runtime.CompilerServices;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// What a person is, what a stage does to them and where they go on from it: one set of rules, by which whole lives are made and the system is simulated.
/// Whoever asks brings the day and the chance: rules draw in the order of their lines and keep nothing of the person, so that many threads may share them.
/// </summary>
/// <remarks>What is asked at every stay is inlined: a simulation asks some millions of times a second, and the calls alone took 2% of it.</remarks>
internal sealed class PersonRules
{
    /// <summary>As many covariates as <see cref="Traits.Is"/> has bits.</summary>
    public const int MostCovariates = 64;

    private const ulong Female = 1UL << Covariates.Female, First = 1UL << Covariates.First;
    private readonly ModelEntry entry;
    private readonly double sameAgain;
    private readonly ModelStage[] stages;
    private readonly Lasting?[] days;
    private readonly WayChoice[] ways;
    private readonly WayChoice groups;
    private readonly double[] loadings;
    private readonly double[][] thresholds;
    private readonly (double Upto, AgeShare Band)[][] ages;
    private readonly int firstNeed, firstGroup, groupCount;
    private readonly ulong ofGroups, ofAfter, ofServed;

    /// <param name="model">The model; with no more than <see cref="MostCovariates"/> covariates.</param>
    public PersonRules(SystemModel model)
    {
        (entry, sameAgain, stages, days) = (model.Entry, model.SameOffenceAgain, [.. model.Stages], model.StayDays());
        (firstNeed, firstGroup, groupCount) = (Covariates.Standing.Count, Covariates.Standing.Count + model.Needs.Count, model.OffenceGroups.Count);
        ofGroups = ((1UL << groupCount) - 1) << firstGroup;
        (ofAfter, ofServed) = (Mask(model, "after-"), Mask(model, "served-"));
        ways = [.. model.Stages.Select(s => new WayChoice([.. s.Routes.Select(r => (r.To, r.Share, r.Who, r.Odds))]))];
        groups = new WayChoice([.. model.OffenceGroups.Select((g, i) => (i, g.Share, Ages.Everyone, g.Odds))]);
        Offers = [.. model.Stages.Select(s => s.Offers.Select(o => new OfferOdds(o, firstNeed)).ToArray())];
        loadings = [.. model.Needs.Select(n => n.Loading)];
        thresholds = [[.. model.Needs.Select(n => n.Threshold(female: false))], [.. model.Needs.Select(n => n.Threshold(female: true))]];
        ages = [AgeShare.Cumulative(model.Entry.MenAges), AgeShare.Cumulative(model.Entry.WomenAges)];
    }

    /// <summary>By stage: the services offered on entering it.</summary>
    public OfferOdds[][] Offers { get; }

    /// <summary>Room to choose in, for one thread.</summary>
    public double[] NewRoom() => new double[Math.Max(groupCount, ways.Max(w => w.Count))];

    /// <summary>Somebody comes in: their sex and age.</summary>
    public void ComeIn(ref Traits traits, double now, ref Chance chance)
    {
        int sex = chance.Happens(entry.Women) ? 1 : 0;
        AgeShare band = AgeShare.At(ages[sex], chance.Share());
        traits = new() { Birth = now - ((band.From + ((band.Until - band.From) * chance.Share())) * Traits.DaysAYear), Is = First | (sex == 1 ? Female : 0) };
    }

    /// <summary>What is lasting in somebody who has come in: vulnerability, frailty, needs.</summary>
    public void Endow(ref Traits traits, ref Chance chance)
    {
        double vulnerability = chance.Normal(), with = entry.FrailtyWithVulnerability, spread = entry.FrailtySpread;
        traits.Vulnerability = (float)vulnerability;
        // Those who come back often are met more often, by about exp(frailty): among contacts its mean is then near 0 whatever the spread.
        traits.Frailty = (float)((spread * ((with * vulnerability) + (Math.Sqrt(1 - (with * with)) * chance.Normal()))) - (spread * spread));
        double[] below = thresholds[IsFemale(traits) ? 1 : 0];
        for (int i = 0; i < below.Length; i++)
            if ((Math.Sqrt(1 - (loadings[i] * loadings[i])) * chance.Normal()) - (loadings[i] * vulnerability) < below[i]) traits.Is |= 1UL << (firstNeed + i);
    }

    /// <summary>They enter a stage: an offence, a sentence, a proof, and what they are known for from then on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(ref Traits traits, int stage, double now, ref Chance chance, Span<double> room)
    {
        ModelStage its = stages[stage];
        if (its.IsOffence) Offend(ref traits, now, ref chance, room);
        if (its.Sentence is { } length) traits.SentenceDays = (ushort)Math.Clamp(length.Draw(ref chance), 1, ushort.MaxValue);
        if (its.IsProof) Prove(ref traits, now);
        // What is offered helps until the next sanction: then it is offered anew.
        if (its.After >= 0) traits.Is = (traits.Is & ~(ofAfter | ofServed)) | (1UL << its.After);
    }

    /// <summary>Days they will spend in a stage they have entered, or of a server's time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Stay(in Traits traits, int stage, ref Chance chance) => days[stage] is { } lasting ? lasting.Draw(ref chance) : stages[stage].Served * traits.SentenceDays;

    /// <summary>Whether a stage leads more ways than one: only then is there anything to choose.</summary>
    public bool HasChoice(int stage) => !ways[stage].IsFixed;

    /// <summary>They leave a stage: the next one, or -1 out of the system. Beyond the last age nobody has a choice but to leave.</summary>
    /// <param name="traits">The person.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="now">The day.</param>
    /// <param name="luck">What decides: evenly spread between 0 and 1; asked for where the stage has a choice.</param>
    /// <param name="room">From <see cref="NewRoom"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(in Traits traits, int stage, double now, double luck, Span<double> room)
    {
        WayChoice its = ways[stage];
        if (its.IsFixed) return its.Only;
        if (traits.AgeAt(now) > entry.LastAge) return -1;
        return its.Choose(traits.IsAt(now), its.UsesSizes ? new Sized(traits, now) : default, luck, room);
    }

    public static bool IsFemale(in Traits traits) => (traits.Is & Female) != 0;

    /// <summary>A bit for each need, in the model's order.</summary>
    public uint NeedsOf(in Traits traits) => (uint)((traits.Is >> firstNeed) & ((1UL << (firstGroup - firstNeed)) - 1));

    /// <summary>The number of the group of their last offence, or -1.</summary>
    public int GroupOf(in Traits traits) => (traits.Is & ofGroups) == 0 ? -1 : BitOperations.TrailingZeroCount(traits.Is & ofGroups) - firstGroup;

    /// <summary>What is so of a person whatever they have been through.</summary>
    public static ulong IsAlways(bool isFemale, uint needs) => (isFemale ? Female : 0) | ((ulong)needs << Covariates.Standing.Count);

    private void Offend(ref Traits traits, double now, ref Chance chance, Span<double> room)
    {
        traits.SentenceDays = 0;
        if ((traits.Is & ofGroups) != 0 && chance.Happens(sameAgain)) return;
        int group = groups.Choose(traits.IsAt(now), new Sized(traits, now), chance.Share(), room);
        if (group >= 0) traits.Is = (traits.Is & ~ofGroups) | (1UL << (firstGroup + group));
    }

    private static void Prove(ref Traits traits, double now)
    {
        if (traits.Sanctions == 0) traits.FirstSanction = (float)now;
        if (traits.Sanctions < ushort.MaxValue) traits.Sanctions++;
        traits.Is &= ~First;
    }

    // Needs and groups come first, and may be called anything.
    private ulong Mask(SystemModel model, string prefix)
    {
        ulong mask = 0;
        for (int i = firstGroup + groupCount; i < model.Covariates.Count; i++)
            if (model.Covariates[i].StartsWith(prefix, StringComparison.Ordinal)) mask |= 1UL << i;
        return mask;
    }
}
