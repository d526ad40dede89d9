using System.CommandLine;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>forget PLACE --load N | --feed ID | --agency ID --person: deletes data for good.</summary>
static class ForgetVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<long?> load = new("--load") { Description = "Delete the rows of one load" };
        Option<string?> feed = new("--feed") { Description = "Delete the rows of every load of a feed" };
        Option<string?> agency = new("--agency") { Description = "With --person: the agency whose reference it is" };
        Option<bool> person = new("--person") { Description = "Delete one person; their reference is read from standard input, so that no shell history keeps it" };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("forget", "Delete a load, a feed or a person for good") { place, load, feed, agency, person, store, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire =>
        {
            Outcome<Forgotten>? outcome = (args.GetValue(load), args.GetValue(feed), args.GetValue(person), args.GetValue(agency)) switch
            {
                ({ } number, null, false, null) => shire.ForgetLoad(number),
                (null, { } id, false, null) => shire.ForgetFeed(id),
                (null, null, true, { } of) => shire.ForgetPerson(of, (Console.In.ReadLine() ?? "").Trim()),
                _ => (Outcome<Forgotten>?)null,
            };
            if (outcome is null)
            {
                Console.Error.WriteLine("Say what to forget: --load N, or --feed ID, or --agency ID --person with the reference on standard input.");
                return Door.WrongUsage;
            }
            if (outcome.Value.Refused(out Refusal? why, out Forgotten? gone)) return Door.Refuse(why, args.GetValue(json));
            Console.Error.WriteLine($"Deleted {gone.Records:N0} records, {gone.Events:N0} events, {gone.Statistics:N0} statistics and {gone.Quarantined:N0} quarantined lines. Backups made before still hold them.");
            if (args.GetValue(json)) Door.Print(gone);
            return Door.Done;
        }));
        return verb;
    }
}
