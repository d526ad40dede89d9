using System.Text;
using Shiremoot.Futures;
using Shiremoot.Futures.Lives;
using Shiremoot.Records;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Terms;
using ModelTerm = Shiremoot.Futures.Term;

namespace Shiremoot.Tests.Evidence.Planted;

/// <summary>
/// A service put into a place's model: mentoring offered with community orders, to some more than to others, with a known effect on coming back. Lives are those the
/// place's generated people have, from their first offence on; what is planted is found by the same road a real service is judged by: stories, a cohort, an evaluation.
/// </summary>
sealed class PlantedService
{
    public static readonly int LastDay = Days.Number(new(2024, 12, 31));
    private const uint LifePurpose = 21;
    private const int FirstYear = 2004;
    private const double DaysAYear = 365.25;
    private const string Order = "community-order", Served = "served-mentoring";
    private static readonly (string Covariate, double Odds)[] Chosen = [("female", 1.5), ("priors", 1.3), ("young-adult", 1.6), ("offence-theft", 1.5), ("offence-violence", 0.7)];
    private readonly LivesModel model;
    private readonly Population population;
    private readonly byte[][] kinds, disposals, offences;
    private readonly int sentence, order;

    /// <param name="root">The checkout.</param>
    /// <param name="place">A place with generated people.</param>
    /// <param name="odds">What the service multiplies the odds of coming back by: 1 for no effect.</param>
    /// <param name="unmeasured">What one standard deviation of the lasting and unseen multiplies the odds of having the service by: 1 for nothing unmeasured.</param>
    public PlantedService(string root, string place, double odds, double unmeasured = 1)
    {
        GenerationFiles files = GenerationFiles.Open(Path.Combine(root, "places", place), Path.Combine(root, "vocabulary")).Value;
        GenerateSettings settings = files.Settings(files.Model(new Dictionary<string, double>()).Value).Value.Settings;
        Calibrated found = CalibrationFile.Read(files.PlaceFolder, settings.Sets.FirstOrDefault(""), files.Mark).Value ?? throw new InvalidOperationException($"{place} has no calibration that holds.");
        SystemModel planted = Plant(files.Model(found.Fitted).Value, odds, unmeasured);
        (model, population) = (new(planted), new(settings));
        (kinds, disposals, offences) = (Bytes(planted.Kinds), Bytes(planted.Disposals), Bytes(planted.OffenceCodes));
        (sentence, order) = (planted.Kinds.ToList().IndexOf("sentence"), planted.Disposals.ToList().IndexOf(Order));
    }

    /// <summary>The stories of so many people who had a community order and were followed for a year after their first. People of one seed differ between odds only by what the service did.</summary>
    public Stories People(int wanted, ulong seed)
    {
        StoryBuilder builder = new();
        LifeKernel kernel = new(model);
        ContactKernel contacts = new(model);
        Career career = new();
        int first = Days.Number(new(FirstYear, 1, 1)), made = 0;
        for (ulong person = 0; made < wanted; person++)
        {
            Chance stream = new(seed, person, LifePurpose), place = new(seed, person, LifePurpose + 1), beside = new(seed, person, LifePurpose + 2);
            kernel.Live(career, stream, first + ((LastDay - first) * stream.Share()), LastDay);
            if (FirstOrder(career.Life) is not { } day || day + DaysAYear > LastDay) continue;
            population.Place(career, ref place);
            contacts.Add(career, first, LastDay, ref beside);
            career.Life.Order();
            Write(career.Life, builder, made++);
        }
        // Follow-up ends where records do: without this one it would end with whoever happened to be met last.
        builder.Event(builder.Person("police"u8, "last"u8), "stop-and-search"u8, LastDay, -1, Days.Unknown);
        return builder.Build([]);
    }

    private int? FirstOrder(Life life)
    {
        int? day = null;
        foreach (ref readonly LifeEvent e in life.Events)
            if (e.Kind == sentence && e.Disposal == order && (day is null || e.Day < day)) day = e.Day;
        return day;
    }

    private void Write(Life life, StoryBuilder builder, int number)
    {
        int person = builder.Person("police"u8, Encoding.UTF8.GetBytes($"{number}"));
        builder.Sex(person, life.IsFemale ? "female"u8 : "male"u8);
        builder.Birth(person, life.BirthDay);
        foreach (ref readonly LifeEvent e in life.Events)
        {
            if (e.Day > LastDay) continue;
            int written = builder.Event(person, kinds[e.Kind], e.Day, -1, e.Until > e.Day ? e.Until : Days.Unknown);
            if (e.Offence >= 0) builder.EventText(written, 0, offences[e.Offence]);
            if (e.Disposal >= 0) builder.EventText(written, 1, disposals[e.Disposal]);
        }
    }

    private static SystemModel Plant(SystemModel model, double odds, double unmeasured)
    {
        List<string> covariates = [.. model.Covariates];
        int served = covariates.IndexOf(Served), mentoring = model.Kinds.ToList().IndexOf("mentoring");
        ModelTerm[] chosen = [.. Chosen.Append(("frailty", unmeasured)).Select(c => new ModelTerm(covariates.IndexOf(c.Item1), Math.Log(c.Item2)))];
        if (served < 0 || mentoring < 0 || chosen.Any(t => t.Covariate < 0)) throw new InvalidOperationException("The model no longer has what the planted service speaks of.");
        // Nobody has the service before their first order, so that until then the worlds with and without its effect are the same.
        ModelStage[] stages = [.. model.Stages.Select(s => s with { Offers = [.. s.Offers.Where(o => o.Covariate != served)] }).Select(stage =>
            stage.Id == Order ? stage with { Offers = [.. stage.Offers, new Offer("mentoring", served, -1, 0.25, chosen, mentoring, new Lasting(LastingShape.Exponential, 120, 0))] }
            : stage.Routes.Any(r => r.Odds.Any(o => o.Covariate == served)) ? stage with { Routes = [.. stage.Routes.Select(r => r with { Odds = [.. r.Odds.Select(o => o.Covariate == served ? o with { LogOdds = Math.Log(odds) } : o)] })] }
            : stage)];
        return model with { Stages = stages };
    }

    private static byte[][] Bytes(IReadOnlyList<string> words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}
