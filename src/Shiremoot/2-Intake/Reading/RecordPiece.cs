namespace Shiremoot.Intake.Reading;

/// <summary>What the guard hands on: a stretch of whole records that keep the rules of quoting, or one line that breaks them.</summary>
internal enum RecordPiece
{
    /// <summary>One or more whole records, safe to split.</summary>
    Clean,

    /// <summary>A line with a quote out of place, cut out alone.</summary>
    BadLine,

    /// <summary>The end of the text, or a fault of the whole file.</summary>
    End,
}
