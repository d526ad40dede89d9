namespace Shiremoot.Futures;

/// <summary>
/// Who a generated person truly is: names, homes over time and the numbers agencies give them. A buffer, filled again for each person.
/// Texts come from stocks and caches, so that filling it allocates little.
/// </summary>
public sealed class Identity
{
    public string Forename { get; set; } = "";

    /// <summary>Second forename, or empty.</summary>
    public string MiddleName { get; set; } = "";

    public string Surname { get; set; } = "";

    /// <summary>The surname from <see cref="MarriedOn"/>, or empty.</summary>
    public string MarriedSurname { get; set; } = "";

    public int MarriedOn { get; set; } = Terms.Days.Unknown;

    /// <summary>The form of the forename they go by (Billy for William), or empty.</summary>
    public string KnownAs { get; set; } = "";

    /// <summary>A false name they have given, or empty.</summary>
    public string AliasForename { get; set; } = "";

    public string AliasSurname { get; set; } = "";

    /// <summary>The homes in time order; the first holds from birth.</summary>
    public IList<GeneratedHome> Homes { get; } = new List<GeneratedHome>(8);

    /// <summary>Canonical forms; empty if never given one. Which are given is decided by what the life holds.</summary>
    public string Pnc { get; set; } = "";

    public string Cro { get; set; } = "";

    public string PrisonNumber { get; set; } = "";

    public string Crn { get; set; } = "";

    public string NhsNumber { get; set; } = "";

    public string Upn { get; set; } = "";

    public string Nino { get; set; } = "";

    /// <summary>How they stand to another person of the run (twin, sibling, parent, child, partner), or none.</summary>
    public Kinship Kinship { get; set; }

    /// <summary>The number of that person, or -1.</summary>
    public long KinOf { get; set; } = -1;

    /// <summary>Someone else of the run, whose numbers may be written down for theirs by mistake.</summary>
    internal Identity? Another { get; set; }

    /// <summary>The home on a day.</summary>
    public GeneratedHome HomeOn(int day)
    {
        int i = Homes.Count - 1;
        while (i > 0 && Homes[i].From > day) i--;
        return Homes[i];
    }
}

/// <summary>A home: from a day, in a district (place in the list of districts) and a small area of it, at a postcode and an address (number and street).</summary>
public readonly record struct GeneratedHome(int From, int District, string SmallArea, string Postcode, string Address);

/// <summary>How a generated person is related to another of the run.</summary>
public enum Kinship
{
    None,
    Twin,
    Sibling,
    Parent,
    Child,
    Partner,
}
