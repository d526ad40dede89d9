namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>A person as their records, put together by the truth, tell of them. Days as numbers; <see cref="None"/> where there is none.</summary>
sealed class RecordedPerson
{
    public const int None = int.MinValue;

    public int Number { get; init; }

    public int Birth { get; init; } = None;

    /// <summary>True, false, or not known.</summary>
    public bool? IsFemale { get; init; }

    /// <summary>The day of the first record of a justice agency.</summary>
    public int FirstJustice { get; set; } = None;

    public List<RecordedCase> Cases { get; } = [];

    public List<RecordedSpan> Spans { get; } = [];

    public bool IsKnown => Birth != None && IsFemale is not null;

    public double AgeOn(int day) => (day - Birth) / 365.25;
}

/// <summary>Something else recorded of a person: a contact, an order, a time in prison.</summary>
readonly record struct RecordedSpan(string Kind, int Start, int End, string Disposal, string Status);

/// <summary>One case of a person: what the police and the courts recorded of one offence, found by its day.</summary>
sealed class RecordedCase(RecordedPerson person, int offenceDay)
{
    public const int None = RecordedPerson.None;

    public RecordedPerson Person { get; } = person;

    public int OffenceDay { get; } = offenceDay;

    public string Offence { get; set; } = "";

    /// <summary>Number of the group of the offence in the model.</summary>
    public int Group { get; set; }

    /// <summary>Day of arrest or voluntary interview.</summary>
    public int Met { get; set; } = None;

    public bool IsInterview { get; set; }

    public string Outcome { get; set; } = "";

    public int OutcomeDay { get; set; } = None;

    public int ChargeDay { get; set; } = None;

    public int Hearing { get; set; } = None;

    public int Trial { get; set; } = None;

    public int Conviction { get; set; } = None;

    public int Sentence { get; set; } = None;

    public string Disposal { get; set; } = "";

    public double SentenceDays { get; set; }

    /// <summary>Cautions and convictions in earlier cases; known where <see cref="HasHistory"/>.</summary>
    public int Sanctions { get; set; }

    /// <summary>The records hold the person's cases from the first one on.</summary>
    public bool HasHistory { get; set; }

    public bool IsFirst { get; set; }

    public bool IsProven => Conviction != None || Outcome is "caution" or "conditional-caution" or "youth-caution" or "youth-conditional-caution";

    /// <summary>Convicted at the first hearing, without a trial: by magistrates.</summary>
    public bool IsByMagistrates => Conviction != None && Trial == None;

    public bool IsIn(int group) => Group == group;
}
