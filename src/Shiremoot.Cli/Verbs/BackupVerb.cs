using System.CommandLine;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>backup PLACE FILE: writes a copy of the place's store.</summary>
static class BackupVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string> file = new("FILE") { Description = "The file to write; it must not exist" };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("backup", "Write a copy of the place's store to a file, as of one moment") { place, file, store, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire =>
        {
            Outcome<StoreContents> written = shire.Backup(args.GetValue(file)!);
            if (written.Refused(out Refusal? why, out StoreContents? contents)) return Door.Refuse(why, args.GetValue(json));
            Console.Error.WriteLine($"Backed up {contents.Loads:N0} loads and {contents.Rows:N0} rows to {args.GetValue(file)}.");
            if (args.GetValue(json)) Door.Print(contents);
            return Door.Done;
        }));
        return verb;
    }
}
