using System.Globalization;
using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>The measures of a place, by what they are of.</summary>
public sealed record PlaceMeasures(IReadOnlyList<AreaMeasure> OfAreas, IReadOnlyList<PeopleMeasure> OfPeople)
{
    public IEnumerable<string> Ids => OfAreas.Select(m => m.Id).Concat(OfPeople.Select(m => m.Id));
}

public sealed partial class Shire
{
    private readonly Lock drawing = new();
    private readonly Lazy<Outcome<PlaceMeasures>> measures;
    private readonly Lazy<Outcome<IReadOnlyList<CodeList>>> codeLists;
    private readonly Lazy<Outcome<IReadOnlyList<Cohort>>> cohorts;
    private readonly Lazy<Outcome<SimilarAreas>> similarAreas;
    private readonly Lazy<Outcome<PlacesKnown>> places;
    private readonly Dictionary<string, object> drawn = new(StringComparer.Ordinal);
    private ((long, long) Version, Outcome<Stories> Stories)? storiesRead;
    private SeriesShelf? shelf;
    private (long, long)? drawnOf;

    /// <summary>The place's measures; refused with the faults of its files.</summary>
    public Outcome<PlaceMeasures> Measures => measures.Value;

    /// <summary>The lists of codes that cohorts may name; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<CodeList>> CodeLists => codeLists.Value;

    /// <summary>The place's cohorts; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<Cohort>> Cohorts => cohorts.Value;

    /// <summary>Which areas are alike, by population, deprivation and the share of young people.</summary>
    public Outcome<SimilarAreas> SimilarAreas => similarAreas.Value;

    /// <summary>True if records of people have been taken in, real or generated.</summary>
    public bool HasPeople => Receipts().Any(r => r.Status == LoadStatus.Active && r.Origin != Origin.Published);

    /// <summary>What the records of people are: generated if any of them is, so that a mix is never shown as real.</summary>
    public Origin OriginOfPeople => Receipts().Any(r => r.Status == LoadStatus.Active && r.Origin == Origin.Generated) ? Origin.Generated : Origin.Real;

    /// <summary>Draws a measure of areas. Drawn once for each question until other data is taken in.</summary>
    public Outcome<AreaPicture> DrawAreas(AreaMeasure measure, AreaQuestion question) => Once($"areas/{measure.Id}/{string.Join('/', question.By)}/{question.Period}", () =>
    {
        if (Geography.Refused(out Refusal? why, out Geography? map)) return why;
        SimilarAreas? alike = SimilarAreas.Refused(out _, out SimilarAreas? read) ? null : read;
        return AreaDrawing.Draw(measure, question, Place, map, alike, shelf!);
    });

    /// <summary>Draws a measure of people, protected, by its own breakdowns or by those asked for.</summary>
    public Outcome<PeoplePicture> DrawPeople(PeopleMeasure measure, IReadOnlyList<string>? by = null) => Once($"people/{measure.Id}/{(by is null ? "" : string.Join('/', by))}", () =>
        Setting().Then(setting => by is null ? PeopleDrawing.Draw(measure, setting) : PeopleDrawing.Draw(measure, setting, by)));

    /// <summary>What the score of a measure of expected reoffending gets right and wrong by group, protected.</summary>
    public Outcome<ScoreFairness> DrawFairness(PeopleMeasure measure) => Once($"fairness/{measure.Id}", () => Setting().Then(setting => PeopleDrawing.Fairness(measure, setting)));

    /// <summary>The people left after each condition of a cohort, protected.</summary>
    public Outcome<IReadOnlyList<AttritionLine>> Attrition(Cohort cohort) => Setting().Then(setting => PeopleDrawing.Attrition(cohort, setting));

    /// <summary>How people of a cohort move from stage to stage, protected. Drawn once until other data is taken in.</summary>
    public Outcome<PeoplePathways> DrawPathways(Cohort cohort, PathwayPart part) => Once($"pathways/{cohort.Id}/{cohort.InWords}/{part}", () =>
    {
        if (Steps().Refused(out Refusal? why, out IReadOnlyList<(string, string)>? kinds)) return why;
        return Setting().Then(setting => PeoplePathways.Draw(cohort, part, kinds, ["arrest", "charge", "first-hearing", "conviction", "sentence", "custody-spell", "release"], setting));
    });

    // The day of an offence is known afterwards, from what was done about it: it is no stage of its own.
    private Outcome<IReadOnlyList<(string Kind, string Title)>> Steps() =>
        Vocabulary.Then(words => Outcome.Of<IReadOnlyList<(string Kind, string Title)>>([.. words.EventKinds.All.Where(k => k.Term.Id != "offence").Select(k => (k.Term.Id, k.Term.Title)).Distinct()]));

    /// <summary>A cohort of the place by its id, or one written on the spot in the cohort language.</summary>
    public Outcome<Cohort> CohortOf(string? id, string? where)
    {
        if (where is not null) return CohortText.Read(where).Then<Cohort>(text => Cohort.Everyone with { Id = "asked", Title = text.InWords, Where = text });
        if (Cohorts.Refused(out Refusal? why, out IReadOnlyList<Cohort>? known)) return why;
        return known.FirstOrDefault(c => c.Id == id) is { } cohort ? cohort : Refusals.NoSuchCohort(id ?? "", known.Select(c => c.Id));
    }

    /// <summary>A cohort written on the spot: a condition, an index date, or both.</summary>
    public static Outcome<Cohort> CohortWritten(string where, string index)
    {
        (CohortText? condition, CohortText? day, Refusal? why) = (null, null, null);
        if (where.Length > 0 && CohortText.Read(where).Refused(out why, out condition)) return why;
        if (index.Length > 0 && CohortText.Read(index).Refused(out why, out day)) return why;
        return new Cohort { Id = "asked", Title = condition?.InWords ?? "", Source = "", Where = condition, Index = day, Examples = [] };
    }

    /// <summary>The names of what is known of people, as cohorts may use them.</summary>
    public IReadOnlyList<string> AttributesOfPeople() =>
        [.. new[] { "sex", "ethnicity", "agency", "birth_date" }.Concat(Feeds.SelectMany(f => f.Record?.Attributes ?? []).Order(StringComparer.Ordinal)).Distinct()];

    private static Outcome<PlaceMeasures> ReadMeasures(IReadOnlyList<string> folders)
    {
        if (MeasureKinds(folders).Refused(out Refusal? unknown, out _)) return unknown;
        if (AreaMeasures.ReadAll(folders).Refused(out Refusal? why, out IReadOnlyList<AreaMeasure>? ofAreas)) return why;
        if (PeopleMeasureFile.ReadAll(folders).Refused(out why, out IReadOnlyList<PeopleMeasure>? ofPeople)) return why;
        string? twice = ofAreas.Select(m => m.Id).Intersect(ofPeople.Select(m => m.Id)).FirstOrDefault();
        return twice is null ? new PlaceMeasures(ofAreas, ofPeople) : Refusals.MeasureTwice(twice);
    }

    // Each room reads the measures of its kind; a kind nobody reads would be passed over in silence.
    private static Outcome<bool> MeasureKinds(IReadOnlyList<string> folders)
    {
        string[] wrong = [.. PlaceFiles.In(folders, "measures").Where(f => MeasureKind.Of(File.ReadAllText(f.Path)) is not ("statistic" or "people")).Select(f => f.ShownAs)];
        return wrong.Length == 0 ? true : Refusals.MeasureKind(wrong);
    }

    private Outcome<PeopleSetting> Setting()
    {
        if (Cohorts.Refused(out Refusal? why, out IReadOnlyList<Cohort>? known)) return why;
        lock (drawing)
        {
            (long, long) version = Version();
            if (storiesRead is null || storiesRead.Value.Version != version)
                storiesRead = (version, ReadStories(version));
            if (storiesRead.Value.Stories.Refused(out why, out Stories? stories)) return why;
            return new PeopleSetting(stories, known, Disclosure, Intervals.OfShare) { Also = NamesOfFeeds(), Names = NamesOfPeople(), Severity = Severity, Offence = OffenceOf, Score = ScoreOf, Where = () => places.Value };
        }
    }

    // The data in use, and the people they were last linked to.
    private (long Data, long Spine) Version() => (DataVersion.Of(Store), PersonSpine.Latest()?.Id ?? 0);

    // From the file of columns beside the store where there is one; it is made anew when data or people changed.
    private Outcome<Stories> ReadStories((long Data, long Spine) version)
    {
        StoryAccess access = new(Auditing.Picture, Environment.UserName, options.Clock);
        if (Store.FilePath is null) return Stories.Read(Store, access, PersonSpine.People());
        string path = SnapshotPath(Store.FilePath), key = string.Create(CultureInfo.InvariantCulture, $"1/{version.Data}/{version.Spine}");
        if (StorySnapshot.Open(path, key) is { } kept) return Stories.Consult(Store, access).Then<Stories>(_ => kept);
        if (Stories.Read(Store, access, PersonSpine.People()).Refused(out Refusal? why, out Stories? stories)) return why;
        try
        {
            StorySnapshot.Write(stories, path, key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return stories; // a folder that cannot be written to costs time, not the answer
        }
        return StorySnapshot.Open(path, key) ?? stories;
    }

    private static string SnapshotPath(string store) => store + ".stories";

    // What was forgotten must not live on in a file made before.
    private T WithoutSnapshot<T>(T done)
    {
        if (Store.FilePath is not null) File.Delete(SnapshotPath(Store.FilePath));
        return done;
    }

    // What the feeds can bring, and the kinds of event of the vocabulary, may be named before any file has brought them.
    private CohortNames NamesOfFeeds() => CohortNames.Of(
        Feeds.SelectMany(f => f.Events).Where(e => e.Kind is not null).Select(e => e.Kind!).Concat(Vocabulary.Refused(out _, out Vocabulary? words) ? [] : words.EventKinds.All.Select(k => k.Term.Id)),
        Feeds.SelectMany(f => (f.Record?.Attributes ?? []).Concat(f.Events.SelectMany(e => e.Attributes))),
        CodeLists.Refused(out _, out IReadOnlyList<CodeList>? lists) ? [] : lists);

    private PeopleNames NamesOfPeople()
    {
        if (Vocabulary.Refused(out _, out Vocabulary? words)) return PeopleNames.None;
        Dictionary<string, string> agencyOf = Feeds.DistinctBy(f => f.Id).ToDictionary(f => f.Id, f => f.Agency, StringComparer.Ordinal);
        string Agency(string id) => words.Agencies.TryFind(id, out Agency? found) ? found.Term.Title : id;
        return new(
            (by, value) => by switch
            {
                "sex" => words.Sexes.TryFind(value, out Sex? sex) ? sex.Term.Title : value,
                "ethnicity" => words.Ethnicities.TryFind(value, out Ethnicity? ethnicity) ? ethnicity.Term.Title : value,
                "agency" => Agency(value),
                "disposal" => words.Disposals.TryFind(value, out Disposal? disposal) ? disposal.Term.Title : value,
                "area" or "home_area" or "home_then" => Geography.Refused(out _, out Geography? map) || !map.TryFind(value, out Area? area) ? value : area.Name,
                "offence" => words.TryFindOffence(value, out Offence? offence) ? offence.Title : value,
                _ => value,
            },
            feed => agencyOf.GetValueOrDefault(feed, "") is { Length: > 0 } id ? Agency(id) : "");
    }

    private Outcome<PlacesKnown> ReadPlaces()
    {
        if (Geography.Refused(out Refusal? why, out Geography? map)) return why;
        if (Vocabulary.Refused(out why, out Vocabulary? words)) return why;
        if (map.Centres().Refused(out why, out AreaCentres? centres)) return why;
        if (SecureSites.Read(VocabularyFolder.Find(), words, map).Refused(out why, out SecureSites? sites)) return why;
        string? AuthorityOf(string value) => centres.Knows(value) ? value : map.InUse(value) is [var one] && centres.Knows(one.Code) ? one.Code : sites.Find(value)?.Authority;
        return new PlacesKnown(AuthorityOf, centres.Kilometres,
            "Distances are from the middle of the local authority of the home to that of the place, as the crow flies: nought within one authority, and some kilometres out otherwise.");
    }

    // The middle of a weight that is a range: the code covers offences of different weight.
    private double? Severity(string offence) =>
        !Vocabulary.Refused(out _, out Vocabulary? words) && words.Offences.TryFind(offence, out Offence? found) && found.Severity is { } weight ? (weight.Low + weight.High) / 2 : null;

    private Offence? OffenceOf(string code) => !Vocabulary.Refused(out _, out Vocabulary? words) && words.TryFindOffence(code, out Offence? found) ? found : null;

    // A score of the vocabulary, by its name alone: a measure is no way to read other files.
    private Outcome<ScoreModel> ScoreOf(string name)
    {
        if (Vocabulary.Refused(out Refusal? why, out Vocabulary? words)) return why;
        return ScoreModelFile.Read(Path.Combine(VocabularyFolder.Find(), "scores"), Path.GetFileNameWithoutExtension(name), words.OffenceCategories);
    }

    private Outcome<T> Once<T>(string key, Func<Outcome<T>> draw)
    {
        lock (drawing)
        {
            (long, long) version = Version();
            if (version != drawnOf || shelf is null)
            {
                drawn.Clear();
                shelf = new SeriesShelf(Store);
                drawnOf = version;
            }
            if (drawn.TryGetValue(key, out object? known)) return (Outcome<T>)known;
            Outcome<T> made = draw();
            if (!made.IsRefused) drawn[key] = made;
            return made;
        }
    }
}
