using System.CommandLine;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>take-in PLACE [FEED...]: takes in the files of a place's feeds.</summary>
static class TakeInVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string[]> feeds = new("FEED") { Description = "Feeds to take in; none means all", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> check = new("--check") { Description = "Validate the files and load nothing" };
        Option<bool> approve = new("--approve") { Description = "Take in a file although its number of rows is unusual" };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("take-in", "Take in partners' extracts and published statistics") { place, feeds, check, approve, store, data, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire =>
            Run(shire, args.GetValue(feeds) ?? [], args.GetValue(check), args.GetValue(approve), args.GetValue(json))));
        return verb;
    }

    public static int Run(Shire shire, string[] feeds, bool check, bool approve, bool json)
    {
        Outcome<IReadOnlyList<TakenIn>> outcome = TakeIn(shire, feeds, check, approve);
        if (outcome.Refused(out Refusal? why, out IReadOnlyList<TakenIn>? taken)) return Door.Refuse(why, json);
        foreach (TakenIn one in taken) Console.Error.WriteLine(Line(one, check));
        if (json) Door.Print(new { place = shire.Place.Id, check, files = taken.Select(Document) });
        return taken.Any(t => t.Outcome.IsRefused && !t.IsAwaited) ? Door.Refused : Door.Done;
    }

    public static Outcome<IReadOnlyList<TakenIn>> TakeIn(Shire shire, string[] feeds, bool check, bool approve)
    {
        using ProgressLine progress = new();
        return shire.TakeIn(feeds, check, approve, progress);
    }

    public static object Document(TakenIn one) => one.IsAwaited ? new { feed = one.Feed.Id, awaited = true } : one.Outcome.Refused(out Refusal? why, out Receipt? receipt)
        ? new { feed = one.Feed.Id, file = Path.GetFileName(one.File), originSays = one.Feed.Origin.Says(), refused = (Refusal?)why, receipt = (Receipt?)null }
        : new { feed = one.Feed.Id, file = Path.GetFileName(one.File), originSays = receipt.Origin.Says(), refused = (Refusal?)null, receipt = (Receipt?)receipt };

    public static string Line(TakenIn one, bool check) => one.IsAwaited
        ? $"{one.Feed.Id}: no file yet; passed over."
        : one.Outcome.Refused(out Refusal? why, out Receipt? receipt)
        ? $"{one.Feed.Id}: refused. {why}"
        : receipt.AlreadyThere
            ? $"{one.Feed.Id}: {receipt.FileName} is already loaded (load {receipt.Load}); nothing was changed."
            : $"{one.Feed.Id}: {receipt.RowsIn:N0} rows in, {receipt.RowsAccepted:N0} accepted, {receipt.RowsQuarantined:N0} quarantined{(check ? "; checked only, nothing loaded" : $" (load {receipt.Load})")}.";
}
