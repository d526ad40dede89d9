namespace Shiremoot.Records;

/// <summary>A category (one of 24, actuarial) or a group (one of 12, parent) of offences.</summary>
public sealed record OffenceKind(Term Term) : ITerm;

/// <summary>A weight that is one value, or a range where the code covers offences of different weight.</summary>
public readonly record struct WeightRange(double Low, double High)
{
    /// <summary>The weight if it is one value; null if the code does not settle it.</summary>
    public double? Value => Low.Equals(High) ? Low : null;
}

/// <summary>How far the join of a severity weight goes.</summary>
public enum WeightBasis
{
    None,

    /// <summary>The weight is of this code's own recorded crime class.</summary>
    Code,

    /// <summary>The weight is of the whole Home Office class.</summary>
    Class,
}

/// <summary>An offence by its Home Office code.</summary>
/// <param name="Code">Class of three digits and subcode of two: 00101.</param>
/// <param name="ClassTitle">Title of the class.</param>
/// <param name="Title">Title of the offence.</param>
/// <param name="Category">Id of the actuarial category (24).</param>
/// <param name="Group">Id of the parent group (12).</param>
/// <param name="Ogrs3Weight">Weight in OGRS3; null if none is given or the exact offence is needed.</param>
/// <param name="NeedsExactOffence">The published weight is 999: the code is too wide to weigh.</param>
/// <param name="IsViolentSanction">Counts as a violent sanction.</param>
/// <param name="IsViolentOrSexual">Counts as violent or sexual in the screening of offenders with personality disorder.</param>
/// <param name="Severity">ONS severity weight (days of custody, mean sentence); null where there is no honest join.</param>
/// <param name="SeverityBasis">How the severity weight was joined.</param>
/// <param name="Harm">Cambridge harm (days of custody at the guideline's starting point); null where the index does not list the code.</param>
public sealed record Offence(
    string Code, string ClassTitle, string Title, string Category, string Group, double? Ogrs3Weight, bool NeedsExactOffence,
    bool IsViolentSanction, bool IsViolentOrSexual, WeightRange? Severity, WeightBasis SeverityBasis, WeightRange? Harm);
