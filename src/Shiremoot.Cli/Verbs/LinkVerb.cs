using System.CommandLine;
using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>link FILE [FILE]: finds which records of any tabular file are of one person.</summary>
static class LinkVerb
{
    public static Command Make()
    {
        Argument<string[]> files = new("FILE") { Description = "One file to find people in, or several to find them across", Arity = ArgumentArity.OneOrMore };
        Option<string?> model = new("--model") { Description = "The linkage model; learned from the data where it holds no numbers" };
        Option<string?> clusters = new("--out") { Description = "Write a line a record: source, id, person" };
        Option<string?> pairs = new("--pairs") { Description = "Write the pairs behind the clusters, with probability and levels" };
        Option<double> least = new("--least") { Description = "The least probability of pairs written", DefaultValueFactory = _ => 0.1 };
        Option<string?> truth = new("--truth") { Description = "Who is who, to measure by: a column, a file, or a pattern of the ids between slashes with a group" };
        Option<string?> kin = new("--kin") { Description = "With --truth: a file of who is whose twin, sibling, parent or partner; says how many were taken for one person" };
        Option<string?> learn = new("--learn") { Description = "Write the model with all that was learned" };
        Option<bool> suggest = new("--suggest") { Description = "Suggest a first model from the data: fields, comparisons and blocking keys (to --learn FILE, or printed)" };
        Option<string[]> explain = new("--explain") { Description = "Explain a pair of records by their ids", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        Option<bool> oneToOne = new("--one-to-one") { Description = "Each file holds nobody twice" };
        Option<string[]> without = new("--without") { Description = "Leave a field out", AllowMultipleArgumentsPerToken = false };
        Option<double?> threshold = new("--threshold") { Description = "Bits from which a pair may join (log2 of the odds); default: as likely as not" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("link", "Find which records are of one person") { files, model, clusters, pairs, least, truth, kin, learn, suggest, explain, oneToOne, without, threshold, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            using LinkLine line = new();
            LinkOptions options = new() { Threads = Math.Max(1, args.GetValue(threads)), Nicknames = Shire.Nicknames(), Progress = line.Report };
            if (Refused(args, files, model, clusters, pairs, least, truth, kin, learn, suggest, [explain, oneToOne, without, threshold]) is { } misused) return Door.Refuse(misused, asJson);
            if (args.GetValue(suggest)) return Suggest(args.GetValue(files)!, args.GetValue(learn), options, asJson);
            if (args.GetValue(model) is not { } modelFile)
            {
                Console.Error.WriteLine("Give --model M.yaml, or --suggest to be given a first one from the data.");
                return Door.WrongUsage;
            }
            LinkAsked asked = new(args.GetValue(files)!, modelFile, args.GetValue(oneToOne), args.GetValue(without) ?? [], args.GetValue(threshold), options);
            if (LinkRun.Of(asked).Refused(out Refusal? why, out LinkRun? run)) return Door.Refuse(why, asJson);
            line.Dispose();
            if (run.Measure(args.GetValue(truth), args.GetValue(kin)) is { } unmeasured) return Door.Refuse(unmeasured, asJson);
            if (run.Write(args.GetValue(clusters), args.GetValue(pairs), args.GetValue(least), args.GetValue(learn)) is { } unwritten) return Door.Refuse(unwritten, asJson);
            LinkExplanation? explained = null;
            if (args.GetValue(explain) is [var a, var b] && LinkExplanation.Of(run.Linked, a, b).Refused(out why, out explained)) return Door.Refuse(why, asJson);
            if (asJson) Door.Print(LinkJson.Of(run, explained));
            else LinkWords.Say(run, explained);
            return Door.Done;
        });
        return verb;
    }

    // What is asked for in vain, or would be written where it must not be: told before any work is done.
    private static Refusal? Refused(ParseResult args, Argument<string[]> files, Option<string?> model, Option<string?> clusters, Option<string?> pairs, Option<double> least, Option<string?> truth, Option<string?> kin, Option<string?> learn, Option<bool> suggest, Option[] ofLinking)
    {
        bool IsGiven(Option option) => args.GetResult(option) is { Implicit: false };
        if (args.GetValue(suggest) && ((Option[])[model, clusters, pairs, least, truth, kin, .. ofLinking]).Where(IsGiven).ToList() is { Count: > 0 } vain) return Refusals.NotWithSuggest(vain.Select(o => o.Name));
        if (IsGiven(kin) && !IsGiven(truth)) return Refusals.KinWithoutTruth();
        if (IsGiven(least) && !IsGiven(pairs)) return Refusals.LeastWithoutPairs();
        if (args.GetValue(least) is not (>= 0 and <= 1) and var given) return Refusals.NotAProbability("--least", given);
        return FileOut.Refuse([("--out", args.GetValue(clusters)), ("--pairs", args.GetValue(pairs)), ("--learn", args.GetValue(learn))], [.. args.GetValue(files)!, args.GetValue(truth), args.GetValue(kin)])
            ?? FileOut.Refuse([("--out", args.GetValue(clusters)), ("--pairs", args.GetValue(pairs))], [args.GetValue(model)]);
    }

    private static int Suggest(string[] files, string? to, LinkOptions options, bool json)
    {
        if (LinkSuggestion.For(files, options).Refused(out Refusal? why, out LinkSuggestion? suggestion)) return Door.Refuse(why, json);
        string text = LinkModelText.Write(suggestion.Model, "Suggested from the data. Look at it, put right what was guessed wrong, and run link --model with it.");
        if (to is not null && FileOut.WriteText(text, to) is { } unwritten) return Door.Refuse(unwritten, json);
        if (json)
        {
            Door.Print(new { model = text, suggestion.Notes, keys = suggestion.Keys.Select(k => new { rule = k.Rule.ToString(), k.Pairs, k.Recall, chosen = k.IsChosen }) });
            return Door.Done;
        }
        TextWriter words = to is null ? Console.Error : Console.Out;
        foreach (string note in suggestion.Notes) words.WriteLine(note);
        words.WriteLine("Blocking keys: pairs that agree on each, and the share of likely pairs among them (* chosen)");
        foreach (KeyCandidate key in suggestion.Keys.Take(30)) words.WriteLine($"  {(key.IsChosen ? '*' : ' ')} {key.Rule,-50} {key.Pairs,12:N0} {key.Recall,8:P1}");
        if (to is null) Console.Out.Write(text);
        else words.WriteLine($"The model is in {to}. Next: ./shiremoot link {string.Join(' ', files)} --model {to} --out clusters.csv");
        return Door.Done;
    }
}
