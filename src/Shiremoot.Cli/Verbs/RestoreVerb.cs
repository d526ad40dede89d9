using System.CommandLine;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>restore PLACE FILE: puts a backup in the place of what the store holds.</summary>
static class RestoreVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string> file = new("FILE") { Description = "A file that 'backup' wrote" };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("restore", "Put a backup in the place of what the store holds") { place, file, store, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire =>
        {
            Outcome<StoreContents> restored = shire.Restore(args.GetValue(file)!);
            if (restored.Refused(out Refusal? why, out StoreContents? contents)) return Door.Refuse(why, args.GetValue(json));
            Console.Error.WriteLine($"Restored {contents.Loads:N0} loads and {contents.Rows:N0} rows from {args.GetValue(file)}.");
            if (args.GetValue(json)) Door.Print(contents);
            return Door.Done;
        }));
        return verb;
    }
}
