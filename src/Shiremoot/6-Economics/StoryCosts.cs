using Shiremoot.Economics.Costing;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics;

/// <summary>What people of a cohort cost, in rows and columns, protected.</summary>
/// <param name="Cohort">Whose cost: the title of the cohort; empty for everyone.</param>
/// <param name="Rows">Names of the rows: agencies, ids of stages or prices, years.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Cells">The amounts: pounds, or a quantity where that was asked.</param>
public sealed record CostTable(string Cohort, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, ProtectedAmounts Cells)
{
    /// <summary>By row and column: false where no price can fall, so that there is nothing to show or to withhold.</summary>
    public required bool[,] Possible { get; init; }
}

/// <summary>The costs of stories, protected, with what a reader must know of them.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Tables">One for each cohort asked for, or one for everyone.</param>
/// <param name="Period">The days covered, in words.</param>
/// <param name="Notes">What is counted how, and what was left out.</param>
/// <param name="Origin">Generated if any record is.</param>
/// <param name="Rules">How people are protected.</param>
public sealed record StoryCosts(CostQuestion Question, IReadOnlyList<CostTable> Tables, string Period, IReadOnlyList<string> Notes, Origin Origin, DisclosureRules Rules)
{
    /// <summary>False where a row holds events, nights and days together, which are never added.</summary>
    public bool HasRowTotals => Question.Basis != CostBasis.Quantity || Question.Rows == CostBy.What;

    /// <summary>False where a column holds events, nights and days together.</summary>
    public bool HasColumnTotals => Question.Basis != CostBasis.Quantity || Question.Columns == CostBy.Unit;

    /// <summary>Adds up what the stories cost. Refused where a price cannot be brought to the year, a condition does not fit the records, or nothing is dated.</summary>
    public static Outcome<StoryCosts> Of(CostSetting setting, CostQuestion question)
    {
        if (question.Columns is CostBy.Area or CostBy.Pathway) return Costing.Refusals.PartsAreRows($"{question.Columns}".ToLowerInvariant());
        question = question.Meant;
        bool byPart = question.Rows is CostBy.Area or CostBy.Pathway;
        if (byPart && question.Parts is null) return Costing.Refusals.NoParts($"{question.Rows}".ToLowerInvariant());
        return CostPass.Run(setting, question with { Rows = byPart ? CostBy.All : question.Rows, Parts = byPart ? question.Parts : null }, totals: false).Then<StoryCosts>(sums =>
        {
            CostTable[] tables = [.. Enumerable.Range(0, Math.Max(1, question.Cohorts.Count)).Select(cohort => Table(sums, cohort, question, setting.Rules))];
            return new StoryCosts(question, tables, CostNotes.Period(sums), CostNotes.Of(sums, setting, question), setting.Stories.Origin, setting.Rules);
        });
    }

    private static CostTable Table(CostSums sums, int cohort, CostQuestion question, DisclosureRules rules)
    {
        CostCells cells = sums.Cells;
        string title = cohort < question.Cohorts.Count ? question.Cohorts[cohort].Cohort.Title : "";
        if (question is not { Rows: CostBy.Area or CostBy.Pathway, Parts: { } parts }) return new CostTable(title, cells.Rows, cells.Columns, ProtectedAmounts.Protect(sums.Of(cohort), cells.Possible, rules)) { Possible = cells.Possible };
        bool[,] possible = new bool[parts.Names.Count, cells.Columns.Count];
        for (int r = 0; r < parts.Names.Count; r++)
            for (int c = 0; c < cells.Columns.Count; c++) possible[r, c] = Enumerable.Range(0, cells.Rows.Count).Any(of => cells.Possible[of, c]);
        return new CostTable(title, parts.Names, cells.Columns, ProtectedAmounts.Protect(sums.OfParts(cohort, parts.Names.Count), possible, rules)) { Possible = possible };
    }
}
