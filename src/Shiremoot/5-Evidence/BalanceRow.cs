namespace Shiremoot.Evidence;

/// <summary>How alike the two kinds are in one thing.</summary>
public enum BalanceLight
{
    /// <summary>Up to the green limit.</summary>
    Green,

    /// <summary>Up to the amber limit.</summary>
    Amber,

    /// <summary>Beyond it.</summary>
    Red,
}

/// <summary>One covariate before and after the kinds were made alike.</summary>
/// <param name="Name">Of the covariate, or of one value of it.</param>
/// <param name="Treated">Mean of those who had the service, after.</param>
/// <param name="Others">Mean of the others, after.</param>
/// <param name="Before">Standardised difference before; of a share by its own spread, of a number by that of those the effect is told for.</param>
/// <param name="After">The same after, by the same spread.</param>
/// <param name="RatioBefore">Variance of the treated over that of the others; not a number of a share.</param>
/// <param name="RatioAfter">The same after.</param>
/// <param name="Light">Of the difference after.</param>
public sealed record BalanceRow(string Name, double Treated, double Others, double Before, double After, double RatioBefore, double RatioAfter, BalanceLight Light);
