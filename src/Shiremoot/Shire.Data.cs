using Shiremoot.Intake;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>A file of a feed and what became of it.</summary>
public sealed record TakenIn(Feed Feed, string? File, Outcome<Receipt> Outcome)
{
    /// <summary>The feed is one all places share, nobody asked for it by name, and its file has not come: no fault, and nothing was done.</summary>
    public bool IsAwaited { get; init; }
}

public sealed partial class Shire
{
    /// <summary>The receipts of all loads, the latest first.</summary>
    public IReadOnlyList<Receipt> Receipts() => Loads.All(Store);

    public Outcome<Receipt> Receipt(long load) => Loads.One(Store, load);

    /// <summary>Why rows of a load are in quarantine, the most frequent reason first.</summary>
    public IReadOnlyList<(string Reason, string? Column, string Hint, long Rows)> QuarantineReasons(long load) => Loads.Reasons(Store, load);

    /// <summary>The quarantined faults themselves, for the steward who sends them back. The read is audited.</summary>
    public IEnumerable<QuarantinedFault> Quarantined(long load) => Loads.Quarantined(Store, options.Clock, load);

    /// <summary>The latest lines of the audit log.</summary>
    public IReadOnlyList<AuditEntry> Audit(int most) => Auditing.Latest(Store, most);

    /// <summary>Whether the audit log is as it was written.</summary>
    public AuditVerdict VerifyAudit() => Auditing.Verify(Store);

    /// <summary>Takes in the files of the named feeds, or of all feeds when none is named, one after another.</summary>
    /// <param name="feeds">Ids of feeds; empty for all.</param>
    /// <param name="checkOnly">Validate and load nothing.</param>
    /// <param name="approved">An unusual number of rows has been looked at and found right.</param>
    /// <param name="progress">Told how far each load has come.</param>
    public Outcome<IReadOnlyList<TakenIn>> TakeIn(IReadOnlyList<string> feeds, bool checkOnly = false, bool approved = false, IProgress<Progress>? progress = null)
    {
        foreach (string name in feeds)
            if (Feeds.All(f => f.Id != name)) return Refusals.NoSuchFeed(name, Place.Title, Feeds.Select(f => f.Id));

        List<TakenIn> taken = [];
        foreach (Feed feed in Feeds.Where(f => feeds.Count == 0 || feeds.Contains(f.Id)))
        {
            Outcome<IReadOnlyList<string>> found = DataFiles.Find(feed, DataFolders());
            if (found.Refused(out Refusal? none, out IReadOnlyList<string>? files)) taken.Add(NotFound(feed, none, isAsked: feeds.Count > 0));
            else taken.AddRange(files.Select(file => new TakenIn(feed, file, TakeIn(feed, file, checkOnly, approved, progress))));
        }
        return Outcome.Of<IReadOnlyList<TakenIn>>(taken);
    }

    /// <summary>Takes in one file under a feed, wherever the file is.</summary>
    public Outcome<Receipt> TakeIn(Feed feed, string file, bool checkOnly = false, bool approved = false, IProgress<Progress>? progress = null)
    {
        if (!feed.Columns.Any(c => c.Type == ColumnType.Area)) return Load(feed, file, (_, _) => null, checkOnly, approved, progress);
        Outcome<Geography> read = Geography;
        return read.Refused(out Refusal? why, out Geography? geography)
            ? why
            : Load(feed, file, (text, kind) => AreaLookup.Find(geography, text, kind), checkOnly, approved, progress);
    }

    private Outcome<Receipt> Load(Feed feed, string file, Func<string, string, string?> areas, bool checkOnly, bool approved, IProgress<Progress>? progress)
    {
        return TakingIn.Load(Store, feed, file, new TakingInOptions { Clock = options.Clock, Areas = areas, CheckOnly = checkOnly, Approved = approved, Progress = progress });
    }

    public Outcome<Forgotten> ForgetLoad(long load) => WithoutSnapshot(Forgetting.Load(Store, options.Clock, load));

    public Outcome<Forgotten> ForgetFeed(string feed) => WithoutSnapshot(Forgetting.Feed(Store, options.Clock, feed));

    /// <summary>Deletes what is held of one person of one agency; the spine forgets the record too.</summary>
    public Outcome<Forgotten> ForgetPerson(string agency, string person) => WithoutSnapshot(Forgetting.Person(Store, options.Clock, agency, person)).Then<Forgotten>(forgotten =>
    {
        PersonSpine.Forget(new Spine.RecordName(agency, person));
        return forgotten;
    });

    private TakenIn NotFound(Feed feed, Refusal none, bool isAsked) => LoadedBefore(feed) is { } there
        ? new TakenIn(feed, null, there)
        : new TakenIn(feed, null, none) { IsAwaited = feed.IsShared && !isAsked && none.Code == Intake.Refusals.NoFileCode };

    // Its file need not be at hand again once it is in the store.
    private Receipt? LoadedBefore(Feed feed) => Receipts().FirstOrDefault(r => r.Feed == feed.Id && r.Status == LoadStatus.Active) is { } there ? there with { AlreadyThere = true } : null;

    private List<string> DataFolders()
    {
        List<string> folders = [Path.Combine(Place.FolderPath, "statistics"), Place.FolderPath];
        if (Place.NationalStatistics) folders.Add(Path.Combine(VocabularyFolder.Find(), "statistics"));
        if (options.DataFolder is { } data) folders.Add(data);
        if (Environment.GetEnvironmentVariable("SHIREMOOT_DATA") is { Length: > 0 } shared) folders.Add(shared);
        return folders;
    }
}
