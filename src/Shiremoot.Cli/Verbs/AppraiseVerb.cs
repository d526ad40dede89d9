using System.CommandLine;
using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>appraise OPTION.yaml: what an option costs and brings, whom and when; with --explain, one number as a sum.</summary>
static class AppraiseVerb
{
    public static Command Make()
    {
        Argument<string> file = new("OPTION") { Description = "The option file, for example places/west-midlands/options/offender-management.yaml" };
        Option<string?> place = new("--place") { Description = "The place whose unit costs, evidence and measures it uses (default: the place whose folder 'options' holds the file)" };
        Option<string?> year = new("--year") { Description = "The price year to show (default: the option's own)" };
        Option<string?> explain = new("--explain") { Description = "One number as a sum that can be followed: a figure, an outcome, a cost, an agency or an assumption, by its name" };
        Option<int> runs = new("--runs") { Description = "How often to draw the uncertain numbers; 0 for not at all", DefaultValueFactory = _ => 100_000 };
        Option<ulong> seed = new("--seed") { Description = "The same seed gives the same draws", DefaultValueFactory = _ => 1 };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("appraise", "What an option costs and brings, whom and when") { file, place, year, explain, runs, seed, threads, store, json };
        verb.SetAction(args =>
        {
            (string path, bool asJson) = (args.GetValue(file)!, args.GetValue(json));
            int Told(Outcome<Appraisal> outcome) => outcome.Refused(out Refusal? why, out Appraisal? appraisal) ? Door.Refuse(why, asJson) : Tell(appraisal, args.GetValue(explain), new() { Draws = args.GetValue(runs), Seed = args.GetValue(seed), Threads = Math.Max(1, args.GetValue(threads)) }, asJson);
            string? home = args.GetValue(place) ?? Shire.PlaceOfOption(path);
            return home is null
                ? Told(Shire.AppraiseAlone(path, args.GetValue(year)))
                : Door.WithShire(home, args.GetValue(store), null, asJson, shire => Told(shire.Appraise(path, args.GetValue(year))));
        });
        return verb;
    }

    private static int Tell(Appraisal appraisal, string? explain, MonteCarloOptions options, bool json)
    {
        if (explain is not null) return TellSum(appraisal, explain, json);
        AppraisalRuns? runs = null;
        if (options.Draws != 0 && AppraisalRuns.CanDraw(appraisal) && AppraisalRuns.Of(appraisal, options).Refused(out Refusal? why, out runs)) return Door.Refuse(why, json);
        if (json) Door.Print(AppraisalJson.Of(appraisal, runs));
        else AppraisalWords.Print(appraisal, runs);
        return Door.Done;
    }

    private static int TellSum(Appraisal appraisal, string explain, bool json)
    {
        if (appraisal.Explain(explain).Refused(out Refusal? why, out WorkedSum? sum)) return Door.Refuse(why, json);
        if (json) Door.Print(sum);
        else
        {
            Console.Out.WriteLine(sum.Title);
            foreach (string line in sum.Lines) Console.Out.WriteLine($"  {line}");
        }
        return Door.Done;
    }
}
