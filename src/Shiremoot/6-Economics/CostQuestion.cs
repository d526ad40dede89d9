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

    /// <summary>Events, nights and days apart.</summary>
    Unit,

    /// <summary>By the local authority where the person lives. Makes rows only.</summary>
    Area,

    /// <summary>By the first steps of the person's story. Makes rows only.</summary>
    Pathway,
}

/// <summary>People told apart by something of their own, each in one part.</summary>
public sealed class PeopleParts
{
    internal PeopleParts(IReadOnlyList<string> names, int[] of) => (Names, Of) = (names, of);

    /// <summary>The parts, as shown.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>By person: the place of the part.</summary>
    internal int[] Of { get; }
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

    /// <summary>Who is in which part, where the rows are parts of the people.</summary>
    public PeopleParts? Parts { get; init; }

    /// <summary>Where set, only what happens after the index date of a person of the first cohort, within so many months; those not watched so long are left out.</summary>
    public int? MonthsAfterIndex { get; init; }

    /// <summary>Only this reporting year: 2015/16. Null: all.</summary>
    public string? Year { get; init; }

    /// <summary>The question as it is answered: nobody bears an event, and events, nights and days are never added, so quantities are told by price or by unit.</summary>
    internal CostQuestion Meant => Basis != CostBasis.Quantity ? this : this with
    {
        Rows = Rows is CostBy.Agency or CostBy.All or CostBy.Unit ? CostBy.What : Rows == CostBy.AgencyAndStage ? CostBy.Stage : Rows,
        Columns = Rows is not (CostBy.Agency or CostBy.All or CostBy.Unit or CostBy.What) ? CostBy.Unit : Columns is CostBy.Stage or CostBy.Year ? Columns : CostBy.All,
    };

    /// <summary>At most so many threads; no figure depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
