namespace Shiremoot.Futures;

/// <summary>Every sum that changes hands is a whole number of pence, half a penny going up.</summary>
public static class Pence
{
    public static decimal Round(decimal pounds) => decimal.Round(pounds, 2, MidpointRounding.AwayFromZero);

    /// <summary>Divides a sum by shares that add up to one, to the penny: what rounding leaves over goes to the last.</summary>
    public static void Divide(decimal pounds, ReadOnlySpan<PartyShare> shares, Span<decimal> parts)
    {
        decimal left = pounds;
        for (int at = 0; at < shares.Length - 1; at++) left -= parts[at] = Round(pounds * shares[at].Share);
        parts[shares.Length - 1] = left;
    }
}
