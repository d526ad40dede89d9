namespace Shiremoot.Intake;

/// <summary>Why a row cannot be taken as it stands. Never holds what the row says.</summary>
/// <param name="Reason">What is wrong: "12 fields where the header has 20".</param>
/// <param name="Hint">What the sender or the writer of the feed file can do.</param>
/// <param name="Line">The line of the file (row of the sheet) it begins on, from 1.</param>
public readonly record struct RowFault(string Reason, string Hint, long Line);
