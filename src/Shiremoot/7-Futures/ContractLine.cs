namespace Shiremoot.Futures;

/// <summary>Something counted that costs money or is measured: nights of one type of place, events, people reconvicted.</summary>
public sealed record ContractLine
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What is counted, in the plural: nights.</summary>
    public required string Unit { get; init; }

    public required string Source { get; init; }

    /// <summary>The series of a result it is taken from; empty where only the contract's own draws can give it.</summary>
    public required string Series { get; init; }

    /// <summary>Times the series: the share of its nights that are of this type.</summary>
    public required decimal Share { get; init; }

    /// <summary>True for nights of children on remand.</summary>
    public required bool IsRemand { get; init; }

    /// <summary>Pounds a unit, by year; empty where nothing is priced.</summary>
    public required IReadOnlyList<decimal> Prices { get; init; }

    /// <summary>Who provides it and is paid; -1 where no money changes hands for it.</summary>
    public required int Provider { get; init; }

    /// <summary>Who pays the provider; -1 where nobody does.</summary>
    public required int PaidBy { get; init; }

    /// <summary>Who pays <see cref="PaidBy"/> the price of each unit used; -1 where nobody does.</summary>
    public required int ChargedTo { get; init; }

    /// <summary>Who pays for it where there is no contract.</summary>
    public required int PaidBefore { get; init; }

    /// <summary>The share of the price that is saved with each unit; the rest is saved by steps.</summary>
    public required decimal Marginal { get; init; }

    /// <summary>Units in a step: a wing or a contract that can be closed. Nought: the rest is never saved.</summary>
    public required decimal Step { get; init; }

    /// <summary>Units bought ahead; null where it is the baseline.</summary>
    public required decimal? Bought { get; init; }

    /// <summary>Units of each year without the contract, as agreed; null where it is what the baseline arm has on average.</summary>
    public required IReadOnlyList<decimal>? Baseline { get; init; }

    /// <summary>The number of people of whom these are counted; nought where there is no such number.</summary>
    public required decimal Cohort { get; init; }

    /// <summary>The contract's own draws; null where a result must be given.</summary>
    public required DrawnDemand? Drawn { get; init; }

    /// <summary>
    /// What the provider of it is paid in a year: the marginal share of the price for every unit used, the rest for every unit of capacity. Capacity is what was
    /// bought (the baseline, if nothing says so) less the whole steps that are not used, and never under what is used.
    /// </summary>
    public decimal ProviderPay(decimal units, decimal bought, decimal price)
    {
        decimal unused = Math.Max(0, bought - units), closed = Step > 0 ? decimal.Floor(unused / Step) * Step : 0;
        return Pence.Round(price * ((Marginal * units) + ((1 - Marginal) * Math.Max(units, bought - closed))));
    }
}

/// <summary>Demand that is drawn by chance where no simulation gives it.</summary>
/// <param name="Events">Events a year, on average, in the first year; for a cohort nought.</param>
/// <param name="Dispersion">Variance of a year's events over their mean: 1 for Poisson, above for negative binomial.</param>
/// <param name="Chance">For a cohort: each person's chance; otherwise nought.</param>
/// <param name="Length">Units of each event, on average.</param>
/// <param name="LengthDeviation">Standard deviation of those; nought for all alike, otherwise gamma, in whole units from 1.</param>
/// <param name="Trend">Change from year to year whatever is done, as a share.</param>
/// <param name="Reduction">The share of events the option is hoped to avoid.</param>
/// <param name="ReductionDeviation">How sure that is: the standard deviation.</param>
/// <param name="Ramp">Times the reduction, by year.</param>
/// <param name="Source">Where these are from.</param>
public sealed record DrawnDemand(
    double Events, double Dispersion, double Chance, double Length, double LengthDeviation, double Trend, double Reduction, double ReductionDeviation, IReadOnlyList<double> Ramp, string Source);
