using Shiremoot.Records;

namespace Shiremoot.Economics;

/// <summary>Which cost is added up.</summary>
public enum CostBasis
{
    /// <summary>The average cost: what is spent, shared over the cases.</summary>
    Average,

    /// <summary>The part of it that falls with each case fewer.</summary>
    AtOnce,

    /// <summary>Not money: events, nights and days.</summary>
    Quantity,
}

/// <summary>What costs of stories are broken down by.</summary>
public enum CostBy
{
    /// <summary>Not broken down.</summary>
    All,
    Agency,
    Stage,
    Year,

    /// <summary>By the price: arrests, nights in prison.</summary>
    What,

    /// <summary>Each agency at each stage.</summary>
    AgencyAndStage,
}

/// <summary>What is asked of the costs of stories.</summary>
/// <param name="PriceYear">The year whose prices the money is in.</param>
/// <param name="Rows">What the rows are.</param>
/// <param name="Columns">What the columns are.</param>
public sealed record CostQuestion(string PriceYear, CostBy Rows, CostBy Columns)
{
    /// <summary>Fiscal, economic or social: one of them, for they are not added.</summary>
    public CostKind Kind { get; init; } = CostKind.Fiscal;

    public CostBasis Basis { get; init; } = CostBasis.Average;

    /// <summary>Whose cost. Several cohorts may share people; none: everyone together.</summary>
    public IReadOnlyList<DrawnCohort> Cohorts { get; init; } = [];

    /// <summary>Where set, only what happens after the index date of a person of the first cohort, within so many months; those not watched so long are left out.</summary>
    public int? MonthsAfterIndex { get; init; }

    /// <summary>Only this reporting year: 2015/16. Null: all.</summary>
    public string? Year { get; init; }

    /// <summary>At most so many threads; no figure depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
