namespace Shiremoot.Futures.Mistakes;

/// <summary>Which mistakes a written record has: a bit for each rate. What the report of rates counts.</summary>
readonly record struct MadeMistakes(long Bits)
{
    public bool Has(Rate rate) => (Bits & (1L << (int)rate)) != 0;

    public MadeMistakes With(Rate rate) => new(Bits | (1L << (int)rate));
}
