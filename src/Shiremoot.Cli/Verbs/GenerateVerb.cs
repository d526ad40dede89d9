using System.CommandLine;
using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>generate PLACE: makes people like those of a place, and the extracts its partners would send of them.</summary>
static class GenerateVerb
{
    private const int MostCareers = 100_000_000;

    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<long> people = new("--people") { Description = "How many people who have any contact with a justice agency in the years; totals scale to it", DefaultValueFactory = _ => 10_000 };
        Option<int> years = new("--years") { Description = "How many years", DefaultValueFactory = _ => 6 };
        Option<ulong> seed = new("--seed") { Description = "The same seed makes the same files", DefaultValueFactory = _ => 1 };
        Option<string?> to = new("--out") { Description = "The folder to write the extracts to" };
        Option<bool> check = new("--check") { Description = "Print every target beside what was made, and fail if they do not agree" };
        Option<string?> targets = new("--targets") { Description = "A set of targets of generate.yaml (default: its first)" };
        Option<int?> services = new("--services") { Description = "Instead of people: what each service of the model truly does to those it serves, from so many careers lived twice, with and without its effect" };
        Option<int> threads = ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("generate", "Make people like a place's, from published totals, and the extracts its partners would send of them") { place, people, years, seed, to, check, targets, services, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            if (args.GetValue(services) is { } careers) return Services(args.GetValue(place)!, args.GetValue(targets), careers, args.GetValue(seed), Math.Max(1, args.GetValue(threads)), asJson);
            if (string.IsNullOrWhiteSpace(args.GetValue(to)) && (args.GetValue(to) is not null || !args.GetValue(check)))
            {
                Console.Error.WriteLine("Give --out DIR to write the extracts, --check to compare with the targets, or both.");
                return Door.WrongUsage;
            }
            if (Shire.Generating(args.GetValue(place)!, args.GetValue(targets)).Refused(out Refusal? why, out Generation? generation)) return Door.Refuse(why, asJson);
            GenerationAsked asked = new(args.GetValue(people), args.GetValue(years), args.GetValue(seed), args.GetValue(to), Math.Max(1, args.GetValue(threads)));
            Outcome<GenerationReport> outcome;
            using (CountLine line = new()) outcome = generation.Run(asked, line.Report);
            return outcome.Refused(out why, out GenerationReport? report) ? Door.Refuse(why, asJson) : Show(report, args.GetValue(check), asJson);
        });
        return verb;
    }

    private static int Services(string place, string? set, int careers, ulong seed, int threads, bool asJson)
    {
        if (careers is < 1 or > MostCareers)
        {
            Console.Error.WriteLine($"--services takes a number of careers from 1 to {MostCareers}: 1000000 gives effects to about a tenth of a point.");
            return Door.WrongUsage;
        }
        if (Shire.Generating(place, set).Then(g => g.Services(careers, seed, threads)).Refused(out Refusal? why, out IReadOnlyList<ServiceTruth>? truths)) return Door.Refuse(why, asJson);
        if (asJson) Door.Print(new { origin = "generated", careers, seed, services = truths.Select(t => new { t.Service, t.After, t.Served, t.Outcome, t.With, t.Without, t.Difference, standardError = t.Error }) });
        else ServiceTruths(truths, careers, seed);
        return Door.Done;
    }

    private static void ServiceTruths(IReadOnlyList<ServiceTruth> truths, int careers, ulong seed)
    {
        Line($"What each service of the model truly does, per 100 people it first serves, from {careers:N0} generated careers lived twice, seed {seed}: with the service, without its effect, difference (standard error).");
        foreach (ServiceTruth t in truths)
            Line($"  {t.Service}, at {t.After} ({t.Served:N0} people), {(t.Outcome == "proven" ? "proven again (offence within a year, proof within 18 months)" : "offended again within a year")}: {t.With * 100:0.0}, {t.Without * 100:0.0}, {t.Difference * 100:+0.0;-0.0;0.0} ({t.Error * 100:0.00})");
    }

    public static Option<int> ThreadsOption() => new("--threads") { Description = "Threads at once; results are the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount };

    private static int Show(GenerationReport report, bool check, bool json)
    {
        if (json) Door.Print(Document(report));
        else Say(report, check);
        // One in a hundred lies outside by chance alone; a run fails where more do than chance allows, or one lies where chance does not reach.
        int outside = report.Targets.Count(t => !t.IsInside);
        bool agrees = report.Targets.All(t => Math.Abs(t.Z) <= 4) && outside <= Math.Max(1, Math.Ceiling(0.05 * report.Targets.Count));
        return check && !agrees ? Door.Refused : Door.Done;
    }

    private static void Say(GenerationReport report, bool check)
    {
        double share = report.Asked.People / report.FullSize;
        Line($"{report.Place}: {report.Asked.People:N0} generated people with any contact with a justice agency in {report.Asked.Years} years, seed {report.Asked.Seed}. The place would have about {report.FullSize:N0}: counts are {share:P1} of its own. Every person is generated; none is real.");
        if (report.IsLearned) Line($"Numbers learned from the stories of the place's own people lie over its model (learned.yaml): totals may then part from the targets.");
        if (report.Extracts is { } extracts)
        {
            foreach (ExtractWritten file in extracts.Files) Line($"  {file.File}: {file.Rows:N0} rows, {file.Planted:N0} of them planted to be quarantined");
            Line($"  truth.csv: {extracts.References:N0} references; truth-kin.csv: {extracts.Kin:N0} ties. For tests only. truth-model.json: every coefficient.");
        }
        if (!check) return;
        Line($"{(report.Set.Length > 0 ? "Targets of the set " + report.Set : "Targets")}: target at this size, made, difference, difference in standard errors");
        foreach (TargetMade made in report.Targets)
            Line($"  {made.Target.Title}: {Figure(made, made.Expected)}, {Figure(made, made.Made)}, {(made.Made / made.Expected) - 1:+0.0%;-0.0%;0.0%}, {made.Z:+0.00;-0.00;0.00}{(made.IsInside ? "" : "  outside the 99% interval")} [{made.Target.Source}]");
        Line($"{report.Targets.Count(t => t.IsInside)} of {report.Targets.Count} targets lie inside the 99% sampling interval; the largest difference is {report.LargestZ:0.00} standard errors.");
        foreach (TargetLeftOut left in report.NotCompared) Line($"Not compared: {left.Target.Title} {left.Why}.");
        if (report.Mistakes.Count > 0) Console.Out.WriteLine("Mistakes made, as counted while writing, by agency (of its registrations; the setting):");
        foreach (MistakeShare mistake in report.Mistakes) Line($"  {mistake.Agency} {mistake.Mistake}: {(double)mistake.Made / mistake.Registrations:P2} of {mistake.Registrations:N0} ({mistake.Setting:P2})");
        foreach (string assumption in report.Assumptions) Line($"Assumption: {assumption}");
    }

    private static string Figure(TargetMade made, double value) => made.Target.Unit switch
    {
        TargetUnit.Share => value.ToString("P2", CultureInfo.InvariantCulture),
        TargetUnit.Days => value.ToString("0.00", CultureInfo.InvariantCulture) + " days",
        _ => value.ToString("N1", CultureInfo.InvariantCulture),
    };

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static object Document(GenerationReport report) => new
    {
        place = report.Place,
        origin = "generated",
        learned = report.IsLearned,
        targetSet = report.Set,
        report.Asked.People,
        report.Asked.Years,
        report.Asked.Seed,
        peopleAtFullSize = report.FullSize,
        targets = report.Targets.Select(t => new { t.Target.Id, t.Target.Title, t.Target.Unit, published = t.Target.Value, target = t.Expected, made = t.Made, difference = t.Made - t.Expected, standardError = t.StandardError, z = t.Z, inside99 = t.IsInside, t.Target.Fits, t.Target.Source }),
        notCompared = report.NotCompared.Select(t => new { t.Target.Id, t.Target.Title, t.Why }),
        inside99 = report.Targets.Count(t => t.IsInside),
        report.LargestZ,
        extracts = report.Extracts?.Files.Select(f => new { f.Layout, f.File, f.Rows, f.Planted, f.Bytes }),
        references = report.Extracts?.References,
        mistakes = report.Mistakes.Select(m => new { m.Agency, m.Mistake, m.Setting, m.Made, m.Registrations }),
        report.Assumptions,
    };
}
