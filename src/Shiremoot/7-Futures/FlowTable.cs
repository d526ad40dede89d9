namespace Shiremoot.Futures;

/// <summary>Quarterly figures of a system in order of time, without gaps.</summary>
/// <param name="File">What they were read from.</param>
/// <param name="Quarters">The quarters as the file writes them.</param>
/// <param name="First">The first quarter: four times the year, and 0 to 3 for its quarter.</param>
/// <param name="Series">The series.</param>
/// <param name="Values">By series and quarter; each is a number of 0 or more.</param>
/// <param name="LeftOut">Columns of the file that are no series here, and why.</param>
public sealed record FlowTable(string File, IReadOnlyList<string> Quarters, int First, IReadOnlyList<SeriesSpec> Series, double[][] Values, IReadOnlyList<ColumnLeftOut> LeftOut)
{
    /// <summary>The name of a quarter by its place in the file, from 0; also of one that is still to come: 2022Q2.</summary>
    public string Quarter(int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(First + at) / 4}Q{((First + at) % 4) + 1}");

    /// <summary>The first quarters alone: what was known when the last of them had been published.</summary>
    public FlowTable Until(int quarters) => this with { Quarters = [.. Quarters.Take(quarters)], Values = [.. Values.Select(v => v[..quarters])] };
}
