using Shiremoot.Spine;

namespace Shiremoot.Cli;

/// <summary>A linking as one JSON document.</summary>
static class LinkJson
{
    public static object Of(LinkRun run, LinkExplanation? explained)
    {
        Linked linked = run.Linked;
        LinkReport report = LinkReport.Of(linked);
        return new
        {
            model = linked.Model.Id,
            records = linked.Table.Count,
            sources = linked.Table.SourceNames,
            people = linked.Clusters.Where((c, r) => c == r).Count(),
            pairsCompared = linked.ComparedPairs,
            prior = linked.Model.Prior,
            thresholdBits = linked.Threshold,
            estimate = new { linked.Estimate.Precision, linked.Estimate.Recall, linked.Estimate.F1 },
            keptApart = linked.KeptApart.CountBy(k => k.Why).ToDictionary(k => k.Key.ToString(), k => k.Value),
            thresholds = report.Thresholds.Select(t => new { t.Bits, t.Pairs, t.Precision, t.Recall, t.F1 }),
            recordsPerPerson = linked.Clusters.CountBy(c => c).CountBy(c => c.Value).OrderBy(s => s.Key).Select(s => new { records = s.Key, people = s.Value }),
            blocking = report.Blocking.Select(b => new { b.Rule, b.Pairs, b.NewPairs, b.Share, b.NewShare, b.OnlyShare, b.LargestBlock, tooLarge = b.KeysCut, largestTooLarge = b.LargestCut }),
            foundByBlockingAtMost = report.FoundShare,
            learned = linked.Learned?.Rules.Select(r => new { r.Rule, r.Pairs, r.Share, rounds = r.Rounds.Count, shares = r.Rounds }),
            comparisons = report.Comparisons.Select(c => new { c.Name, c.Untold, levels = c.Levels.Select(l => new { l.When, l.Says, l.M, l.U, bits = double.IsFinite(l.Bits) ? l.Bits : (double?)null, l.Pairs }) }),
            truth = run.Check is not { } check ? null : new
            {
                chosen = Accuracy(linked.Threshold, check.Chosen),
                best = Accuracy(check.Best.Threshold, check.Best.Accuracy),
                gap = Math.Max(0, check.Best.Accuracy.F1 - check.Chosen.F1),
                blockingRecall = check.ComparedOfTrue,
                byThreshold = check.ByThreshold.Select(t => Accuracy(t.Threshold, t.Accuracy)),
                bands = check.Bands,
            },
            kin = run.Kin.Select(k => new { k.Kinship, k.Pairs, k.Joined, k.Share }),
            explained = explained is null ? null : new { explained.Bits, explained.Probability, explained.Context, explained.PriorBits, explained.TermBits, cautions = explained.Cautions.Select(c => new { c.Name, c.Bits }), explained.Steps, explained.Rules, joined = explained.AreJoined },
            written = run.Written,
            seconds = linked.Times.ToDictionary(t => t.Stage, t => t.Seconds),
            processorSeconds = Environment.CpuUsage.TotalTime.TotalSeconds,
            peakBytes = System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64,
        };
    }

    private static object Accuracy(double threshold, LinkAccuracy at) => new { threshold, at.Precision, at.Recall, at.F1, at.TruePairs, at.JoinedPairs, at.RightPairs, bCubedPrecision = at.BCubedPrecision, bCubedRecall = at.BCubedRecall, bCubedF1 = at.BCubedF1 };
}
