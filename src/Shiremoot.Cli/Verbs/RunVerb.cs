using System.CommandLine;
using System.Globalization;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>run PLACE: the main job. Takes in what there is, links its people, draws the picture and the costs, and with --serve opens the web app.</summary>
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
        Command verb = new("run", "Take in the data, link its people, draw the picture and the costs, and open the web app") { place, serve, urls, store, data, json };
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
        Link(shire);
        if (DrawnMeasures.Draw(shire, [], [], null).Refused(out why, out IReadOnlyList<DrawnMeasure>? drawn)) return Door.Refuse(why, json);
        Console.Error.WriteLine($"{shire.Place.Title}: {drawn.Count} measures drawn. {shire.Disclosure.Label}.");
        if (json) RunJson.Print(shire, taken, drawn);
        else foreach (DrawnMeasure one in drawn.Where(d => d.OfPeople is not null)) TableText.Print(one.Table);
        return anyRefused ? Door.Refused : Door.Done;
    }

    // A place without records of people, or whose records cannot be linked, still has its picture.
    private static void Link(Shire shire)
    {
        if (!shire.HasPeople) return;
        using ProgressLine progress = new();
        Outcome<SpineRun> run = shire.BuildSpine(progress.Say);
        progress.Dispose();
        Console.Error.WriteLine(run.Refused(out Refusal? why, out SpineRun? spine) ? $"The spine was not built. {why}" : Line(shire, spine));
    }

    private static string Line(Shire shire, SpineRun run) => string.Create(CultureInfo.InvariantCulture,
        $"{shire.Disclosure.Protect(run.Build.Records)} records are of {shire.Disclosure.Protect(run.Build.People)} people; {100 * run.Build.Errors.FalseShare:0.0}% of joined pairs expected to be wrong; ")
        + (run.IsChanged ? $"build {run.Build.Id}, {run.Build.Kind.ToString().ToLowerInvariant()} ({string.Join(", ", run.Times.Where(t => t.Seconds >= 0.05).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Step} {t.Seconds:0.0} s")))})." : "nothing changed.");
}
