namespace Shiremoot.Futures;

/// <summary>What a set sum is for.</summary>
public enum ContractSumKind
{
    /// <summary>Paid each year to run on.</summary>
    Grant,

    /// <summary>Paid at the beginning to invest, and what a pay-back is reckoned on.</summary>
    Upfront,

    /// <summary>Paid for a service.</summary>
    Service,
}

/// <summary>A sum that does not hang on this year's flows: a grant, an investment, a service bought.</summary>
/// <param name="Name">Unique in the contract.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="From">Who pays.</param>
/// <param name="To">Who gets it.</param>
/// <param name="ByYear">Pounds by year of the contract.</param>
/// <param name="BaselineShare">Instead of pounds: this share of what the baseline costs at the year's prices; nought if not.</param>
/// <param name="SavingShare">Instead of pounds: this share of what the payer did not spend on the lines the year before, against the baseline; nought if not.</param>
/// <param name="Most">The most in a year; null for no bound.</param>
/// <param name="Source">Where the sum is from.</param>
public sealed record ContractSum(
    string Name, ContractSumKind Kind, int From, int To, IReadOnlyList<decimal> ByYear, decimal BaselineShare, decimal SavingShare, decimal? Most, string Source);
