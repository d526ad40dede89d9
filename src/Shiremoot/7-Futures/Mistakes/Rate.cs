namespace Shiremoot.Futures.Mistakes;

/// <summary>The rates of mistakes an agency has. Each is a share of the records the mistake could be made in.</summary>
enum Rate
{
    /// <summary>A letter left out, doubled, changed or put before its neighbour in forename or surname.</summary>
    Typing,

    /// <summary>Forename or surname spelled as it sounds.</summary>
    Hearing,

    /// <summary>The short form they go by, of those who have one.</summary>
    Nickname,

    SwappedNames,

    /// <summary>The surname that does not hold on the day, of those who married and took a name.</summary>
    MaidenOrMarriedName,

    /// <summary>Written under a false name, of those who gave one.</summary>
    Alias,

    /// <summary>The other name is noted as an alias, of those who have one or are written under one.</summary>
    AliasNoted,

    /// <summary>The middle name stands as forename and the other way round, of those with a middle name.</summary>
    FirstNameMiddleNameMixed,

    /// <summary>One of two middle names is left out, of those with two.</summary>
    MiddleNamePart,

    MiddleNameTyping,

    /// <summary>One digit of the date of birth is wrong.</summary>
    BirthDateTyping,

    /// <summary>Day and month change places, of those born on the first twelve days of a month.</summary>
    BirthDateSwapped,

    /// <summary>1 January of the year of birth.</summary>
    BirthDateFirstOfJanuary,

    /// <summary>1 January 1900.</summary>
    BirthDate1900,

    /// <summary>A false date of birth, some years off.</summary>
    BirthDateFalse,

    /// <summary>The home before, of those who have moved.</summary>
    OldPostcode,

    PostcodeTyping,
    WrongSex,
    OtherEthnicity,

    /// <summary>A character of an identifier is wrong, of each identifier written.</summary>
    IdentifierMistyped,

    /// <summary>The identifier is another person's, of each identifier written.</summary>
    IdentifierReused,

    MissingMiddleName,
    MissingBirthDate,
    MissingSex,
    MissingEthnicity,
    MissingPostcode,
    MissingAddress,

    // The identifiers in the order of Identifiers.Kinds.
    MissingPnc,
    MissingCro,
    MissingPrisonNumber,
    MissingCrn,
    MissingNhsNumber,
    MissingUpn,
    MissingNino,

    /// <summary>The person has a second reference at the agency (and of those, this share a third).</summary>
    SecondReference,

    Count,
}
