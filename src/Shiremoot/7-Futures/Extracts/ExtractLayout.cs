namespace Shiremoot.Futures.Extracts;

/// <summary>How one agency's extract is laid out: a file of extracts/, read.</summary>
sealed record ExtractLayout
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The agency that sends it: an id of the vocabulary.</summary>
    public required string Agency { get; init; }

    /// <summary>The index of people it is drawn from: layouts of one register share its references and what was written down under them.</summary>
    public required string Register { get; init; }

    /// <summary>Whose habits of writing the register has: an entry of the run's agencies.</summary>
    public required string Habits { get; init; }

    public required string File { get; init; }

    public required char Delimiter { get; init; }

    public required FileCoding Coding { get; init; }

    public required bool QuoteAll { get; init; }

    public required string LineEnd { get; init; }

    /// <summary>A last line; {rows} stands for the number of rows. Null: none.</summary>
    public required string? Trailer { get; init; }

    /// <summary>The pattern of the register's references.</summary>
    public required string PersonReference { get; init; }

    public required RowRule Rows { get; init; }

    public required IReadOnlyList<ExtractColumn> Columns { get; init; }

    /// <summary>The share of rows that are replaced by bad ones, and the ways they are bad.</summary>
    public required double PlantedRate { get; init; }

    public required IReadOnlyList<PlantedFault> Faults { get; init; }
}

enum FileCoding
{
    Utf8,
    Utf8Marked,
    Windows1252,
    Utf16,
}

/// <summary>Which events make a row.</summary>
/// <param name="Kinds">Ids of event kinds.</param>
/// <param name="AgeFrom">The person is at least so old on the day.</param>
/// <param name="AgeUnder">The person is younger than this on the day.</param>
/// <param name="Disposals">The event has one of these disposals; empty: any or none.</param>
/// <param name="InCase">Its case has an event of one of these kinds; empty: no matter.</param>
/// <param name="Once">A row for each event, or only for the first of a case or of a reference.</param>
sealed record RowRule(IReadOnlyList<string> Kinds, int? AgeFrom, int? AgeUnder, IReadOnlyList<string> Disposals, IReadOnlyList<string> InCase, RowOnce Once);

enum RowOnce
{
    Event,
    Case,
    Reference,
}

/// <summary>A column of an extract: what stands in it and how it is written.</summary>
sealed record ExtractColumn
{
    public required string Header { get; init; }

    public required ColumnValue Value { get; init; }

    /// <summary>How the value is written: its meaning is the value's own.</summary>
    public string? As { get; init; }

    /// <summary>The event is not the row's own but one of these kinds in its case.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    public EventPick Pick { get; init; }

    public IReadOnlyList<(string Id, string Code)> Codes { get; init; } = [];

    /// <summary>The code of whatever 'codes' does not list.</summary>
    public string? Otherwise { get; init; }

    /// <summary>What is written where there is no value.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Texts of which one is drawn, or the one constant.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The area of an event: the share that happens where the person lives.</summary>
    public double NearHome { get; init; }

    /// <summary>An establishment: the kilometres from home over which its weight falls to a third.</summary>
    public double ScaleKilometres { get; init; }

    /// <summary>Columns tried in turn: the first that has a value is written.</summary>
    public IReadOnlyList<ExtractColumn> Any { get; init; } = [];

    public bool NeedsPlaces => Value is ColumnValue.HomeArea or ColumnValue.EventArea or ColumnValue.Establishment;

    public bool IsDate => Value is ColumnValue.Day or ColumnValue.Until or ColumnValue.BirthDate;
}

/// <summary>Which of several fitting events of a case is meant.</summary>
enum EventPick
{
    First,
    Last,

    /// <summary>The first on or after the row's day, that is not the row's own.</summary>
    Next,

    /// <summary>The last on or before the row's day, that is not the row's own.</summary>
    Before,
}

enum ColumnValue
{
    Constant,
    Drawn,
    Any,
    Reference,
    Forename,
    MiddleName,
    Surname,
    Name,
    Alias,
    BirthDate,
    Sex,
    Ethnicity,
    Postcode,
    Address,
    Pnc,
    Cro,
    PrisonNumber,
    Crn,
    NhsNumber,
    Upn,
    Nino,
    Kind,
    Day,
    Until,
    Offence,
    Disposal,
    Amount,
    Days,
    Age,
    EventReference,
    CaseReference,
    HomeArea,
    EventArea,
    Establishment,
}

/// <summary>A way for a row to be bad.</summary>
/// <param name="Column">The column that is spoiled.</param>
/// <param name="Text">What stands in it instead.</param>
/// <param name="Day">Or: a date so many days after the row's own day, in the column's form.</param>
/// <param name="IsRepeat">Or: the whole row is an earlier one again.</param>
/// <param name="Reason">The reason the receipt of the feed gives.</param>
sealed record PlantedFault(string Column, string? Text, int? Day, bool IsRepeat, string Reason);
