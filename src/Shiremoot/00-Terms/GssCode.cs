namespace Shiremoot.Terms;

/// <summary>What an area is. Local authority means the lower tier or a unitary council; county the upper tier where there are two.</summary>
public enum AreaKind
{
    Unknown,
    OutputArea,
    Lsoa,
    Msoa,
    Ward,
    LocalAuthority,
    County,
    CommunitySafetyPartnership,
    PoliceForce,
    CombinedAuthority,
    PartOfRegion,
    Region,
    Country,
    GroupOfCountries,
}

/// <summary>A code of the Government Statistical Service for an area: a country letter and eight digits, E08000025. The first three say its kind.</summary>
public readonly record struct GssCode : IComparable<GssCode>
{
    private readonly char country;
    private readonly int number;

    private GssCode(char country, int number) => (this.country, this.number) = (country, number);

    /// <summary>The letter of the country: E, W, S or N; K for more than one.</summary>
    public char Country => country;

    /// <summary>The eight digits.</summary>
    public int Number => number;

    /// <summary>The kind by the entity prefix; Unknown for a prefix that is not of use here. A 2011 and a 2021 LSOA look alike.</summary>
    public AreaKind Kind => (country, number / 1_000_000) switch
    {
        ('E' or 'W' or 'S', 0) => AreaKind.OutputArea,
        ('E' or 'W' or 'S', 1) => AreaKind.Lsoa,
        ('E' or 'W' or 'S', 2) => AreaKind.Msoa,
        ('E' or 'W', 5) or ('S', 13) or ('N', 8) => AreaKind.Ward,
        ('E', 6 or 7 or 8 or 9) or ('W', 6) or ('S', 12) or ('N', 9) => AreaKind.LocalAuthority,
        ('E', 10) => AreaKind.County,
        ('E', 22) or ('W', 14) => AreaKind.CommunitySafetyPartnership,
        ('E', 23) or ('W', 15) => AreaKind.PoliceForce,
        ('E', 47 or 61) => AreaKind.CombinedAuthority,
        ('E', 12) => AreaKind.Region,
        ('E', 13) => AreaKind.PartOfRegion,
        ('E' or 'W' or 'S' or 'N', 92) => AreaKind.Country,
        ('K', _) => AreaKind.GroupOfCountries,
        _ => AreaKind.Unknown,
    };

    /// <summary>Reads a code; blanks around it are ignored and a small letter is accepted. False if it has not the form of one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out GssCode code)
    {
        code = default;
        text = text.Trim();
        if (text.Length != 9 || !CheckLetter.Digits(text[1..], out int number)) return false;
        char letter = char.ToUpperInvariant(text[0]);
        if (letter is not ('E' or 'W' or 'S' or 'N' or 'K' or 'J' or 'L' or 'M')) return false;
        code = new GssCode(letter, number);
        return true;
    }

    public int CompareTo(GssCode other) => country != other.country ? country.CompareTo(other.country) : number.CompareTo(other.number);

    public override string ToString() => country == default ? "" : $"{country}{number:00000000}";
}
