using System.CommandLine;
using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>records PLACE --out FILE: the source records of a place, a line for each agency's reference.</summary>
static class RecordsVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<string> to = new("--out") { Description = "The file to write: it identifies people", Required = true };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("records", "Write what partners say of the people behind their references, a line for each, for analysts who link") { place, to, store, json };
        verb.SetAction(args => FileOut.Refuse([("--out", args.GetValue(to))], []) is { } unwritable ? Door.Refuse(unwritable, args.GetValue(json)) : Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire =>
        {
            Outcome<long> written = shire.ExportRecords(args.GetValue(to)!);
            if (written.Refused(out Refusal? why, out long records)) return Door.Refuse(why, args.GetValue(json));
            if (args.GetValue(json)) Door.Print(new { records, file = args.GetValue(to) });
            else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records:N0} records written to {args.GetValue(to)}. They identify people: keep them as the agreements say."));
            return Door.Done;
        }));
        return verb;
    }
}
