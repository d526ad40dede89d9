using System.Diagnostics;
using Shiremoot.Records;
using Shiremoot.Spine;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>What became of the spine in a run.</summary>
/// <param name="Build">The spine as it stands.</param>
/// <param name="IsChanged">False if there was nothing to do.</param>
/// <param name="Times">What each step took, in seconds.</param>
public sealed record SpineRun(SpineBuild Build, bool IsChanged, IReadOnlyList<(string Step, double Seconds)> Times);

public sealed partial class Shire
{
    // Beyond this share of records new or changed, what was learned is learned anew.
    private const double MostFresh = 0.2;

    private readonly Lock spineLock = new();
    private (long Data, long Build, LivingRecords Living, bool IsGenerated)? living;

    /// <summary>The spine: which records are of which people.</summary>
    public PersonSpine PersonSpine => new(Store, options.Clock);

    /// <summary>The model by which people's records are linked: the place's own, or the shared one.</summary>
    public Outcome<LinkModel> LinkModel()
    {
        string own = Path.Combine(Place.FolderPath, "linkage", "people.yaml");
        return File.Exists(own) ? LinkModelFile.Read(own) : SharedLinkModel();
    }

    /// <summary>The shipped model by which people's records are linked.</summary>
    public static Outcome<LinkModel> SharedLinkModel() => LinkModelFile.Read(Path.Combine(VocabularyFolder.Find(), "linkage", "people.yaml"));

    /// <summary>Builds the spine from the records at hand, or works in what is new, changed or gone since. Refused if there are no records of people.</summary>
    /// <param name="progress">Told what is being done, how much of it, and of how much.</param>
    /// <param name="anew">Link all records anew, even if few changed.</param>
    public Outcome<SpineRun> BuildSpine(Action<string, long, long>? progress = null, bool anew = false)
    {
        if (!HasPeople) return Spine.Refusals.NoPeople();
        List<(string, double)> times = [];
        Stopwatch watch = Stopwatch.StartNew();
        void Took(string step)
        {
            times.Add((step, watch.Elapsed.TotalSeconds));
            watch.Restart();
        }

        if (LinkModel().Refused(out Refusal? why, out LinkModel? file)) return why;
        progress?.Invoke("reading the records", 0, 1);
        if (ReadRecords(file).Refused(out why, out (RecordTable Table, bool IsGenerated) read)) return why;
        Took("read");
        SpineBuild? before = PersonSpine.Latest();
        SpineState state = PersonSpine.Compare(read.Table);
        DecidedPairs decided = DecidedPairs.Of(LinkDecisions.All(Store), read.Table);
        Took("compare with what is kept");
        bool isLearnedHere = !PersonSpine.Model(file).Refused(out _, out (LinkModel Model, bool IsOfFile) kept) && kept.IsOfFile;
        Outcome<SpineBuild> built = anew || before is null || !isLearnedHere || PersonSpine.LatestReport() is null || state.Fresh.Count + state.Gone.Count > MostFresh * read.Table.Count
            ? LinkAll(read.Table, file, decided, progress, times)
            : WorkIn(read.Table, kept.Model, state, decided);
        Took("link and keep");
        return built.Then<SpineRun>(build => new SpineRun(build, build.Id != before?.Id, times));
    }

    /// <summary>Two records side by side, for a reviewer. The read is audited.</summary>
    public Outcome<PairReview> ReviewPair(RecordName a, RecordName b, string who)
    {
        lock (spineLock)
        {
            if (Living().Refused(out Refusal? why, out LivingRecords? records)) return why;
            (int one, int other) = (records.Find(a), records.Find(b));
            if (one < 0 || other < 0 || records.PersonOf(one) == 0 || records.PersonOf(other) == 0) return Spine.Refusals.NotInSpine();
            if (one == other) return Spine.Refusals.SameRecord();
            Auditing.WriteRead(Store, options.Clock, Auditing.LinkReview, $"two records of {string.Join(" and ", ((string[])[a.Agency, b.Agency]).Distinct())}, side by side", null, who);
            DecidedPairs decided = DecidedPairs.Of(LinkDecisions.All(Store), records.Table);
            DecisionEffect If(Verdict verdict) => DecisionEffect.Of(Joined(records, [one, other], decided.With(verdict, one, other)));
            (ReviewedRecord left, ReviewedRecord right) = (PairReview.Record(records, one), PairReview.Record(records, other));
            return new PairReview(left, right, LivingLinks.Explain(records, one, other), records.Model.Threshold ?? 0, If(Verdict.Same), If(Verdict.Different),
                LinkDecisions.Of(Store, a, b), PersonSpine.ChangesOf(left.Person, right.Person, 50), living!.Value.IsGenerated);
        }
    }

    /// <summary>Pairs worth a look, the one whose decision would change most first. They name records: the read is audited.</summary>
    public (IReadOnlyList<ReviewCase> Cases, int All) ReviewQueue(int from, int most, string who)
    {
        Auditing.WriteRead(Store, options.Clock, Auditing.LinkReview, "list of pairs of records to be reviewed", null, who);
        return PersonSpine.Queue(from, most);
    }

    /// <summary>All decisions of reviewers, those withdrawn too, the latest first. They name records: the read is audited.</summary>
    public IReadOnlyList<LinkDecision> LinkDecisionsMade(string who)
    {
        Auditing.WriteRead(Store, options.Clock, Auditing.LinkReview, "list of decisions on pairs of records", null, who);
        return [.. LinkDecisions.All(Store).Reverse()];
    }

    /// <summary>Records a reviewer's decision on two records, and joins or parts their people by it at once.</summary>
    public Outcome<SpineBuild> DecideLink(RecordName a, RecordName b, Verdict verdict, string rationale, string who)
    {
        lock (spineLock)
        {
            if (Living().Refused(out Refusal? why, out LivingRecords? records)) return why;
            if (records.Find(a) < 0 || records.Find(b) < 0) return Spine.Refusals.NotInSpine();
            if (LinkDecisions.Decide(Store, options.Clock, a, b, verdict, rationale, who).Refused(out why, out LinkDecision? decision)) return why;
            return Settle(records, decision, $"Decision {decision.Id}", who);
        }
    }

    /// <summary>Withdraws a decision, and joins or parts the people by what is left.</summary>
    public Outcome<SpineBuild> WithdrawLinkDecision(long decision, string reason, string who)
    {
        lock (spineLock)
        {
            if (Living().Refused(out Refusal? why, out LivingRecords? records)) return why;
            if (LinkDecisions.Withdraw(Store, options.Clock, decision, reason, who).Refused(out why, out LinkDecision? withdrawn)) return why;
            return Settle(records, withdrawn, $"Decision {decision} withdrawn", who);
        }
    }

    private Outcome<SpineBuild> LinkAll(RecordTable table, LinkModel file, DecidedPairs decided, Action<string, long, long>? progress, List<(string, double)> times)
    {
        LinkOptions how = new() { Nicknames = Nicknames(), Progress = progress, Forced = decided.Forced, Forbidden = decided.Forbidden };
        if (Linking.Link(table, file, how).Refused(out Refusal? why, out Linked? linked)) return why;
        times.AddRange(linked.Times);
        progress?.Invoke("keeping the people", 0, 1);
        return PersonSpine.Keep(linked, file, "All records linked anew");
    }

    private Outcome<SpineBuild> WorkIn(RecordTable table, LinkModel model, SpineState state, DecidedPairs decided)
    {
        long[] unsettled = [.. decided.Unsettled(state.People)];
        if (state.Fresh.Count + state.Gone.Count + unsettled.Length == 0) return PersonSpine.Latest()!;
        LivingRecords records = new(table, model, state.People, Nicknames());
        LivingChange change = LivingUpdate.Of(records, [.. state.Left, .. unsettled], state.Fresh, decided.Forced, decided.Forbidden, PersonSpine.Latest()!.LastPerson + 1);
        return PersonSpine.Keep(records, change, state.Gone, BuildKind.Update, "New, changed or deleted records");
    }

    private Outcome<SpineBuild> Settle(LivingRecords records, LinkDecision decision, string why, string who)
    {
        int[] pair = [records.Find(decision.A), records.Find(decision.B)];
        if (pair.Contains(-1)) return PersonSpine.Latest()!;
        LivingChange change = Joined(records, pair, DecidedPairs.Of(LinkDecisions.All(Store), records.Table));
        if (PersonSpine.Keep(records, change, [], BuildKind.Decision, why, who).Refused(out Refusal? refused, out SpineBuild? build)) return refused;
        LivingUpdate.Apply(records, change);
        living = living!.Value with { Build = build.Id };
        return build;
    }

    private LivingChange Joined(LivingRecords records, int[] pair, DecidedPairs decided) =>
        LivingUpdate.Of(records, LivingUpdate.Around(records, pair.Select(records.PersonOf)), [], decided.Forced, decided.Forbidden, PersonSpine.Latest()!.LastPerson + 1);

    // The records in memory, read again when other data has been taken in or the spine was changed elsewhere.
    private Outcome<LivingRecords> Living()
    {
        if (PersonSpine.Latest() is not { } latest) return Spine.Refusals.NoSpine();
        long version = DataVersion.Of(Store);
        if (living is { } there && there.Data == version && there.Build == latest.Id) return there.Living;
        if (LinkModel().Refused(out Refusal? why, out LinkModel? file)) return why;
        if (PersonSpine.Model(file).Refused(out why, out (LinkModel Model, bool IsOfFile) kept)) return why;
        if (ReadRecords(kept.Model).Refused(out why, out (RecordTable Table, bool IsGenerated) read)) return why;
        living = (version, latest.Id, new LivingRecords(read.Table, kept.Model, PersonSpine.Compare(read.Table).People, Nicknames()), read.IsGenerated);
        return living.Value.Living;
    }

    private Outcome<(RecordTable Table, bool IsGenerated)> ReadRecords(LinkModel model)
    {
        if (SourceRecords.Read(Store, new StoryAccess(Auditing.Linking, Environment.UserName, options.Clock)).Refused(out Refusal? why, out SourceRecords? records)) return why;
        return PlaceRecords.Read(records, model).Then<(RecordTable, bool)>(table => (table, records.IsGenerated));
    }
}
