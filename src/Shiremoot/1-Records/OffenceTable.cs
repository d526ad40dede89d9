using System.Diagnostics.CodeAnalysis;

namespace Shiremoot.Records;

/// <summary>All offences as columns, sorted by code. A row number stays the same while the vocabulary does.</summary>
public sealed class OffenceTable
{
    /// <summary>What <c>ogrs3</c> holds where the published weight is "exact offence needed".</summary>
    internal const double ExactNeeded = 999;

    internal int[] Codes { get; init; } = [];

    internal string[] ClassTitles { get; init; } = [];

    internal string[] Titles { get; init; } = [];

    internal string[] Categories { get; init; } = [];

    internal string[] Groups { get; init; } = [];

    internal bool[] ViolentSanction { get; init; } = [];

    internal bool[] ViolentOrSexual { get; init; } = [];

    // Not a number where there is none, so that a column stays a column.
    internal double[] Ogrs3 { get; init; } = [];

    internal double[] SeverityLow { get; init; } = [];

    internal double[] SeverityHigh { get; init; } = [];

    internal WeightBasis[] SeverityBasis { get; init; } = [];

    internal double[] HarmLow { get; init; } = [];

    internal double[] HarmHigh { get; init; } = [];

    public int Count => Codes.Length;

    /// <summary>The offence at a row, 0 to Count - 1.</summary>
    public Offence this[int row] => new(
        new OffenceCode(Codes[row] / 100, Codes[row] % 100).ToString(), ClassTitles[row], Titles[row], Categories[row], Groups[row],
        double.IsNaN(Ogrs3[row]) || Ogrs3[row].Equals(ExactNeeded) ? null : Ogrs3[row], Ogrs3[row].Equals(ExactNeeded),
        ViolentSanction[row], ViolentOrSexual[row],
        Range(SeverityLow[row], SeverityHigh[row]), SeverityBasis[row], Range(HarmLow[row], HarmHigh[row]));

    /// <summary>The row of a code, or -1.</summary>
    public int RowOf(OffenceCode code)
    {
        int row = Array.BinarySearch(Codes, code.Number);
        return row >= 0 ? row : -1;
    }

    /// <summary>Finds an offence by any form <see cref="OffenceCode.TryRead(ReadOnlySpan{char}, out OffenceCode)"/> reads.</summary>
    public bool TryFind(ReadOnlySpan<char> code, [NotNullWhen(true)] out Offence? offence)
    {
        int row = OffenceCode.TryRead(code, out OffenceCode read) ? RowOf(read) : -1;
        offence = row >= 0 ? this[row] : null;
        return offence is not null;
    }

    private static WeightRange? Range(double low, double high) => double.IsNaN(low) ? null : new WeightRange(low, high);
}
