using System.CommandLine;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>run PLACE: the main job. Takes in what there is, draws the picture and the costs, and with --serve opens the web app.</summary>
static class RunVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<bool> serve = new("--serve") { Description = "Then open the web app" };
        Option<string?> urls = ServeVerb.UrlsOption();
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("run", "Take in the data, draw the picture and the costs, and open the web app") { place, serve, urls, store, data, json };
        verb.SetAction(args =>
        {
            int ended = Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire => Run(shire, args.GetValue(json)));
            return ended == Door.Done && args.GetValue(serve) ? ServeVerb.Serve(args.GetValue(place)!, args.GetValue(urls), args.GetValue(store), args.GetValue(data)) : ended;
        });
        return verb;
    }

    private static int Run(Shire shire, bool json)
    {
        Outcome<IReadOnlyList<TakenIn>> outcome = TakeInVerb.TakeIn(shire, [], check: false, approve: false);
        if (outcome.Refused(out Refusal? why, out IReadOnlyList<TakenIn>? taken)) return Door.Refuse(why, json);
        foreach (TakenIn one in taken) Console.Error.WriteLine(TakeInVerb.Line(one, check: false));
        bool anyRefused = taken.Any(t => t.Outcome.IsRefused && !t.IsAwaited);
        if (DrawnMeasures.Draw(shire, [], [], null).Refused(out why, out IReadOnlyList<DrawnMeasure>? drawn)) return Door.Refuse(why, json);
        Console.Error.WriteLine($"{shire.Place.Title}: {drawn.Count} measures drawn. {shire.Disclosure.Label}.");
        if (json) RunJson.Print(shire, taken, drawn);
        else foreach (DrawnMeasure one in drawn.Where(d => d.OfPeople is not null)) TableText.Print(one.Table);
        return anyRefused ? Door.Refused : Door.Done;
    }
}
