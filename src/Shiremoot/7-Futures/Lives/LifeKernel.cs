using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>
/// Takes one person through the stages, from first contact until they leave for good. One per thread; no allocation per person.
/// </summary>
internal sealed class LifeKernel(LivesModel model)
{
    private const double DaysAYear = 365.25, Log10 = 2.302585092994046;
    private readonly double[] x = new double[model.Model.Covariates.Count];
    private readonly double[] weights = new double[Math.Max(model.Groups.Length, model.Routes.Max(r => r.Length))];
    private Chance chance;
    private double birth, now, firstSanction;
    private int sanctions, group, after, sentence, servedUntil;

    /// <summary>Fills a career.</summary>
    /// <param name="career">The buffer to fill.</param>
    /// <param name="stream">The person's own stream of chance.</param>
    /// <param name="onset">The day of the first offence.</param>
    /// <param name="stopAfter">Nothing that begins after this day is needed: the career may be left there.</param>
    public void Live(Career career, Chance stream, double onset, double stopAfter)
    {
        career.Clear();
        chance = stream;
        Array.Clear(x);
        now = onset;
        career.Onset = (int)Math.Floor(onset);
        Enter(career);
        (sanctions, group, after, sentence, servedUntil, firstSanction) = (0, -1, -1, 0, 0, 0);
        int stage = model.Model.Entry.Stage;
        double lastDay = Math.Min(stopAfter, birth + (model.Model.Entry.LastAge * DaysAYear));
        while (stage >= 0 && now <= lastDay) stage = Pass(career, stage);
    }

    /// <summary>Who comes in: sex, age, what is lasting in them, needs.</summary>
    private void Enter(Career career)
    {
        ModelEntry entry = model.Model.Entry;
        Life life = career.Life;
        life.IsFemale = chance.Happens(entry.Women);
        AgeShare band = AgeShare.At(life.IsFemale ? model.WomenAges : model.MenAges, chance.Share());
        double age = band.From + ((band.Until - band.From) * chance.Share());
        birth = now - (age * DaysAYear);
        life.BirthDay = (int)Math.Floor(birth);
        career.BeganAsChild = age < 18;
        career.Vulnerability = chance.Normal();
        double with = entry.FrailtyWithVulnerability;
        // Those who come back often are met more often, by about exp(frailty): among contacts its mean is then near 0 whatever the spread.
        double spread = entry.FrailtySpread;
        career.Frailty = (spread * ((with * career.Vulnerability) + (Math.Sqrt(1 - (with * with)) * chance.Normal()))) - (spread * spread);
        x[Covariates.Female] = life.IsFemale ? 1 : 0;
        x[Covariates.Frailty] = career.Frailty;
        x[Covariates.Vulnerability] = career.Vulnerability;
        x[Covariates.First] = 1;
        life.Needs = 0;
        double[] thresholds = life.IsFemale ? model.WomenThresholds : model.MenThresholds;
        for (int i = 0; i < thresholds.Length; i++)
        {
            double loading = model.Model.Needs[i].Loading;
            bool has = (Math.Sqrt(1 - (loading * loading)) * chance.Normal()) - (loading * career.Vulnerability) < thresholds[i];
            if (!has) continue;
            life.Needs |= 1u << i;
            x[model.FirstNeed + i] = 1;
        }
    }

    /// <summary>One stage: what is recorded, the time it takes, the way on.</summary>
    private int Pass(Career career, int at)
    {
        ModelStage stage = model.Stages[at];
        double entered = now;
        int day = (int)Math.Floor(now);
        SetAge();
        if (stage.IsOffence) Offend(career, day);
        if (stage.Sentence is { } length) sentence = Math.Max(1, (int)length.Draw(ref chance));
        if (stage.IsProof) Prove(career, day);
        if (stage.Served > 0) now += stage.Served * sentence;
        else if (stage.Days is { } days) now += days.Draw(ref chance);
        int leaving = (int)Math.Floor(now);
        Record(career, stage, day, leaving);
        if (stage.After >= 0) KnownFor(stage.After);
        Offers(career, stage, at, day);
        if (now > entered) SetAge();
        if (model.IndexOf[at] >= 0) career.Entries.Add(new(leaving, (short)model.IndexOf[at], stage.Sentence is null ? 0 : sentence, x[Covariates.Child] > 0, (short)(career.Cases.Count - 1)));
        return Route(at);
    }

    private void Offend(Career career, int day)
    {
        int chosen = group >= 0 && chance.Happens(model.Model.SameOffenceAgain) ? group : NewGroup();
        if (group >= 0) x[model.FirstGroup + group] = 0;
        group = chosen;
        x[model.FirstGroup + group] = 1;
        career.Cases.Add(new(day, int.MaxValue, (short)group));
        sentence = 0;
        offenceCode = PickCode(model.Groups[group].Codes, chance.Share());
    }

    private short offenceCode;

    private int NewGroup()
    {
        double sum = 0;
        for (int i = 0; i < model.Groups.Length; i++) sum += weights[i] = model.Groups[i].Share * OddsOf(model.Groups[i].Odds);
        return Choose(model.Groups.Length, sum);
    }

    private void Prove(Career career, int day)
    {
        ref CaseRow last = ref career.Cases.All[^1];
        last.ProvenDay = day;
        if (sanctions++ == 0) firstSanction = now;
        x[Covariates.First] = 0;
        x[Covariates.Priors] = Math.Log(1 + sanctions);
    }

    private void Record(Career career, ModelStage stage, int day, int leaving)
    {
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

    private void KnownFor(int covariate)
    {
        if (after >= 0) x[after] = 0;
        x[after = covariate] = 1;
        // A service helps until the next sanction: then what is offered is offered anew.
        for (; servedUntil > 0; servedUntil--) x[served[servedUntil - 1]] = 0;
    }

    private readonly int[] served = new int[16];

    private void Offers(Career career, ModelStage stage, int at, int day)
    {
        IReadOnlyList<Offer> offers = stage.Offers;
        for (int i = 0; i < offers.Count; i++)
        {
            Offer offer = offers[i];
            if (offer.Need >= 0 && x[model.FirstNeed + offer.Need] == 0) continue;
            double odds = offer.Share / Math.Max(1e-12, 1 - offer.Share) * OddsOf(offer.Odds);
            if (!chance.Happens(odds / (1 + odds))) continue;
            int from = day + chance.Below(28);
            career.Life.Add(new((short)offer.Kind, -1, offenceCode, (short)(career.Cases.Count - 1), from, from + Math.Max(1, (int)offer.Lasts.Draw(ref chance)), 0));
            career.Served.Add(new((short)offer.Covariate, (short)at, day));
            x[offer.Covariate] = 1;
            if (servedUntil < served.Length) served[servedUntil++] = offer.Covariate;
        }
    }

    private int Route(int at)
    {
        Route[] routes = model.Routes[at];
        Term[][] terms = model.Terms[at];
        if (routes.Length == 1 && routes[0].Who == Ages.Everyone) return routes[0].To;
        if (model.UsesAge[at]) SetCopas();
        bool child = x[Covariates.Child] > 0;
        double sum = 0;
        for (int i = 0; i < routes.Length; i++)
        {
            bool open = routes[i].Who == Ages.Everyone || routes[i].Who == Ages.Children == child;
            sum += weights[i] = open ? routes[i].Share * OddsOf(terms[i]) : 0;
        }
        return sum <= 0 ? -1 : routes[Choose(routes.Length, sum)].To;
    }

    private double OddsOf(Term[] terms)
    {
        if (terms.Length == 0) return 1;
        double log = 0;
        foreach (Term term in terms) log += term.LogOdds * x[term.Covariate];
        return Math.Exp(log);
    }

    private double OddsOf(IReadOnlyList<Term> terms)
    {
        double log = 0;
        for (int i = 0; i < terms.Count; i++) log += terms[i].LogOdds * x[terms[i].Covariate];
        return Math.Exp(log);
    }

    private int Choose(int count, double sum)
    {
        double left = chance.Share() * sum;
        for (int i = 0; i < count - 1; i++)
        {
            left -= weights[i];
            if (left < 0) return i;
        }
        return count - 1;
    }

    private void SetAge()
    {
        double age = (now - birth) / DaysAYear;
        x[Covariates.Child] = age < 18 ? 1 : 0;
        x[Covariates.YoungAdult] = age is >= 18 and < 21 ? 1 : 0;
        x[Covariates.AgeDecades] = Math.Max(0, age - 18) / 10;
    }

    private void SetCopas() => x[Covariates.Copas] = sanctions == 0 ? 0 : Math.Log((1 + sanctions) / (10 + ((now - firstSanction) / DaysAYear))) + Log10;

    private static short PickCode((double Upto, short Code)[] codes, double at)
    {
        int i = 0;
        while (i < codes.Length - 1 && at >= codes[i].Upto) i++;
        return codes[i].Code;
    }
}
