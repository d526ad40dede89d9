using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>
/// Takes one person through the stages, from first contact until they leave for good, by the rules that the simulation goes by: what is its own is the clock over a
/// whole life, one stream of chance, and what is kept of it. One per thread; no allocation per person.
/// </summary>
internal sealed class LifeKernel(LivesModel model)
{
    private const int WeeksToBegin = 4, DaysAWeek = 7;
    private readonly PersonRules rules = model.Rules;
    private readonly double[] room = model.Rules.NewRoom();
    private Chance chance;
    private Traits traits;
    private double now;
    private short offenceCode;

    /// <summary>Fills a career.</summary>
    /// <param name="career">The buffer to fill.</param>
    /// <param name="stream">The person's own stream of chance.</param>
    /// <param name="onset">The day of the first offence.</param>
    /// <param name="stopAfter">Nothing that begins after this day is needed: the career may be left there.</param>
    public void Live(Career career, Chance stream, double onset, double stopAfter)
    {
        career.Clear();
        (chance, now, offenceCode) = (stream, onset, -1);
        career.Onset = (int)Math.Floor(onset);
        rules.ComeIn(ref traits, now, ref chance);
        rules.Endow(ref traits, ref chance);
        (career.Vulnerability, career.Frailty, career.BeganAsChild) = (traits.Vulnerability, traits.Frailty, IsChild);
        Life life = career.Life;
        (life.IsFemale, life.BirthDay, life.Needs) = (PersonRules.IsFemale(traits), (int)Math.Floor(traits.Birth), rules.NeedsOf(traits));
        int stage = model.Model.Entry.Stage;
        while (stage >= 0 && now <= stopAfter) stage = Pass(career, stage);
    }

    private bool IsChild => traits.AgeAt(now) < 18;

    /// <summary>One stage: what is recorded, the time it takes, the way on.</summary>
    private int Pass(Career career, int at)
    {
        ModelStage stage = model.Stages[at];
        double entered = now;
        int day = (int)Math.Floor(entered);
        rules.Enter(ref traits, at, entered, ref chance, room);
        if (stage.IsOffence) BeginCase(career, day);
        if (stage.IsProof && career.Cases.Count > 0) career.Cases.All[^1].ProvenDay = day;
        now += rules.Stay(traits, at, ref chance);
        int leaving = (int)Math.Floor(now);
        Record(career, stage, day, leaving);
        Offers(career, at, entered, day);
        if (model.IndexOf[at] >= 0) career.Entries.Add(new(leaving, (short)model.IndexOf[at], stage.Sentence is null ? 0 : traits.SentenceDays, IsChild, (short)(career.Cases.Count - 1)));
        // One way on takes no chance.
        return rules.Next(traits, at, now, rules.HasChoice(at) ? chance.Share() : 0, room);
    }

    private void BeginCase(Career career, int day)
    {
        int group = rules.GroupOf(traits);
        career.Cases.Add(new(day, int.MaxValue, (short)group));
        offenceCode = group < 0 ? (short)-1 : PickCode(model.Codes[group], chance.Share());
    }

    private void Record(Career career, ModelStage stage, int day, int leaving)
    {
        int sentence = traits.SentenceDays;
        IReadOnlyList<Emission> records = stage.Records;
        for (int i = 0; i < records.Count; i++)
        {
            Emission record = records[i];
            if (record.Share < 1 && !chance.Happens(record.Share)) continue;
            int from = record.OnLeaving ? leaving : day;
            int until = record.SpansStage ? leaving
                : record.Remainder ? day + sentence
                : record.Lasts is { } lasts ? from + Math.Max(1, (int)lasts.Draw(ref chance))
                : from;
            career.Life.Add(new((short)record.Kind, (short)record.Disposal, offenceCode, (short)(career.Cases.Count - 1), from, Math.Max(from, until), record.Disposal >= 0 ? sentence : 0));
            if (model.IsContact[record.Kind]) career.Contacts.Add(from);
        }
    }

    // Who takes a service up begins with it within weeks.
    private void Offers(Career career, int at, double entered, int day)
    {
        foreach (OfferOdds odds in rules.Offers[at])
        {
            if (!odds.IsTakenUp(traits, entered, ref chance)) continue;
            Offer offer = odds.Offer;
            int from = day + chance.Below(WeeksToBegin * DaysAWeek);
            career.Life.Add(new((short)offer.Kind, -1, offenceCode, (short)(career.Cases.Count - 1), from, from + Math.Max(1, (int)offer.Lasts.Draw(ref chance)), 0));
            career.Served.Add(new((short)offer.Covariate, (short)at, day));
            traits.Is |= odds.Served;
        }
    }

    private static short PickCode((double Upto, short Code)[] codes, double at)
    {
        int i = 0;
        while (i < codes.Length - 1 && at >= codes[i].Upto) i++;
        return codes[i].Code;
    }
}
