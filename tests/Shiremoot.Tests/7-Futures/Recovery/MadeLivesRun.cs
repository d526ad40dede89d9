using Shiremoot.Futures;
using Shiremoot.Futures.Lives;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>
/// The lives of a run before anybody wrote them down: with what is lasting and unseen in a person, their needs, and their history before the years of the extracts.
/// Only what is decided within the years is looked at, for whoever was not met again in them is not among the people made.
/// </summary>
sealed class MadeLivesRun
{
    /// <summary>Follow-up for coming back: of those who do, 1 in 1,000 takes longer.</summary>
    public const int FollowUpDays = 2009;

    private const int ChunkSize = 2048;
    private static readonly string[] Ends = ["no-further-action", "community-resolution", "caution", "conditional-caution", "youth-caution", "youth-conditional-caution", "first-hearing", "trial", "sentence", "breach", "release"];
    private static readonly string[] Orders = ["community-order", "suspended-sentence", "referral-order", "youth-rehabilitation-order", "youth-rehabilitation-order-with-intensive-supervision"];
    private static readonly string[] AtRiskNames =
        ["child", "young-adult", "age-decades", "female", "copas", "frailty", "drugs", "homeless", "mental-health", "care", "offence-theft", "offence-sexual", "offence-fraud", "after-order", "after-custody-to-6-months",
         "after-custody-6-to-12-months", "after-custody-over-12-months", "after-custody-of-children", "served-drug-treatment", "served-mentoring"];

    private readonly SystemModel model;
    private readonly GenerateSettings settings;
    private readonly int people;
    private readonly ulong seed;
    private readonly Lazy<(List<AtRisk> AtRisk, List<Searched> Searched)> rows;
    private readonly Lazy<RegressionModel> returning;
    private readonly Lazy<CoxModel> searching;

    public MadeLivesRun(string placeFolder, string vocabularyFolder, IReadOnlyDictionary<string, double> fitted, int people, int years, ulong seed)
    {
        GenerationFiles files = GenerationFiles.Open(placeFolder, vocabularyFolder).Value;
        (model, this.people, this.seed) = (files.Model(fitted).Value, people, seed);
        settings = files.Settings(model).Value.Settings;
        (From, Until) = (Days.Number(settings.From), Days.Number(settings.From.PlusYears(years)));
        rows = new(Make);
        returning = new(FitReturning);
        searching = new(FitSearching);
    }

    public int From { get; }

    public int Until { get; }

    /// <summary>Logistic regression of coming back at all, against leaving for good, at each end of a case.</summary>
    public RegressionModel Returning => returning.Value;

    /// <summary>Proportional hazards of a first search in the years.</summary>
    public CoxModel Searching => searching.Value;

    private RegressionModel FitReturning()
    {
        List<AtRisk> all = rows.Value.AtRisk;
        return Logistic.Fit([.. all.Select(r => r.Returns)], new(AtRiskNames, [.. Enumerable.Range(0, AtRiskNames.Length).Select(c => all.Select(r => r.X[c]).ToArray())])).Value;
    }

    private CoxModel FitSearching()
    {
        List<Searched> all = rows.Value.Searched;
        double[] Column(Func<Searched, double> of) => [.. all.Select(of)];
        ModelColumns columns = new(["child", "young-adult", "female", "frailty"], [Column(r => r.Age < 18 ? 1 : 0), Column(r => r.Age is >= 18 and < 21 ? 1 : 0), Column(r => r.IsFemale ? 1 : 0), Column(r => r.Frailty)]);
        return Cox.Fit(TimesToEvent.Of(Column(r => r.Until), [.. all.Select(r => r.Happened)]) with { Entry = Column(r => r.From) }, columns).Value;
    }

    private (List<AtRisk>, List<Searched>) Make()
    {
        int chunks = (people + ChunkSize - 1) / ChunkSize;
        (List<AtRisk> AtRisk, List<Searched> Searched)[] parts = [.. Enumerable.Range(0, chunks).Select(_ => (new List<AtRisk>(), new List<Searched>()))];
        LivesModel lives = new(model);
        Population population = new(settings);
        Parallel.For(0, chunks, chunk =>
        {
            PeopleMaking making = new(lives, population, seed, From, Until);
            Career career = new();
            for (int person = chunk * ChunkSize; person < Math.Min(people, (chunk + 1) * ChunkSize); person++)
            {
                making.Make(person, career);
                AddEnds(career, parts[chunk].AtRisk);
                AddSearch(career, parts[chunk].Searched);
            }
        });
        return ([.. parts.SelectMany(p => p.AtRisk)], [.. parts.SelectMany(p => p.Searched)]);
    }

    // Where each case ends, the person either leaves for good or will come back.
    private void AddEnds(Career career, List<AtRisk> into)
    {
        ReadOnlySpan<CaseRow> cases = career.Cases.All;
        Span<int> ends = cases.Length <= 256 ? stackalloc int[cases.Length] : new int[cases.Length];
        ends.Fill(int.MinValue);
        foreach (ref readonly LifeEvent e in career.Life.Events)
            if (e.Case >= 0 && Ends.Contains(model.Kinds[e.Kind])) ends[e.Case] = Math.Max(ends[e.Case], e.Day);
        (int sanctions, int first, string after, bool treated, bool mentored) = (0, 0, "", false, false);
        for (int c = 0; c < cases.Length; c++)
        {
            if (cases[c].ProvenDay != int.MaxValue && sanctions++ == 0) first = cases[c].ProvenDay;
            if (KnownFor(career, c) is { Length: > 0 } known) (after, treated, mentored) = (known, Has(career, c, "treatment"), Has(career, c, "mentoring"));
            int day = ends[c];
            if (day < From || day > Until - FollowUpDays) continue;
            double age = (day - career.Life.BirthDay) / 365.25;
            if (age > 72) continue; // followed to 80 at most
            string offence = model.OffenceGroups[cases[c].Group].Id;
            double Need(string id) => career.Life.Needs >> model.Needs.Select(n => n.Id).ToList().IndexOf(id) & 1;
            into.Add(new(c + 1 < cases.Length,
            [
                Flag(age < 18), Flag(age is >= 18 and < 21), Math.Max(0, age - 18) / 10, Flag(career.Life.IsFemale),
                sanctions == 0 ? 0 : Math.Log((1 + sanctions) / (10 + ((day - first) / 365.25))) + Math.Log(10), career.Frailty,
                Need("drugs"), Need("homeless"), Need("mental-health"), Need("care"), Flag(offence == "theft"), Flag(offence == "sexual"), Flag(offence == "fraud"),
                Flag(after == "order"), Flag(after == "to-6"), Flag(after == "to-12"), Flag(after == "over-12"), Flag(after == "children"), Flag(treated), Flag(mentored),
            ]));
        }
    }

    private string KnownFor(Career career, int number)
    {
        string after = "";
        foreach (ref readonly LifeEvent e in career.Life.Events)
        {
            if (e.Case != number || e.Disposal < 0) continue;
            string disposal = model.Disposals[e.Disposal];
            if (model.Kinds[e.Kind] != "sentence") after = disposal is "no-further-action" or "community-resolution" ? after : "caution";
            else if (Orders.Contains(disposal)) after = "order";
            else if (disposal is "detention-and-training-order" or "section-91") after = "children";
            else if (disposal == "custody") after = e.Amount <= 180 ? "to-6" : e.Amount <= 360 ? "to-12" : "over-12";
            else after = "fine";
        }
        return after;
    }

    private bool Has(Career career, int number, string kind)
    {
        foreach (ref readonly LifeEvent e in career.Life.Events)
            if (e.Case == number && model.Kinds[e.Kind] == kind) return true;
        return false;
    }

    // What is known of the person is taken in the middle of the years, as the room does.
    private void AddSearch(Career career, List<Searched> into)
    {
        Life life = career.Life;
        double from = Math.Max(From, life.BirthDay + (10 * 365.25)), until = Math.Min(Until, life.BirthDay + (60 * 365.25));
        if (until <= from) return;
        double age = (((From + Until) / 2) - life.BirthDay) / 365.25;
        foreach (ref readonly LifeEvent e in life.Events)
        {
            if (model.Kinds[e.Kind] != "stop-and-search") continue;
            into.Add(new(from - From, e.Day + 1 - From, true, age, life.IsFemale, career.Frailty));
            return;
        }
        into.Add(new(from - From, until - From, false, age, life.IsFemale, career.Frailty));
    }

    private static double Flag(bool value) => value ? 1 : 0;

    private readonly record struct AtRisk(bool Returns, double[] X);

    private readonly record struct Searched(double From, double Until, bool Happened, double Age, bool IsFemale, double Frailty);
}
