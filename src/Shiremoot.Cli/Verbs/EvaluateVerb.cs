using System.CommandLine;
using System.CommandLine.Parsing;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>evaluate FILE --treated C --outcome C --covariates C,C...: the effect of a service, from any tabular file.</summary>
static class EvaluateVerb
{
    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A table with a row for each person" };
        Option<string?> treated = new("--treated") { Description = "The column that says who had the service (0 and 1, no and yes), or COLUMN=VALUE" };
        Option<string?> outcome = new("--outcome") { Description = "The column of what came of it: 0 and 1, a count or a number" };
        Option<string[]> covariates = Listed("--covariates", "What was known of people before the service began: C,C...");
        Option<string?> time = new("--time") { Description = "The column of the time to the outcome or to the end of follow-up" };
        Option<double[]> at = new("--at") { Description = "Days by which shares are told, with --time", AllowMultipleArgumentsPerToken = true };
        Option<string?> unless = new("--unless") { Description = "The column that says whether something else came first and ended the chance, with --time" };
        Option<string> kind = Chosen("--kind", "What the outcome is; otherwise seen from its values", "", ["binary", "count", "number", "time"]);
        Option<string> method = Chosen("--method", "How people are made alike", "weighting", ["weighting", "nearest", "with-replacement", "radius", "entropy", "overlap"]);
        Option<string> estimand = Chosen("--estimand", "For whom the effect is told", "att", ["att", "ate", "overlap"]);
        Option<double?> caliper = new("--caliper") { Description = "The furthest match, in standard deviations of the distance" };
        Option<string> distance = Chosen("--distance", "What matches are near in", "score", ["score", "logit"]);
        Option<string[]> exact = Listed("--exact", "Columns on which matches must agree: C,C...");
        Option<string[]> levels = Listed("--levels", "Covariates to take as groups although they are numbers: C,C...");
        Option<int> ratio = new("--ratio") { Description = "How many are matched with each, at most", DefaultValueFactory = _ => 1 };
        Option<string> order = Chosen("--order", "Whose turn is first in nearest matching", "largest", ["largest", "random"]);
        Option<string> side = Chosen("--side", "'lower' takes the next lower score instead of the nearest, as MatchIt 4.5.1 does as Debian builds it", "nearest", ["nearest", "lower"]);
        Option<ulong> seed = new("--seed") { Description = "Of what is drawn by chance", DefaultValueFactory = _ => 1 };
        Option<int> least = new("--least") { Description = "The fewest people who had the service for a headline", DefaultValueFactory = _ => HeadlineLimits.Usual.LeastTreated };
        Option<string?> protocol = new("--protocol") { Description = "A file that says all this; it is registered before outcomes are read" };
        Option<string?> to = new("--out") { Description = "A file to write each row's score and weight to, as CSV" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Option[] said = [treated, outcome, covariates, time, at, unless, kind, method, estimand, caliper, distance, exact, levels, ratio, order, side, seed, least];
        Command verb = new("evaluate", "The effect of a service, from any table of people") { file, treated, outcome, covariates, time, at, unless, kind, method, estimand, caliper, distance, exact, levels, ratio, order, side, seed, least, protocol, to, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            string path = args.GetValue(file)!;
            string? written = args.GetValue(to);
            if (FileOut.Refuse([("--out", written)], [path, args.GetValue(protocol)]) is { } unwritable) return Door.Refuse(unwritable, asJson);
            if (args.GetValue(protocol) is { } named)
            {
                if (said.Where(o => args.GetResult(o) is { Implicit: false }).Select(o => o.Name).ToArray() is { Length: > 0 } both) return Door.Refuse(Refusals.SaidByProtocol(both), asJson);
                if (EvaluationProtocol.Read(named).Refused(out Refusal? why, out EvaluationProtocol? read)) return Door.Refuse(why, asJson);
                EvaluationQuestion asked = read.Question with { Threads = Math.Max(1, args.GetValue(threads)) };
                return Tell(EvaluationRegister.Evaluate(path, read, TimeProvider.System, asked), written, asJson);
            }
            if (args.GetValue(treated) is not { } column || args.GetValue(outcome) is not { } came)
            {
                Console.Error.WriteLine("Give --treated, --outcome and --covariates, or --protocol.");
                return Door.WrongUsage;
            }
            (string had, string? value) = Pair(column);
            string by = args.GetValue(method)!, whom = args.GetValue(estimand)!;
            if (by == "overlap") (by, whom) = ("weighting", "overlap");
            EvaluationQuestion question = new(had, came, Split(args.GetValue(covariates)))
            {
                TreatedValue = value,
                Time = args.GetValue(time),
                At = args.GetValue(at) ?? [],
                Unless = args.GetValue(unless),
                Kind = args.GetValue(kind) switch { "binary" => OutcomeKind.Binary, "count" => OutcomeKind.Count, "number" => OutcomeKind.Number, "time" => OutcomeKind.Time, _ => null },
                Method = Enum.GetValues<EvaluationMethod>().First(m => EvaluationWords.Name(m) == by),
                Estimand = Enum.GetValues<Estimand>().First(e => EvaluationWords.Name(e) == whom),
                Caliper = args.GetValue(caliper),
                OnLogit = args.GetValue(distance) == "logit",
                Exact = Split(args.GetValue(exact)),
                Levels = Split(args.GetValue(levels)),
                Ratio = args.GetValue(ratio),
                Order = args.GetValue(order) == "random" ? MatchingOrder.Random : MatchingOrder.Largest,
                TakesLower = args.GetValue(side) == "lower",
                Seed = args.GetValue(seed),
                Limits = HeadlineLimits.Usual with { LeastTreated = args.GetValue(least) },
                Threads = Math.Max(1, args.GetValue(threads)),
            };
            return Tell(Evaluation.Of(path, question), written, asJson);
        });
        return verb;
    }

    private static int Tell(Outcome<EvaluationResult> outcome, string? to, bool json)
    {
        if (outcome.Refused(out Refusal? why, out EvaluationResult? result)) return Door.Refuse(why, json);
        List<string> written = [];
        if (to is not null)
        {
            if (EvaluateFile.Write(result, to).Refused(out why, out string? line)) return Door.Refuse(why, json);
            written.Add(line);
        }
        if (json) Door.Print(EvaluateJson.Of(result, written));
        else EvaluateWords.Say(result, written);
        return Door.Done;
    }

    private static Option<string> Chosen(string name, string description, string usual, string[] choices)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }

    private static Option<string[]> Listed(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string[] Split(string[]? given) => [.. (given ?? []).SelectMany(g => g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static (string Column, string? Value) Pair(string given)
    {
        int at = given.LastIndexOf('=');
        return at > 0 && at < given.Length - 1 ? (given[..at].Trim(), given[(at + 1)..].Trim()) : (given, null);
    }
}
