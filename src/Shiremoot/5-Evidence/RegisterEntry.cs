namespace Shiremoot.Evidence;

/// <summary>What the figure of an entry is.</summary>
public enum RegisterMeasure
{
    OddsRatio,
    RiskRatio,

    /// <summary>Percentage points more, or fewer, to whom the outcome happens.</summary>
    Points,

    /// <summary>Per cent more, or fewer, of the outcome.</summary>
    PercentChange,

    /// <summary>Standard deviations.</summary>
    StandardisedDifference,
}

/// <summary>The scale on which an effect is normal: where effects may be averaged, drawn from and shrunk.</summary>
public enum RegisterScale
{
    LogOddsRatio,
    LogRiskRatio,

    /// <summary>Percentage points.</summary>
    Points,

    /// <summary>The logarithm of 1 + change / 100.</summary>
    LogRelativeChange,
    StandardDeviations,
}

/// <summary>An entry of the evidence register: what one published review or study, or the place's own, says an intervention does to an outcome.</summary>
public sealed record RegisterEntry
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What was done, in the words by which entries are set beside each other.</summary>
    public required string Intervention { get; init; }

    /// <summary>To whom.</summary>
    public required string Population { get; init; }

    /// <summary>What it was to change, in the words by which entries are set beside each other.</summary>
    public required string Outcome { get; init; }

    public required RegisterMeasure Measure { get; init; }

    /// <summary>As published; null where the figure is not known here.</summary>
    public double? Effect { get; init; }

    /// <summary>As published; null where no interval is known here.</summary>
    public double? Lower { get; init; }

    public double? Upper { get; init; }

    /// <summary>How the figure or its interval follows from what the source gives, with the formula; empty where both are as published.</summary>
    public string Derived { get; init; } = "";

    /// <summary>Of the interval, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>True where a higher published figure means less of the outcome.</summary>
    public bool HigherIsBetter { get; init; }

    /// <summary>Standard deviation of true effects between the studies of a review, on the scale; null where it is not given.</summary>
    public double? Spread { get; init; }

    public int? Studies { get; init; }

    /// <summary>How long people or places were followed; empty where it is not known here.</summary>
    public string FollowUp { get; init; } = "";

    /// <summary>How it was found out: randomised trial, review of trials and so on.</summary>
    public required string Design { get; init; }

    /// <summary>1 to 5 on the Maryland Scientific Methods Scale (Sherman and others, 1997): of a review, that of the weakest design it lets in.</summary>
    public required int Quality { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    public required int Year { get; init; }

    public required string Source { get; init; }

    /// <summary>Where it can be found: a DOI or an address.</summary>
    public required string Reference { get; init; }

    public required string Note { get; init; }

    /// <summary>In what text the figure was read, and when; empty where it was not, or where that is not told.</summary>
    public string Read { get; init; } = "";

    /// <summary>True where whoever wrote the entry read the figure in the source or its abstract, or worked it out from figures read there.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>True for a result of the place itself.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The file it was read from, as shown.</summary>
    public string File { get; init; } = "";

    public RegisterScale Scale => Measure switch
    {
        RegisterMeasure.OddsRatio => RegisterScale.LogOddsRatio,
        RegisterMeasure.RiskRatio => RegisterScale.LogRiskRatio,
        RegisterMeasure.Points => RegisterScale.Points,
        RegisterMeasure.PercentChange => RegisterScale.LogRelativeChange,
        _ => RegisterScale.StandardDeviations,
    };

    /// <summary>True where there is an interval, so that the effect has a distribution.</summary>
    public bool HasInterval => Effect is not null && Lower is not null && Upper is not null;

    /// <summary>True where the figure or its interval is not as published, but follows from what is.</summary>
    public bool IsDerived => Derived.Length > 0;
}
