namespace Shiremoot.Picture;

/// <summary>How the cases of a log move from stage to stage. Times are in seconds. Method: docs/methods/pathways.md.</summary>
public sealed record PathwayPicture
{
    /// <summary>The log it is of.</summary>
    public required EventLog Log { get; init; }

    /// <summary>First and last event, seconds since 1970 in UTC.</summary>
    public required (long First, long Last) Seconds { get; init; }

    /// <summary>The activities, the one of most cases first.</summary>
    public required IReadOnlyList<PathwayStage> Stages { get; init; }

    /// <summary>What directly follows what, the most frequent first.</summary>
    public required IReadOnlyList<PathwayMove> Moves { get; init; }

    /// <summary>How many different sequences there are.</summary>
    public required int VariantCount { get; init; }

    /// <summary>The sequences, the most frequent first; made as they are read.</summary>
    public required IEnumerable<PathwayVariant> Variants { get; init; }

    /// <summary>Cases going from step to step, for a drawing.</summary>
    public required IReadOnlyList<PathwayFlow> Flows { get; init; }

    /// <summary>The time between two stages, if asked.</summary>
    public PathwayBetween? Between { get; init; }

    /// <summary>What came before an activity, if asked.</summary>
    public PathwayBefore? Before { get; init; }

    /// <summary>How cases keep to a path, if asked.</summary>
    public PathwayConformance? Conformance { get; init; }
}

/// <summary>Quantiles of spans of time in seconds; not a number where there are none. Type 7 of Hyndman and Fan (1996).</summary>
public sealed record PathwayTime(int Known, double Mean, double Tenth, double Median, double Ninetieth, double Most);

/// <summary>An activity.</summary>
/// <param name="Name">As the file writes it.</param>
/// <param name="Events">Its events.</param>
/// <param name="Cases">Cases that have any.</param>
/// <param name="Starts">Cases that begin with it.</param>
/// <param name="Ends">Cases whose last event so far it is.</param>
public sealed record PathwayStage(string Name, int Events, int Cases, int Starts, int Ends);

/// <summary>One stage directly after another.</summary>
/// <param name="From">The earlier.</param>
/// <param name="To">The later.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Wait">How long from the one to the other.</param>
/// <param name="ShareOfWait">Its part of all the time that cases waited.</param>
public sealed record PathwayMove(string From, string To, int Count, int Cases, PathwayTime Wait, double ShareOfWait);

/// <summary>A sequence of activities that cases have.</summary>
/// <param name="Rank">1 for the most frequent.</param>
/// <param name="Path">The activities in order; of a long one the first 1,000.</param>
/// <param name="Steps">How many events it has.</param>
/// <param name="Cases">How many cases have it.</param>
/// <param name="Share">Of all cases.</param>
/// <param name="Cumulative">Share of this and all more frequent ones.</param>
/// <param name="MedianSeconds">First event to last, the middle of its cases.</param>
/// <param name="Cost">Changes that would make it go as intended; null if no path was given.</param>
public sealed record PathwayVariant(int Rank, IReadOnlyList<string> Path, int Steps, int Cases, double Share, double Cumulative, double MedianSeconds, int? Cost)
{
    /// <summary>The activities with arrows between; what is cut off is counted.</summary>
    public string InWords(int most) => string.Join(" → ", Path.Take(most)) + (Steps > Math.Min(most, Path.Count) ? FormattableString.Invariant($" → ({Steps - Math.Min(most, Path.Count):N0} more)") : "");
}

/// <summary>Cases going from a node to a node of the next step.</summary>
/// <param name="Step">The step they come from, from 1.</param>
/// <param name="From">The activity there.</param>
/// <param name="To">The activity at the next step, or what becomes of them.</param>
/// <param name="Becomes">Whether they go to an activity, end, or go on beyond what is drawn.</param>
/// <param name="Cases">How many.</param>
public sealed record PathwayFlow(int Step, string From, string To, PathwayFlowKind Becomes, long Cases);

/// <summary>What becomes of a flow.</summary>
public enum PathwayFlowKind
{
    Stage,
    Ends,
    GoesOn,
}

/// <summary>The time from the first event of one activity to the next of another.</summary>
/// <param name="From">The earlier.</param>
/// <param name="To">The later.</param>
/// <param name="Began">Cases that have the earlier.</param>
/// <param name="Reached">Of those, cases that have the later after it.</param>
/// <param name="Time">How long it took these.</param>
public sealed record PathwayBetween(string From, string To, int Began, int Reached, PathwayTime Time);

/// <summary>What came before the first event of an activity.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Cases">Cases that have it.</param>
/// <param name="WithNothing">Of those, cases with nothing before.</param>
/// <param name="Earlier">What came before.</param>
/// <param name="OrderCount">How many different orders of first events there are.</param>
/// <param name="Orders">The orders, the most frequent first; made as they are read.</param>
public sealed record PathwayBefore(string Activity, int Cases, int WithNothing, IReadOnlyList<PathwayEarlier> Earlier, int OrderCount, IEnumerable<PathwayVariant> Orders);

/// <summary>An activity that came before.</summary>
/// <param name="Name">The activity.</param>
/// <param name="Cases">Cases in which it did.</param>
/// <param name="Share">Of the cases that have what it came before.</param>
/// <param name="Lead">From its first event to that.</param>
public sealed record PathwayEarlier(string Name, int Cases, double Share, PathwayTime Lead);

/// <summary>How cases keep to an intended path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Conforming">Those that go as intended.</param>
/// <param name="MeanFitness">1 if all do, 0 if none has anything in common with the path.</param>
/// <param name="TooLong">Cases that do not conform and are too long to tell where.</param>
/// <param name="Leaving">Where the others first leave the path.</param>
public sealed record PathwayConformance(IntendedPath Path, int Cases, int Conforming, double MeanFitness, int TooLong, IReadOnlyList<PathwayLeaving> Leaving)
{
    /// <summary>Share of cases that go as intended.</summary>
    public double Share => (double)Conforming / Cases;
}

/// <summary>A place where cases first leave the path.</summary>
/// <param name="How">skipped, extra or wrong-order.</param>
/// <param name="Stage">The stage skipped or out of order, or the event that is extra.</param>
/// <param name="After">The stage of the path they had reached; empty at the beginning.</param>
/// <param name="Cases">How many.</param>
/// <param name="Share">Of the cases that do not conform.</param>
public sealed record PathwayLeaving(string How, string Stage, string After, int Cases, double Share);
