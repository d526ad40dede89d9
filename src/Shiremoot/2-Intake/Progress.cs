namespace Shiremoot.Intake;

/// <summary>How far a load has come: for a progress bar.</summary>
public readonly record struct Progress(string Feed, long Rows, long BytesRead, long? BytesTotal);
