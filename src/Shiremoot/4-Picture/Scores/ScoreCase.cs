namespace Shiremoot.Picture.Scores;

/// <summary>What a score is worked out from. Ages are in completed years.</summary>
/// <param name="IsFemale">Female, or else male: the scores have numbers for no other sex.</param>
/// <param name="AgeAtFollowUp">At the sentence in the community, or the release from custody.</param>
/// <param name="AgeAtConviction">At the current conviction.</param>
/// <param name="AgeAtFirstSanction">At the first conviction or caution of all.</param>
/// <param name="Sanctions">Convictions and cautions, the current one among them.</param>
/// <param name="OffenceFreeMonths">Months from the start of the follow-up to the assessment; 0 in custody.</param>
/// <param name="OffenceWeight">The weight of the current offence in this score.</param>
readonly record struct ScoreCase(
    bool IsFemale, int AgeAtFollowUp, int AgeAtConviction, int AgeAtFirstSanction, int Sanctions, int OffenceFreeMonths, double OffenceWeight);

/// <summary>A score: its sum on the logit scale, and the share of people like this who are expected to reoffend.</summary>
/// <param name="Z">The sum of its terms.</param>
/// <param name="OneYear">Expected within one year, per one; not a number where the score has no such horizon.</param>
/// <param name="TwoYears">Expected within two years, per one.</param>
readonly record struct ScoreValue(double Z, double OneYear, double TwoYears)
{
    public static double Logistic(double z) => 1 / (1 + Math.Exp(-z));
}

/// <summary>The weight of an offence in a score, or why it has none.</summary>
readonly record struct OffenceWeight(double Weight, string? WhyNot);
