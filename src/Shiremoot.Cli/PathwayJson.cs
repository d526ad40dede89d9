using System.Globalization;
using NodaTime;
using Shiremoot.Picture;

namespace Shiremoot.Cli;

/// <summary>Pathways as one JSON document. Times are in days; what is not known is null.</summary>
static class PathwayJson
{
    private const double SecondsInADay = 86_400;

    public static object Of(PathwayPicture picture, int most, IReadOnlyList<string> files)
    {
        EventLog log = picture.Log;
        return new
        {
            file = log.File,
            log.Events,
            log.Cases,
            log.Activities,
            first = Moment(picture.Seconds.First),
            last = Moment(picture.Seconds.Last),
            leftOut = log.Issues.Select(i => new { i.Reason, i.Rows, i.FirstLines }),
            log.CasesTouched,
            log.CasesLost,
            log.Notes,
            stages = Some(picture.Stages, most, s => s),
            moves = Some(picture.Moves, most, m => new { m.From, m.To, m.Count, m.Cases, wait = Time(m.Wait), m.ShareOfWait }),
            waits = Some([.. picture.Moves.OrderByDescending(m => m.ShareOfWait)], most, m => new { m.From, m.To, m.ShareOfWait, days = Days(m.Wait.Mean * m.Wait.Known), medianDays = Days(m.Wait.Median) }),
            variants = new { of = picture.VariantCount, shown = picture.Variants.Take(most).Select(Variant) },
            between = picture.Between is not { } b ? null : new { b.From, b.To, b.Began, b.Reached, time = Time(b.Time) },
            before = picture.Before is not { } e ? null : new
            {
                e.Activity,
                e.Cases,
                e.WithNothing,
                stages = e.Earlier.Select(s => new { s.Name, s.Cases, s.Share, lead = Time(s.Lead) }),
                orders = new { of = e.OrderCount, shown = e.Orders.Take(most).Select(Variant) },
            },
            conformance = picture.Conformance is not { } c ? null : new { c.Path.Title, path = c.Path.Written, c.Path.Source, c.Cases, c.Conforming, c.Share, c.MeanFitness, c.TooLong, leaving = Some(c.Leaving, most, l => l) },
            sankey = Sankey(picture),
            written = files,
        };
    }

    /// <summary>Nodes and links as drawing libraries take them: nodes have names of their own, links name their ends.</summary>
    public static object Sankey(PathwayPicture picture)
    {
        var links = picture.Flows.Select(f => new { source = Node(f.Step, f.From), target = Node(f.Step + 1, f.To), value = f.Cases }).ToList();
        return new { nodes = links.SelectMany(l => (string[])[l.source, l.target]).Distinct().Select(n => new { name = n }), links };
    }

    private static string Node(int step, string name) => string.Create(CultureInfo.InvariantCulture, $"{step}. {name}");

    private static object Some<T>(IReadOnlyList<T> all, int most, Func<T, object> form) => new { of = all.Count, shown = all.Take(most).Select(form) };

    private static object Variant(PathwayVariant v) => new { v.Rank, v.Path, v.Steps, v.Cases, v.Share, v.Cumulative, medianDays = Days(v.MedianSeconds), v.Cost };

    private static object Time(PathwayTime t) => new { t.Known, meanDays = Days(t.Mean), tenthDays = Days(t.Tenth), medianDays = Days(t.Median), ninetiethDays = Days(t.Ninetieth), mostDays = Days(t.Most) };

    private static double? Days(double seconds) => double.IsNaN(seconds) ? null : Math.Round(seconds / SecondsInADay, 6);

    private static string Moment(long seconds) => Instant.FromUnixTimeSeconds(seconds).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
