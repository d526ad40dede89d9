using Shiremoot.Futures.Identities;
using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Futures.Targets;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// Generated people of a place: lives through the place's model, who they are, and the extracts that partners would send of them.
/// Made from published totals, and where the place has learned numbers from its own stories (learned.yaml) from those, which are protected; no record of a real person goes in.
/// </summary>
public sealed class Generation
{
    /// <summary>The most people that can be made at once.</summary>
    public const long MostPeople = 20_000_000;

    private const int YearsOfMoves = 12, FewestToGoBy = 10;
    private readonly GenerationFiles files;
    private readonly Place place;
    private readonly Vocabulary vocabulary;
    private readonly Geography geography;
    private readonly GenerateSettings settings;
    private readonly IdentitySettings identities;
    private readonly IReadOnlyList<Target> targets;

    private Generation(GenerationFiles files, Place place, Vocabulary vocabulary, Geography geography, GenerateSettings settings, IdentitySettings identities, string set)
    {
        (this.files, this.place, this.vocabulary, this.geography, this.settings, this.identities, Set) = (files, place, vocabulary, geography, settings, identities, set);
        targets = [.. settings.Targets.Where(t => t.Sets.Count == 0 || t.Sets.Contains(set))];
    }

    /// <summary>The set of targets in use, or empty where a place has one.</summary>
    public string Set { get; }

    public IReadOnlyList<Target> Targets => targets;

    /// <summary>Reads what is needed to make people of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="vocabularyFolder">The folder of the country's files.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="geography">Areas.</param>
    /// <param name="set">A set of targets; null for the first.</param>
    public static Outcome<Generation> Open(Place place, string vocabularyFolder, Vocabulary vocabulary, Geography geography, string? set)
    {
        if (GenerationFiles.Open(place.FolderPath, vocabularyFolder).Refused(out Refusal? why, out GenerationFiles? files)) return why;
        if (files.Model(new Dictionary<string, double>()).Refused(out why, out SystemModel? model)) return why;
        if (model.Covariates.Count > PersonRules.MostCovariates) return Refusals.TooManyCovariates(model.Covariates.Count, PersonRules.MostCovariates);
        Outcome<(GenerateSettings, IdentitySettings)> read = files.Settings(model);
        if (read.Refused(out why, out (GenerateSettings Settings, IdentitySettings Identities) both)) return why;
        string chosen = set ?? both.Settings.Sets.FirstOrDefault("");
        if (set is not null && !both.Settings.Sets.Contains(set)) return Refusals.NoSuchSet(set, both.Settings.Sets);
        return new Generation(files, place, vocabulary, geography, both.Settings, both.Identities, chosen);
    }

    /// <summary>Finds the numbers that the model leaves open, for every set of targets, and writes them to the place's calibration.yaml.</summary>
    /// <param name="threads">Threads at once; results are the same for any number.</param>
    /// <param name="afresh">Begin from the model's own numbers even where an earlier calibration has the same ones.</param>
    /// <param name="progress">Told after each round.</param>
    public Outcome<IReadOnlyList<(string Set, Calibrated Found)>> Calibrate(int threads, bool afresh, Action<string, CalibrationRound>? progress)
    {
        if (files.Model(new Dictionary<string, double>()).Refused(out Refusal? why, out SystemModel? bare)) return why!;
        List<(string, string, Calibrated)> found = [];
        string[] sets = [.. settings.Sets.DefaultIfEmpty("")];
        foreach (string set in sets)
        {
            IReadOnlyList<Target> wanted = [.. settings.Targets.Where(t => t.Sets.Count == 0 || t.Sets.Contains(set))];
            if (CalibrationFile.ReadEarlier(files.PlaceFolder, set).Refused(out why, out Calibrated? earlier) && why is not null) return why;
            bool isOfTheSame = !afresh && earlier is not null && earlier.Fitted.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(bare.Fitted.Keys);
            found.Add((set, files.Mark, Find(wanted, isOfTheSame ? earlier!.Fitted : new Dictionary<string, double>(), threads, round => progress?.Invoke(set, round))));
            // Written after each set, which takes minutes: whoever stops here keeps it, and what still holds of the others.
            List<(string, string, Calibrated)> others = [];
            foreach (string later in sets[found.Count..])
            {
                if (CalibrationFile.Read(files.PlaceFolder, later, files.Mark).Refused(out why, out Calibrated? still) && why is not null) return why;
                if (still is not null) others.Add((later, files.Mark, still));
            }
            CalibrationFile.Write(files.PlaceFolder, [.. found, .. others]);
        }
        return Outcome.Of<IReadOnlyList<(string, Calibrated)>>([.. found.Select(f => (f.Item1, f.Item3))]);
    }

    /// <summary>Makes people, and with a folder their extracts. Whatever may be refused is looked at before calibration, which may take minutes.</summary>
    public Outcome<GenerationReport> Run(GenerationAsked asked, Action<GenerationProgress>? progress)
    {
        if (asked.People is < 1 or > MostPeople) return Refusals.PeopleOutOfRange(asked.People, MostPeople);
        if (asked.Years is < 1 or > Calibration.LongestYears) return Refusals.YearsOutOfRange(asked.Years, Calibration.LongestYears);
        if (files.Names(settings).Refused(out Refusal? why, out NameStock? names)) return why;
        if (files.Homes(settings, identities).Refused(out why, out HomeStock? homes)) return why;
        if (files.Sounds().Refused(out why, out Sounds? sounds)) return why;
        if (CalibrationFile.Read(files.PlaceFolder, Set, files.Mark).Refused(out why, out Calibrated? calibrated) && why is not null) return why;
        if (files.ModelLearned(calibrated?.Fitted ?? new Dictionary<string, double>()).Refused(out why, out SystemModel? model)) return why;
        (int from, int until) = (Days.Number(settings.From), Days.Number(settings.From.PlusYears(asked.Years)));
        MistakeCounts counts = new(MistakeRates.Agencies.Count);
        ExtractSet? extracts = null;
        if (asked.Out is not null)
        {
            if (files.Layouts(vocabulary).Refused(out why, out ExtractLayouts? layouts)) return why;
            if (Where().Refused(out why, out Whereabouts? where)) return why;
            if (ExtractSet.Open(asked.Out, layouts, Frame(asked, model, from, until) with { Whereabouts = where }, () => new Registrar(identities.Mistakes, sounds, settings.Ethnicities.Count, counts)).Refused(out why, out extracts)) return why;
        }
        using (extracts)
        {
            if (calibrated is null)
            {
                int round = 0;
                calibrated = Find(targets, new Dictionary<string, double>(), asked.Threads, _ => progress?.Invoke(new(GenerationProgress.Calibrating, ++round, 0)));
                if (files.ModelLearned(calibrated.Fitted).Refused(out why, out model)) return why;
            }
            Tally tally = PeopleRun.Make(People(asked, model, names, homes, from, until), extracts, progress);
            extracts?.Also("truth-model.json", TruthModel.Json(place, Set, asked, calibrated, model));
            ExtractSummary? summary = extracts?.Finish();
            double full = calibrated.PeopleAtFullSize[asked.Years - 1];
            return new GenerationReport(place.Title, Set, asked, full, Compare(tally, asked, full), LeftOut(tally, asked, full), summary, [.. counts.Shares(MistakeRates.Agencies, identities.Mistakes)], settings.Assumptions) { IsLearned = files.HasLearned };
        }
    }

    /// <summary>What the stories of the place's own people say of its model as calibrated from published totals; an earlier layer learned from stories is not looked at.</summary>
    /// <param name="stories">Stories of linked people.</param>
    /// <param name="rules">How counts of people are protected.</param>
    public Outcome<LearnedModel> Learn(Stories stories, Trust.DisclosureRules rules)
    {
        if (CalibrationFile.Read(files.PlaceFolder, Set, files.Mark).Refused(out Refusal? why, out Calibrated? calibrated) && why is not null) return why;
        if (calibrated is null) return Refusals.NotCalibrated(place.Title);
        return files.Model(calibrated.Fitted).Then(model => StoryCalibration.Learn(model, stories, rules, place.Title, (layer => files.ModelWith(layer, calibrated.Fitted), settings)));
    }

    /// <summary>The place's model with what calibration found, and as many arrivals as the place's size takes: what scenarios are laid over.</summary>
    public Outcome<ModelSource> Source()
    {
        if (CalibrationFile.Read(files.PlaceFolder, Set, files.Mark).Refused(out Refusal? why, out Calibrated? calibrated) && why is not null) return why;
        if (calibrated is null) return Refusals.NotCalibrated(place.Title);
        // In a longer window more people are seen, by as many a year as come in: each of them is seen once.
        IReadOnlyList<double> seen = calibrated.PeopleAtFullSize;
        double perYear = (seen[^1] - seen[seen.Count / 2]) / (seen.Count - 1 - (seen.Count / 2)) * SteadyState.DaysAYear / 365.25;
        return new ModelSource(files.ModelLayers, place.Title, calibrated.Fitted, perYear);
    }

    /// <summary>Groups that figures may be counted by in place of sex and age: the place's areas, and ethnic groups of the vocabulary.</summary>
    public IReadOnlyList<HomeGroups> Groupings =>
    [
        new("area", [.. settings.Districts.Select(d => new HomeGroup(d.Name, d.Adults, d.Children))]),
        new("ethnicity", [.. settings.Ethnicities.GroupBy(e => vocabulary.Ethnicities.All.FirstOrDefault(v => v.Term.Id == e.Id)?.Group ?? e.Id).Select(g => new HomeGroup(g.Key, g.Sum(e => e.Share), g.Sum(e => e.Share)))]),
    ];

    /// <summary>What whole careers come to in each target, fitted or not: a steady stream of as many people a year as the place's size takes, each followed from first contact until they leave.</summary>
    /// <param name="careers">Careers to live.</param>
    /// <param name="seed">Seed of the careers; another than calibration's, which has seen its own.</param>
    /// <param name="threads">Threads at once; the answer is the same for any number.</param>
    public Outcome<IReadOnlyList<TargetExpected>> Expect(int careers, ulong seed, int threads)
    {
        if (Source().Then(source => source.Today()).Refused(out Refusal? why, out SystemModel? model)) return why;
        if (model.Arrivals?.PerYear is not { } perYear) return Refusals.NoArrivals();
        Tally tally = CareerRun.Run(new LivesModel(model), new Population(settings), targets, careers, seed, threads, false);
        double each = perYear * 365.25 / SteadyState.DaysAYear;
        return Outcome.Of<IReadOnlyList<TargetExpected>>([.. targets.Select((target, i) =>
        {
            (double value, double error) = tally.Of(i);
            double size = target.Unit == TargetUnit.CountPerYear ? each : 1;
            return new TargetExpected(target, value * size, error * size);
        })]);
    }

    /// <summary>What each service of the model truly does to those it serves: what an evaluation of their records ought to find.</summary>
    /// <param name="careers">Careers to live, twice each.</param>
    /// <param name="seed">Seed of the careers.</param>
    /// <param name="threads">Threads at once; the answer is the same for any number.</param>
    public Outcome<IReadOnlyList<ServiceTruth>> Services(int careers, ulong seed, int threads)
    {
        if (CalibrationFile.Read(files.PlaceFolder, Set, files.Mark).Refused(out Refusal? why, out Calibrated? calibrated) && why is not null) return why;
        calibrated ??= Find(targets, new Dictionary<string, double>(), threads, _ => { });
        return files.Model(calibrated.Fitted).Then<IReadOnlyList<ServiceTruth>>(model => Outcome.Of(ServiceTruth.Of(model, careers, seed, threads)));
    }

    private Calibrated Find(IReadOnlyList<Target> wanted, IReadOnlyDictionary<string, double> from, int threads, Action<CalibrationRound> progress) =>
        new Calibration(fitted => files.Model(fitted).Value, settings, wanted, threads, seed: 1).Find(from, progress);

    private Outcome<Whereabouts> Where()
    {
        if (files.Sites(vocabulary, geography).Refused(out Refusal? why, out SecureSites? sites)) return why;
        return geography.Centres().Then<Whereabouts>(centres => new Whereabouts(settings.Districts, sites, centres));
    }

    private ExtractRun Frame(GenerationAsked asked, SystemModel model, int from, int until) => new()
    {
        Seed = asked.Seed,
        People = asked.People,
        From = from,
        Until = until,
        Kinds = model.Kinds,
        Disposals = model.Disposals,
        Offences = model.OffenceCodes,
        Ethnicities = [.. settings.Ethnicities.Select(e => e.Id)],
        Agencies = MistakeRates.Agencies,
    };

    private PeopleFrame People(GenerationAsked asked, SystemModel model, NameStock names, HomeStock homes, int from, int until) => new()
    {
        Lives = new(model),
        Population = new(settings),
        Targets = targets,
        Names = names,
        Homes = homes,
        Settings = identities,
        Asked = asked,
        From = from,
        Until = until,
        Identities = new(
            [.. model.Kinds.Select(MarksOf)],
            [.. settings.Districts.Select(d => geography.EducationNumberOf(d.Code) ?? 0)],
            model.Needs.Select((n, i) => n.Id == "homeless" ? 1u << i : 0).Aggregate(0u, (a, b) => a | b),
            from - (int)(YearsOfMoves * 365.25),
            until),
    };

    private static LifeMarks MarksOf(string kind) => kind switch
    {
        "arrest" => LifeMarks.Arrest,
        "conviction" or "caution" or "conditional-caution" or "youth-caution" or "youth-conditional-caution" => LifeMarks.Conviction,
        "custody-spell" or "remand" => LifeMarks.Custody,
        "probation-supervision" or "licence" => LifeMarks.Supervision,
        _ => LifeMarks.None,
    };

    /// <summary>
    /// Counts a year at the size of the run; other figures as they are. The error is the one that would be if the target held (as in Wilson's interval): where few
    /// are counted, the error of what was made is itself chance.
    /// </summary>
    private List<TargetMade> Compare(Tally tally, GenerationAsked asked, double full) => [.. targets.Index().Where(t => WhyNot(tally, t.Index, asked, full) is null).Select(t =>
    {
        (int i, Target target) = t;
        (double value, double error) = tally.Of(i);
        if (target.Unit == TargetUnit.Days) return new TargetMade(target, target.Value, value, error);
        if (target.Unit == TargetUnit.Share) return new TargetMade(target, target.Value, value, value is > 0 and < 1 ? error * Math.Sqrt(target.Value * (1 - target.Value) / (value * (1 - value))) : error);
        double each = (double)asked.People / asked.Years, expected = target.Value * asked.People / full;
        return new TargetMade(target, expected, value * each, value > 0 ? error * each * Math.Sqrt(expected / (value * each)) : Math.Sqrt(expected / asked.Years));
    })];

    private List<TargetLeftOut> LeftOut(Tally tally, GenerationAsked asked, double full) =>
        [.. targets.Select((t, i) => (Target: t, Why: WhyNot(tally, i, asked, full))).Where(t => t.Why is not null).Select(t => new TargetLeftOut(t.Target, t.Why!))];

    /// <summary>Why a target is not compared; null if it is. Errors are worked out as of many, so where there is next to nothing to go by they say nothing.</summary>
    private string? WhyNot(Tally tally, int target, GenerationAsked asked, double full)
    {
        if (targets[target].LeastYears > asked.Years) return $"speaks of people seen in {targets[target].LeastYears} years";
        double wanted = targets[target].Unit == TargetUnit.CountPerYear ? targets[target].Value / full * asked.Years : targets[target].Value;
        return tally.Basis(target, wanted) < FewestToGoBy ? "is of too few in so small a run" : null;
    }
}
