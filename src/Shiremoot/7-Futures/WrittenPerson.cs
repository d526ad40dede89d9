using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What an agency wrote down of a person under one of its references, with the errors it makes. Empty text is missing.</summary>
public record struct WrittenPerson
{
    public string Forename { get; set; }

    public string MiddleName { get; set; }

    public string Surname { get; set; }

    public string AliasForename { get; set; }

    public string AliasSurname { get; set; }

    public string Postcode { get; set; }

    public string Address { get; set; }

    /// <summary>Place in the list of districts of the home written down, -1 missing.</summary>
    public int HomeDistrict { get; set; }

    public string Pnc { get; set; }

    public string Cro { get; set; }

    public string PrisonNumber { get; set; }

    public string Crn { get; set; }

    public string NhsNumber { get; set; }

    public string Upn { get; set; }

    public string Nino { get; set; }

    /// <summary><see cref="Days.Unknown"/> if missing.</summary>
    public int BirthDay { get; set; }

    /// <summary>0 male, 1 female, -1 missing.</summary>
    public int Sex { get; set; }

    /// <summary>Place in the population's list of ethnicities, -1 missing.</summary>
    public int Ethnicity { get; set; }
}
