using System.CommandLine;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>budget CONTRACT.yaml: a negotiated budget or gain share, party by party, with its risks; beside others.</summary>
static class BudgetVerb
{
    public static Command Make()
    {
        Argument<string> file = new("CONTRACT") { Description = "The contract file, for example places/north-yorkshire/contracts/youth-custody.yaml" };
        Option<string?> futures = new("--futures") { Description = "A result of 'simulate' as CSV with run, arm, year, series, value (default: the contract's own draws)" };
        Option<string?> arm = new("--arm") { Description = "The option of the result, where it has several" };
        Option<int> runs = new("--runs") { Description = "How often to draw the contract's own demand", DefaultValueFactory = _ => 10_000 };
        Option<ulong> seed = new("--seed") { Description = "The same seed gives the same draws", DefaultValueFactory = _ => 1 };
        Option<string[]> beside = new("--beside") { Description = "Further contracts to set beside it", AllowMultipleArgumentsPerToken = true };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("budget", "What a devolved budget or a gain share comes to, for whom, and how likely") { file, futures, arm, runs, seed, beside, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            BudgetOptions options = new() { Runs = args.GetValue(runs), Seed = args.GetValue(seed), Threads = Math.Max(1, args.GetValue(threads)), Arm = args.GetValue(arm) };
            List<BudgetResult> results = [];
            foreach (string path in (string[])[args.GetValue(file)!, .. args.GetValue(beside) ?? []])
            {
                if (Shire.BudgetOfFile(path, args.GetValue(futures), options).Refused(out Refusal? why, out BudgetResult? result)) return Door.Refuse(why, asJson);
                results.Add(result);
            }
            if (asJson) Door.Print(BudgetJson.Of(results[0], [.. results.Skip(1)]));
            else BudgetText.Print(results);
            return Door.Done;
        });
        return verb;
    }
}
