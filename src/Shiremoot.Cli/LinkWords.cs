using System.Globalization;
using Shiremoot.Spine;

namespace Shiremoot.Cli;

/// <summary>A linking in words.</summary>
static class LinkWords
{
    public static void Say(LinkRun run, LinkExplanation? explained)
    {
        Linked linked = run.Linked;
        int people = linked.Clusters.Where((c, r) => c == r).Count();
        Line($"{linked.Table.Count:N0} records are of {people:N0} people. {linked.ComparedPairs:N0} pairs compared ({(double)linked.ComparedPairs / linked.Table.Count:0.0} a record).");
        Line($"Joined at {linked.Threshold:0.0} bits{(run.Asked.Threshold is null && linked.Model.Threshold is null ? ", as likely as not: chosen without labels" : "")}. Thought to be right: {linked.Estimate.Precision:P1} of joined pairs; thought to be found: {linked.Estimate.Recall:P1} of pairs compared (F1 {linked.Estimate.F1:0.0000}).");
        if (linked.KeptApart.Count > 0) Line($"{linked.KeptApart.Count:N0} pairs sure enough to join were kept apart and are for review: {string.Join(", ", linked.KeptApart.CountBy(k => k.Why).OrderBy(k => k.Key).Select(k => $"{k.Value:N0} {Why(k.Key)}"))}.");
        Blocking(linked);
        if (linked.Learned is { } learned)
        {
            Console.Out.WriteLine("Learned, by rule: pairs, share of one person, rounds until it settled");
            foreach (RuleLearned rule in learned.Rules) Line($"  {rule.Rule,-48} {rule.Pairs,12:N0} {rule.Share,8:P2} {rule.Rounds.Count,4}");
        }
        if (run.Check is { } check) Say(check, linked);
        foreach (KinJoined kin in run.Kin) Line($"Pairs of records of a {kin.Kinship} wrongly joined: {kin.Joined:N0} of {kin.Pairs:N0} ({kin.Share:P2})");
        if (explained is not null) Explain(explained, linked);
        foreach (string written in run.Written) Console.Out.WriteLine(written);
        Line($"Took {string.Join(", ", linked.Times.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Stage} {t.Seconds:0.00} s")))}; processor time of the whole run so far {Environment.CpuUsage.TotalTime.TotalSeconds:0.00} s; peak memory {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB.");
    }

    private static void Blocking(Linked linked)
    {
        Console.Out.WriteLine("Blocking, by rule: pairs new with it, largest block, blocks too large to be taken pair by pair");
        foreach (BlockedBy rule in linked.Blocking) Line($"  {rule.Rule,-48} {rule.NewPairs,12:N0} {rule.LargestBlock,8:N0} {rule.TooLarge,6:N0}{(rule.TooLarge > 0 ? $" (more than {linked.Model.MostInBlock:N0} records: too common a key to tell people apart; only records alike in every field are paired there)" : "")}");
    }

    private static void Say(LinkCheck check, Linked linked)
    {
        Line($"Against the truth: precision {check.Chosen.Precision:0.0000}, recall {check.Chosen.Recall:0.0000}, F1 {check.Chosen.F1:0.0000} over {check.Chosen.TruePairs:N0} true pairs; B-cubed {check.Chosen.BCubedPrecision:0.0000}, {check.Chosen.BCubedRecall:0.0000}, F1 {check.Chosen.BCubedF1:0.0000}. Blocking brought together {check.ComparedOfTrue:P2} of true pairs.");
        Line($"The best threshold with labels: {check.Best.Threshold:0.0} bits, F1 {check.Best.Accuracy.F1:0.0000}; the gap is {Math.Max(0, check.Best.Accuracy.F1 - check.Chosen.F1):0.0000}.");
        Console.Out.WriteLine("Threshold in bits: precision, recall, F1, B-cubed F1");
        foreach ((double threshold, LinkAccuracy at) in check.ByThreshold) Line($"  {threshold,5:0.0} {at.Precision:0.0000} {at.Recall:0.0000} {at.F1:0.0000} {at.BCubedF1:0.0000}");
        Console.Out.WriteLine("Pairs by probability: pairs, expected share, true share");
        foreach (LikelihoodBand band in check.Bands) Line($"  {band.From:0.00}-{band.Until:0.00} {band.Pairs,12:N0} {band.Expected:0.000} {band.True:0.000}");
    }

    private static void Explain(LinkExplanation why, Linked linked)
    {
        Line($"{Named(linked, why.A)} and {Named(linked, why.B)}: {why.Bits:+0.00;-0.00} bits, a probability of {why.Probability:0.000000}; {(why.AreJoined ? "one person" : "not joined")}.");
        Line($"  {"before anything is compared" + (why.Context is { } c ? $", among {c}" : ""),-70} {why.PriorBits,8:+0.00;-0.00}");
        double sum = why.PriorBits;
        foreach (ExplainedStep step in why.Steps) Line($"  {step.Comparison + ": " + step.Level,-70} {step.Bits,8:+0.00;-0.00} {sum += step.Bits,8:+0.00;-0.00}   [{step.ValueA} | {step.ValueB}]");
        if (why.TermBits != 0) Line($"  {"how rare the shared values are",-70} {why.TermBits,8:+0.00;-0.00} {sum += why.TermBits,8:+0.00;-0.00}");
        foreach ((string name, double bits) in why.Cautions) Line($"  {"for caution: " + name,-70} {-bits,8:+0.00;-0.00} {sum -= bits,8:+0.00;-0.00}");
        Line($"  Blocking rules they agree on: {(why.Rules.Count == 0 ? "none" : string.Join("; ", why.Rules))}");
    }

    private static string Named(Linked linked, int record) =>
        linked.Table.SourceNames.Count > 1 ? $"{linked.Table.SourceNames[linked.Table.Sources[record]]}/{linked.Table.Id(record)}" : linked.Table.Id(record);

    private static string Why(ApartFor why) => why switch
    {
        ApartFor.OneASource => "would put two records of a source that holds nobody twice in one person",
        ApartFor.OnePerPerson => "would give one person two numbers of which a person has one",
        ApartFor.Decided => "were decided to be of different people",
        _ => "are spoken against by most pairs between the two",
    };

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
