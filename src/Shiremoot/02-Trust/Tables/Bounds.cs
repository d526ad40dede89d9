namespace Shiremoot.Trust.Tables;

/// <summary>The least and the most a count can be. Counts without a most are numbered, not added, so that one can be taken off a sum again.</summary>
readonly record struct Bounds(double Least, double FiniteMost, int Endless)
{
    public static readonly Bounds Unknown = new(0, 0, 1);

    public double Most => Endless > 0 ? double.PositiveInfinity : FiniteMost;

    public static Bounds Of((double Least, double Most) known) => new(known.Least, known.Most, 0);

    public Bounds Plus(Bounds other) => new(Least + other.Least, FiniteMost + other.FiniteMost, Endless + other.Endless);

    public Bounds Less(Bounds other) => new(Least - other.Least, FiniteMost - other.FiniteMost, Endless - other.Endless);

    public Bounds Within(Bounds other) => Endless > 0
        ? other with { Least = Math.Max(Least, other.Least), Endless = double.IsPositiveInfinity(other.Most) ? 1 : 0, FiniteMost = double.IsPositiveInfinity(other.Most) ? 0 : other.Most }
        : new(Math.Max(Least, other.Least), Math.Min(FiniteMost, other.Most), 0);
}
