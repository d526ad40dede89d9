using Shiremoot.Picture.Pathways;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Draws how the cases of a file move from stage to stage.</summary>
public static class PathwayDrawing
{
    private const int StepsOfAVariant = 1_000, StepsDrawn = 8, WidestStep = 8;

    /// <summary>Draws network, variants and what else is asked. Refused if a name is not of the log (PICTURE-64, 65) or the path cannot be read (PICTURE-60 to 63).</summary>
    /// <param name="log">The events.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="progress">Told what is done.</param>
    public static Outcome<PathwayPicture> Draw(EventLog log, PathwayQuestion question, Action<string, long, long>? progress = null)
    {
        EventColumns columns = log.Columns;
        int threads = Math.Max(1, question.Threads);
        PathAutomaton? path = null;
        if (Find("--before", question.Before, columns).Refused(out Refusal? why, out int before)) return why;
        if (Find("--from", question.From, columns).Refused(out why, out int from)) return why;
        if (Find("--to", question.To, columns).Refused(out why, out int to)) return why;
        if (question.Path is { } given && PathAutomaton.Read(given.Written, columns.Names, given.Unseen).Refused(out why, out path)) return why;

        progress?.Invoke("drawing the network", 0, 0);
        Network network = Network.Of(columns, threads);
        progress?.Invoke("counting variants", 0, 0);
        Variants variants = Variants.Of(columns, threads);
        progress?.Invoke("comparing with the path", 0, 0);
        Conformance? conformance = path is null ? null : Conformance.Of(columns, variants, path, threads);
        return new PathwayPicture
        {
            Log = log,
            Seconds = Range(columns),
            Stages = StagesOf(columns, network.Stages),
            Moves = MovesOf(columns, network),
            VariantCount = variants.All.Length,
            Variants = VariantsOf(columns, variants, conformance?.OfVariant),
            Flows = [.. StepFlows.Of(columns, variants, StepsDrawn, WidestStep).Select(f => FlowOf(columns, f))],
            Between = from < 0 ? null : BetweenOf(columns, Between.Of(columns, from, to)),
            Before = before < 0 ? null : BeforeOf(columns, Before.Of(columns, before, threads)),
            Conformance = conformance is null ? null : ConformanceOf(question.Path!, conformance),
        };
    }

    // -1 where nothing is asked.
    private static Outcome<int> Find(string option, string? name, EventColumns log)
    {
        if (name is null) return -1;
        for (int a = 0; a < log.Names.Count; a++)
            if (log.Names[a] == name) return a;
        return PathwayRefusals.NoSuchActivity(option, name, log.Names);
    }

    private static (long, long) Range(EventColumns log)
    {
        (long first, long last) = (long.MaxValue, long.MinValue);
        for (int e = 0; e < log.Events; e++)
        {
            first = Math.Min(first, log.Times[e]);
            last = Math.Max(last, log.Times[e]);
        }
        return (first, last);
    }

    private static IReadOnlyList<PathwayStage> StagesOf(EventColumns log, StageCounts counts) =>
        [.. log.Names.Select((name, a) => new PathwayStage(name, counts.Events[a], counts.Cases[a], counts.Starts[a], counts.Ends[a])).OrderByDescending(s => s.Cases).ThenByDescending(s => s.Events).ThenBy(s => s.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<PathwayMove> MovesOf(EventColumns log, Network network)
    {
        double all = network.TotalWait;
        return [.. network.Moves.Select(m => new PathwayMove(log.Names[m.From], log.Names[m.To], m.Count, m.Cases, TimeOf(m.Wait), all > 0 ? m.Wait.Total / all : 0))];
    }

    private static IEnumerable<PathwayVariant> VariantsOf(EventColumns log, Variants variants, Aligned[]? aligned)
    {
        long sofar = 0;
        for (int v = 0; v < variants.All.Length; v++)
        {
            Variant variant = variants.All[v];
            sofar += variant.Cases;
            int steps = log.First[variant.Example + 1] - log.First[variant.Example];
            string[] path = new string[Math.Min(StepsOfAVariant, steps)];
            for (int s = 0; s < path.Length; s++) path[s] = log.Names[log.PathOf(variant.Example)[s]];
            yield return new PathwayVariant(v + 1, path, steps, variant.Cases, (double)variant.Cases / variants.Cases, (double)sofar / variants.Cases, variant.MedianSeconds, aligned?[v].Cost);
        }
    }

    private static PathwayFlow FlowOf(EventColumns log, Flow flow) => new(flow.Step + 1, NameOf(log, flow.From), NameOf(log, flow.To), KindOf(flow), flow.Cases);

    internal static PathwayFlowKind KindOf(Flow flow) => flow.To switch { StepFlows.Ended => PathwayFlowKind.Ends, StepFlows.GoesOn => PathwayFlowKind.GoesOn, _ => PathwayFlowKind.Stage };

    internal static string NameOf(EventColumns log, int activity) => activity switch { StepFlows.Ended => "ends", StepFlows.GoesOn => "goes on", StepFlows.Other => "other", _ => log.Names[activity] };

    private static PathwayBetween BetweenOf(EventColumns log, Between b) => new(log.Names[b.From], log.Names[b.To], b.Began, b.Reached, TimeOf(b.Time));

    private static PathwayBefore BeforeOf(EventColumns log, Before b) => new(log.Names[b.Activity], b.Cases, b.WithNothing,
        [.. b.Stages.Select(s => new PathwayEarlier(log.Names[s.Activity], s.Cases, (double)s.Cases / b.Cases, TimeOf(s.Lead)))], b.Orders.All.Length, VariantsOf(b.Log, b.Orders, null));

    private static PathwayConformance ConformanceOf(IntendedPath path, Conformance c) => new(path, c.Cases, c.Conforming, c.MeanFitness, c.TooLong,
        [.. c.Leaving.Select(l => new PathwayLeaving(l.Kind switch { AwayKind.Skipped => "skipped", AwayKind.Extra => "extra", _ => "wrong-order" }, l.Stage, l.After, l.Cases, (double)l.Cases / (c.Cases - c.Conforming)))]);

    private static PathwayTime TimeOf(Spread spread) => new(spread.Known, spread.Mean, spread.Tenth, spread.Median, spread.Ninetieth, spread.Most);
}
