using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What an agency wrote down of a person under one of its references, with the errors it makes. Empty text is missing.</summary>
public struct WrittenPerson
{
    public string Forename, MiddleName, Surname, AliasForename, AliasSurname, Postcode, Address;
    public string Pnc, Cro, PrisonNumber, Crn, NhsNumber, Upn, Nino;

    /// <summary><see cref="Days.Unknown"/> if missing.</summary>
    public int BirthDay;

    /// <summary>0 male, 1 female, -1 missing.</summary>
    public int Sex;

    /// <summary>Place in the population's list of ethnicities, -1 missing.</summary>
    public int Ethnicity;
}
