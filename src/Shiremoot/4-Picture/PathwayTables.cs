using System.Globalization;
using NodaTime;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Lays pathways out as tables: stages, moves, waits, variants, and what else was asked. Times are in days.</summary>
/// <param name="picture">The pathways.</param>
/// <param name="stepsShown">Most steps of a sequence that are written out in a cell.</param>
public sealed class PathwayTables(PathwayPicture picture, int stepsShown = 200)
{
    private const double SecondsInADay = 86_400;
    private const string Exact = "Exact counts of the file given: protect them before they are published";

    /// <summary>The activities.</summary>
    public ReleaseTable Stages(int most) => Table("Stages", "Each activity: its events, the cases that have it, and those that begin and end with it. The last event of a case may be the last so far.",
        [Words("Stage"), Number("Events"), Number("Cases"), Share("Share of cases"), Number("Begin with it"), Number("End with it")], picture.Stages, most, "stages", s => s.Events, picture.Log.Events,
        s => [Text(s.Name), Of(s.Events), Of(s.Cases), Of((double)s.Cases / picture.Log.Cases), Of(s.Starts), Of(s.Ends)]);

    /// <summary>The network: what directly follows what.</summary>
    public ReleaseTable Moves(int most) => Table("From stage to stage", "How often one stage comes directly after another in the same case, and how long after.",
        [Words("From"), Words("To"), Number("Times"), Number("Cases"), Days("Median wait"), Days("Mean wait"), Days("10% wait at most"), Days("90% wait at most"), Days("Longest wait")], picture.Moves, most, "moves", m => m.Count, picture.Moves.Sum(m => (long)m.Count),
        m => [Text(m.From), Text(m.To), Of(m.Count), Of(m.Cases), .. TimeCells(m.Wait)]);

    /// <summary>Where cases wait most, all their waits together.</summary>
    public ReleaseTable Waits(int most) => Table("Where cases wait most", "The time between one stage and the next, all cases together, and its part of all the time that cases waited.",
        [Words("From"), Words("To"), Share("Share of all waiting"), Days("All waits together"), Days("Median wait"), Days("90% wait at most"), Number("Times")], [.. picture.Moves.OrderByDescending(m => m.ShareOfWait)], most, "moves", m => m.Count, picture.Moves.Sum(m => (long)m.Count),
        m => [Text(m.From), Text(m.To), Of(m.ShareOfWait), InDays(m.Wait.Mean * m.Wait.Known), InDays(m.Wait.Median), InDays(m.Wait.Ninetieth), Of(m.Count)]);

    /// <summary>The variants.</summary>
    public ReleaseTable Variants(int most) => Sequences("Variants", "Cases of the very same sequence of stages. Median time: from the first event to the last.", picture.Variants, picture.VariantCount, most, picture.Log.Cases, picture.Conformance is not null);

    /// <summary>The time between two stages; null if it was not asked.</summary>
    public ReleaseTable? Between => picture.Between is not { } b ? null : Table($"From {b.From} to {b.To}", "From a case's first event of the one to its next of the other.",
        [Number("Cases that begin"), Number("Cases that arrive"), Share("Share that arrive"), Days("Median"), Days("Mean"), Days("10% take at most"), Days("90% take at most"), Days("Longest")], [b], 1, "rows", _ => 1, 1,
        x => [Of(x.Began), Of(x.Reached), Of((double)x.Reached / x.Began), .. TimeCells(x.Time)]);

    /// <summary>What came before an activity; null if it was not asked.</summary>
    public ReleaseTable? Before(int most) => picture.Before is not { } b ? null : Table($"Before the first {b.Activity}", string.Create(CultureInfo.InvariantCulture, $"Of {b.Cases:N0} cases that have it, those in which each stage came before; {b.WithNothing:N0} have nothing before it. Lead: from the first event of the stage."),
        [Words("Stage"), Number("Cases"), Share("Share"), Days("Median lead"), Days("Mean lead"), Days("10% lead at most"), Days("90% lead at most"), Days("Longest lead")], b.Earlier, most, "stages", e => e.Cases, 0,
        e => [Text(e.Name), Of(e.Cases), Of(e.Share), .. TimeCells(e.Lead)]);

    /// <summary>The orders in which what came before first came; null if it was not asked.</summary>
    public ReleaseTable? Orders(int most) => picture.Before is not { } b ? null
        : Sequences($"Order of what came before the first {b.Activity}", "Each stage by its first event alone. Cases with nothing before are not among them.", b.Orders, b.OrderCount, most, b.Cases - b.WithNothing, hasCost: false);

    /// <summary>Where cases leave the path; null if no path was given.</summary>
    public ReleaseTable? Conformance(int most)
    {
        if (picture.Conformance is not { } c) return null;
        string says = string.Create(CultureInfo.InvariantCulture, $"{c.Conforming:N0} of {c.Cases:N0} cases ({c.Share:0.0%}) go as intended; mean fitness {c.MeanFitness:0.000}. Of the others, the first step that is not as intended. The path ({c.Path.Title}): {c.Path.Written.ReplaceLineEndings(" ").Trim()}.");
        return Table("Where cases leave the path", c.TooLong == 0 ? says : string.Create(CultureInfo.InvariantCulture, $"{says} {c.TooLong:N0} cases are too long to tell."),
            [Words("How"), Words("Stage"), Words("After"), Number("Cases"), Share("Share of those who leave")], c.Leaving, most, "places", l => l.Cases, c.Cases - c.Conforming - c.TooLong,
            l => [Text(l.How), Text(l.Stage), Text(l.After.Length == 0 ? "(the beginning)" : l.After), Of(l.Cases), Of(l.Share)]);
    }

    private ReleaseTable Sequences(string title, string definition, IEnumerable<PathwayVariant> all, int count, int most, int cases, bool hasCost) => Table(title, definition,
        [Number("Rank"), Words("Stages in order"), Number("Steps"), Number("Cases"), Share("Share"), Share("Share with all above"), Days("Median time"), .. hasCost ? (ReleaseColumn[])[Number("Steps not as intended")] : []], all, count, most, "sequences", v => v.Cases, cases,
        v => [Of(v.Rank), Text(v.InWords(stepsShown)), Of(v.Steps), Of(v.Cases), Of(v.Share), Of(v.Cumulative), InDays(v.MedianSeconds), .. hasCost ? (ReleaseCell[])[Of(v.Cost!.Value)] : []]);

    private ReleaseTable Table<T>(string title, string definition, IReadOnlyList<ReleaseColumn> columns, IReadOnlyList<T> all, int most, string what, Func<T, long> weight, long whole, Func<T, IReadOnlyList<ReleaseCell>> row) =>
        Table(title, definition, columns, all, all.Count, most, what, weight, whole, row);

    private ReleaseTable Table<T>(string title, string definition, IReadOnlyList<ReleaseColumn> columns, IEnumerable<T> all, int count, int most, string what, Func<T, long> weight, long whole, Func<T, IReadOnlyList<ReleaseCell>> row) =>
        new(title, definition, Period, picture.Log.File, Origin.Real, Exact, columns, all.Take(most).Select(row))
        {
            OriginLabel = "The file given: it says whose records they are, and whether they are generated",
            Notes = count <= most ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count - most:N0} of {count:N0} {what} are not shown{(whole <= 0 ? "" : $"; those shown make up {(double)all.Take(most).Sum(weight) / whole:0.0%}")}.")],
        };

    private string Period => $"{DayOf(picture.Seconds.First)} to {DayOf(picture.Seconds.Last)}";

    private static string DayOf(long seconds) => Instant.FromUnixTimeSeconds(seconds).InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static ReleaseColumn Words(string name) => new(name, ReleaseKind.Text);

    private static ReleaseColumn Number(string name) => new(name, ReleaseKind.Count);

    private static ReleaseColumn Share(string name) => new(name, ReleaseKind.Rate);

    private static ReleaseColumn Days(string name) => new(name, ReleaseKind.Rate, "days");

    private static ReleaseCell Text(string text) => ReleaseCell.Of(text);

    // Numbers of the analyst's own file: rows of a file, which the analyst holds already.
    private static ReleaseCell Of(double number) => ReleaseCell.NotOfPeople(number);

    private static ReleaseCell InDays(double seconds) => double.IsNaN(seconds) ? ReleaseCell.Missing : ReleaseCell.NotOfPeople(Math.Round(seconds / SecondsInADay, 4));

    private static ReleaseCell[] TimeCells(PathwayTime time) => [InDays(time.Median), InDays(time.Mean), InDays(time.Tenth), InDays(time.Ninetieth), InDays(time.Most)];
}
