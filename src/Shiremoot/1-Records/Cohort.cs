using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Which people are meant: a named condition, with the day that counts for each of them. A file of the place's folder 'cohorts'.</summary>
public sealed record Cohort
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who defined it, or where the definition is published.</summary>
    public required string Source { get; init; }

    /// <summary>The condition a person must meet; null takes everyone.</summary>
    public required CohortText? Where { get; init; }

    /// <summary>The day that counts for each person; those without one are not in the cohort. Null: the cohort has no index date.</summary>
    public required CohortText? Index { get; init; }

    /// <summary>Little stories with the answer they must give.</summary>
    public required IReadOnlyList<CohortExample> Examples { get; init; }

    /// <summary>Everyone in the records.</summary>
    public static Cohort Everyone { get; } = new() { Id = "everyone", Title = "Everyone in the records", Source = "", Where = null, Index = null, Examples = [] };

    /// <summary>The whole definition in plain English.</summary>
    public string InWords => (Where, Index) switch
    {
        (null, null) => "Everyone.",
        (null, { } index) => $"Everyone with an index date, which is {index.InWords}.",
        ({ } where, null) => $"People for whom {where.InWords}.",
        ({ } where, { } index) => $"People for whom {where.InWords}; the index date is {index.InWords}.",
    };

    /// <summary>Draws the cohort: who is in it, on which day, and who was left after each condition. Refused where a name is not to be found.</summary>
    public Outcome<DrawnCohort> Draw(Stories stories, CohortNames? also = null) => CohortDrawing.Draw(this, stories, also ?? CohortNames.None);
}

/// <summary>A story such as "sex female; born 2009-05-05; offence 2023-02-01, 2023-04-01" and whether its person is in the cohort.</summary>
public sealed record CohortExample(string Story, bool IsIn);

/// <summary>A cohort drawn from stories.</summary>
public sealed class DrawnCohort
{
    internal DrawnCohort(Cohort cohort, Stories stories, CohortNames also, bool[] isIn, int[]? indexDay, IReadOnlyList<AttritionStep> attrition) =>
        (Cohort, Stories, Also, IsIn, IndexDay, Attrition) = (cohort, stories, also, isIn, indexDay, attrition);

    public Cohort Cohort { get; }

    public Stories Stories { get; }

    /// <summary>Number of people in the cohort.</summary>
    public RawCount People => Attrition[^1].Left;

    /// <summary>How many people were left after each condition, the first line being everyone.</summary>
    public IReadOnlyList<AttritionStep> Attrition { get; }

    internal CohortNames Also { get; }

    internal bool[] IsIn { get; }

    /// <summary>The index day of each person; null if the cohort has none.</summary>
    internal int[]? IndexDay { get; }
}

/// <summary>A line of an attrition table: a condition as written and in words, and the people left once it is asked for.</summary>
public sealed record AttritionStep(string Condition, string InWords, RawCount Left);
