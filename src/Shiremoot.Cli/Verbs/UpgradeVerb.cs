using System.CommandLine;

namespace Shiremoot.Cli.Verbs;

/// <summary>upgrade PLACE: brings the store to this version. Opening a place does so too; this verb says what it found.</summary>
static class UpgradeVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("upgrade", "Bring the place's store to this version") { place, store, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire =>
        {
            StoreContents contents = shire.Contents();
            string audit = shire.VerifyAudit().Says;
            Console.Error.WriteLine($"{shire.StoredIn} is at this version: {contents.Loads:N0} loads, {contents.Rows:N0} rows. Audit log: {audit}.");
            if (args.GetValue(json)) Door.Print(new { store = shire.StoredIn, contents, audit });
            return shire.VerifyAudit().Holds ? Door.Done : Door.Refused;
        }));
        return verb;
    }
}
