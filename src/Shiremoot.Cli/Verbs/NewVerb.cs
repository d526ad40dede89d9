using System.CommandLine;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>new PLACE --area CODE...: makes the folder of a new place, ready to fill.</summary>
static class NewVerb
{
    public static Command Make()
    {
        Argument<string> place = new("PLACE") { Description = "The folder to make, for example places/my-county" };
        Option<string[]> area = new("--area") { Description = "Codes of the areas it is made of (E10000023 …)", Required = true, AllowMultipleArgumentsPerToken = true };
        Option<bool> json = Door.JsonOption();
        Command verb = new("new", "Make the folder of a new place, ready to fill") { place, area, json };
        verb.SetAction(args =>
        {
            Outcome<IReadOnlyList<string>> made = NewPlace.Make(args.GetValue(place)!, args.GetValue(area)!, TimeProvider.System);
            if (made.Refused(out Refusal? why, out IReadOnlyList<string>? files)) return Door.Refuse(why, args.GetValue(json));
            foreach (string file in files) Console.Error.WriteLine($"made {file}");
            if (args.GetValue(json)) Door.Print(new { files });
            return Door.Done;
        });
        return verb;
    }
}
