using System.Globalization;

namespace Shiremoot.Picture;

/// <summary>The events of a file that an analyst gave: in order of case and time, with what was left out.</summary>
public sealed class EventLog
{
    internal EventLog(string file, EventColumns columns) => (File, Columns) = (file, columns);

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>Cases that have at least one event that can be used.</summary>
    public int Cases => Columns.Cases;

    /// <summary>Events used.</summary>
    public int Events => Columns.Events;

    /// <summary>Different activities.</summary>
    public int Activities => Columns.Names.Count;

    /// <summary>Rows left out, by reason.</summary>
    public IReadOnlyList<EventLogIssue> Issues { get; internal init; } = [];

    /// <summary>Cases that are known to have lost an event by what was left out, those lost whole among them.</summary>
    public int CasesTouched { get; internal init; }

    /// <summary>Cases of which no event could be used.</summary>
    public int CasesLost { get; internal init; }

    /// <summary>How the file was read, and what is odd about it.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    internal EventColumns Columns { get; }
}

/// <summary>Rows left out for one reason.</summary>
/// <param name="Reason">What is wrong with them.</param>
/// <param name="Rows">How many.</param>
/// <param name="FirstLines">The lines of the first ten.</param>
public sealed record EventLogIssue(string Reason, long Rows, IReadOnlyList<long> FirstLines)
{
    /// <summary>"3 rows have no time: lines 4, 9 and 12".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Rows:N0} {(Rows == 1 ? "row has" : "rows have")} {Reason}: {(Rows == 1 ? "line" : "lines")} {string.Join(", ", FirstLines.Select(l => l.ToString("N0", CultureInfo.InvariantCulture)))}{(Rows > FirstLines.Count ? " and further" : "")}");
}
