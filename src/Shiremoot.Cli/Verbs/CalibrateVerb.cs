using System.CommandLine;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>calibrate PLACE: finds the numbers a place's model leaves open, and writes them to its calibration.yaml; with --from-stories, what the place's own people's stories say of its model.</summary>
static class CalibrateVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> afresh = new("--afresh") { Description = "Begin from the model's own numbers, not from an earlier calibration" };
        Option<bool> fromStories = new("--from-stories") { Description = "Instead: find numbers of the model in the stories of the place's own people" };
        Option<string?> to = new("--out") { Description = "With --from-stories: the file to write them to, as a layer to be laid over the model; in the place's folder as learned.yaml it is used" };
        Option<string?> targets = new("--targets") { Description = "With --from-stories: a set of targets of generate.yaml (default: its first)" };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("calibrate", "Find the numbers that a place's model leaves open, so that the targets of generate.yaml come out") { place, afresh, fromStories, to, targets, threads, store, json };
        verb.SetAction(args =>
        {
            if (args.GetValue(fromStories))
                return Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire => LearnedRun.Tell(shire.LearnFromStories(args.GetValue(targets)), args.GetValue(to), args.GetValue(json)));
            if (args.GetValue(to) is not null)
            {
                Console.Error.WriteLine("--out goes with --from-stories; without it calibrate writes the place's calibration.yaml.");
                return Door.WrongUsage;
            }
            if (Shire.Generating(args.GetValue(place)!, null).Refused(out Refusal? why, out Generation? generation)) return Door.Refuse(why, args.GetValue(json));
            Outcome<IReadOnlyList<(string Set, Calibrated Found)>> outcome = generation.Calibrate(Math.Max(1, args.GetValue(threads)), args.GetValue(afresh),
                (set, round) => Console.Error.WriteLine($"{(set.Length > 0 ? set + ": " : "")}{round.Careers:N0} careers, largest gap {round.LargestGap:P3} ({round.Worst})"));
            if (outcome.Refused(out why, out IReadOnlyList<(string Set, Calibrated Found)>? found)) return Door.Refuse(why, args.GetValue(json));
            if (args.GetValue(json)) Door.Print(new { sets = found.Select(f => new { f.Set, f.Found.Careers, f.Found.LargestGap, f.Found.PeopleAtFullSize, f.Found.Fitted }) });
            else foreach ((string set, Calibrated calibrated) in found) Console.Out.WriteLine($"{(set.Length > 0 ? set + ": " : "")}{calibrated.Fitted.Count} numbers found over {calibrated.Careers:N0} careers; the largest gap left is {calibrated.LargestGap:P3}. Written to {CalibrationFile.Name}.");
            return Door.Done;
        });
        return verb;
    }
}
