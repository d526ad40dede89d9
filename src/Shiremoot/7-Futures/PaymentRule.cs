namespace Shiremoot.Futures;

/// <summary>How a reduction is measured.</summary>
public enum ReductionForm
{
    /// <summary>As a share of what would have been.</summary>
    Share,

    /// <summary>In points: the difference of two rates of a cohort.</summary>
    Points,
}

/// <summary>When a reduction is judged.</summary>
public enum PaymentWindow
{
    /// <summary>Each year by itself: a cohort a year.</summary>
    Year,

    /// <summary>All years together, at the end.</summary>
    Term,
}

/// <summary>
/// What is paid for doing better: piecewise linear in the reduction r. Nothing under the threshold th; from it on, B × (share × th + rate × (min(r, cap) − th)).
/// B is the cost of demand without the contract (or its cashable part), a price for each unit of it, or a stated amount.
/// </summary>
public sealed record PaymentRule
{
    public required string Name { get; init; }

    public required IReadOnlyList<PartyShare> From { get; init; }

    public required IReadOnlyList<PartyShare> To { get; init; }

    /// <summary>The lines it looks at.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    public required ReductionForm Form { get; init; }

    /// <summary>True if lines are added up by what they cost, false by their units.</summary>
    public required bool ByCost { get; init; }

    public required PaymentWindow Window { get; init; }

    /// <summary>Whole years from the end of a window until the money moves.</summary>
    public required int Lag { get; init; }

    /// <summary>The reduction under which nothing is paid.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>The part of the reduction up to the threshold that is paid for once it is met.</summary>
    public required decimal Share { get; init; }

    /// <summary>The part of the reduction above the threshold that is paid for.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The reduction above which no more is paid.</summary>
    public required decimal Cap { get; init; }

    /// <summary>Pounds for each unit without the contract; null where B is something else.</summary>
    public required decimal? Each { get; init; }

    /// <summary>B as stated; null where it is something else.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The part of the cost of demand that can be turned into cash.</summary>
    public required decimal Cashable { get; init; }

    /// <summary>The most the rule pays over the whole contract; null for no bound.</summary>
    public required decimal? Most { get; init; }

    /// <summary>The threshold on all years together, used at the end if no year has paid; null where there is none.</summary>
    public required decimal? Pooled { get; init; }

    /// <summary>What goes back for doing worse; null where nothing does.</summary>
    public required PayBack? Back { get; init; }

    public required string Source { get; init; }

    /// <summary>True if it pays for doing better, and not only takes back for doing worse.</summary>
    public bool CanPay => Share > 0 || Rate > 0;

    /// <summary>What is paid for a reduction, to the penny, before <see cref="Most"/>.</summary>
    public decimal Pay(decimal reduction, decimal worth) => Pay(reduction, worth, Threshold);

    /// <summary>As <see cref="Pay(decimal, decimal)"/>, at another threshold: that of pooled years.</summary>
    public decimal Pay(decimal reduction, decimal worth, decimal threshold) =>
        reduction < threshold ? 0 : Pence.Round(worth * ((Share * threshold) + (Rate * (Math.Min(reduction, Math.Max(Cap, threshold)) - threshold))));
}

/// <summary>What a pay-back is reckoned on.</summary>
public enum PayBackOf
{
    /// <summary>What was paid up front.</summary>
    Upfront,

    /// <summary>The worth the rule itself multiplies.</summary>
    Worth,
}

/// <summary>Pay-back (clawback): what goes the other way if the reduction is under a mark.</summary>
/// <param name="Below">The mark: under it something is owed.</param>
/// <param name="IsFull">True: all of it at once; false: in proportion to the shortfall.</param>
/// <param name="Rate">For each part of shortfall, this part of the sum.</param>
/// <param name="Of">The sum.</param>
/// <param name="Most">The most that goes back over the whole contract: the collar; null for no bound but the sum.</param>
public sealed record PayBack(decimal Below, bool IsFull, decimal Rate, PayBackOf Of, decimal? Most)
{
    /// <summary>What is owed for a reduction, to the penny, before <see cref="Most"/>; never more than the sum.</summary>
    public decimal Owed(decimal reduction, decimal sum) =>
        reduction >= Below ? 0 : IsFull ? sum : Pence.Round(sum * Math.Min(1, Rate * (Below - reduction)));
}
