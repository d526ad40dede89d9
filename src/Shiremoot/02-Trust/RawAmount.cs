namespace Shiremoot.Trust;

/// <summary>An amount added up over people, as it is in the records: pounds, nights. Like a raw count it has no public way out.</summary>
public readonly record struct RawAmount
{
    /// <param name="people">People who have any of it.</param>
    /// <param name="sum">What they have together.</param>
    /// <param name="first">What the one with the most has.</param>
    /// <param name="second">What the one with the second most has; nought if there is none.</param>
    internal RawAmount(long people, decimal sum, decimal first, decimal second) => (People, Sum, First, Second) = (people, sum, first, second);

    internal long People { get; }

    internal decimal Sum { get; }

    internal decimal First { get; }

    internal decimal Second { get; }

    public override string ToString() => "a raw amount";
}
