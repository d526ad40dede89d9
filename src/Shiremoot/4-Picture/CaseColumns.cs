namespace Shiremoot.Picture;

/// <summary>What the columns of a file of cases are called. A file has either the dates, or the two ages in their stead.</summary>
public sealed record CaseColumns
{
    public string Sex { get; init; } = "sex";

    public string BirthDate { get; init; } = "birth_date";

    public string ConvictionDate { get; init; } = "conviction_date";

    /// <summary>The sentence in the community, or the release from custody.</summary>
    public string FollowUpDate { get; init; } = "follow_up_date";

    /// <summary>For scores that count months without an offence; the start of the follow-up where there is none.</summary>
    public string AssessmentDate { get; init; } = "assessment_date";

    public string AgeAtConviction { get; init; } = "age_at_conviction";

    public string AgeAtFollowUp { get; init; } = "age_at_follow_up";

    public string OffenceFreeMonths { get; init; } = "offence_free_months";

    /// <summary>Convictions and cautions of all, the current one among them.</summary>
    public string Sanctions { get; init; } = "sanctions";

    public string FirstSanctionAge { get; init; } = "first_sanction_age";

    /// <summary>The Home Office code of the current offence, class and subcode: 00806 or 008/06.</summary>
    public string OffenceCode { get; init; } = "offence_code";

    /// <summary>Patterns of dates, tried in their order.</summary>
    public IReadOnlyList<string> DatePatterns { get; init; } = ["yyyy-MM-dd", "dd/MM/yyyy"];
}
