using Shiremoot.Economics.Costing;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics;

/// <summary>What a fall in use saves in a year, in pounds.</summary>
/// <param name="Average">At the average cost: what is often claimed, of which much is not saved.</param>
/// <param name="AtOnce">What falls with each case fewer: cash.</param>
/// <param name="ByStep">What falls because whole steps are empty.</param>
public readonly record struct SavingSum(decimal Average, decimal AtOnce, decimal ByStep)
{
    /// <summary>At once and by steps together.</summary>
    public decimal Stepped => AtOnce + ByStep;

    public static SavingSum operator +(SavingSum one, SavingSum other) => new(one.Average + other.Average, one.AtOnce + other.AtOnce, one.ByStep + other.ByStep);
}

/// <summary>What a fall saves of one price.</summary>
/// <param name="Price">Whose it is.</param>
/// <param name="Cost">What it costs in the year, as it may be shown. All else is worked out from this figure.</param>
/// <param name="Each">What one case costs in the year: an event, or a place or a person for the whole year.</param>
/// <param name="Cases">Cost ÷ each: events, or places and people on an average day.</param>
/// <param name="Fewer">How many fewer.</param>
/// <param name="Saved">What that saves.</param>
/// <param name="WholeSteps">Steps that are empty.</param>
/// <param name="ToNextStep">How many more must go for one more step to be empty; null where nothing falls by steps.</param>
/// <param name="Sum">The sum in words.</param>
public sealed record SavingLine(EventPrice Price, ProtectedAmount Cost, decimal Each, decimal Cases, decimal Fewer, SavingSum Saved, decimal WholeSteps, decimal? ToNextStep, string Sum);

/// <summary>What a fall saves an agency.</summary>
/// <param name="Agency">Who bears the cost.</param>
/// <param name="Cost">What it bears in the year, of what may be shown.</param>
/// <param name="Saved">What of it is saved.</param>
/// <param name="Sum">The sum in words, price by price.</param>
public sealed record AgencySaving(string Agency, decimal Cost, SavingSum Saved, string Sum);

/// <summary>What a fall of so many per cent would save.</summary>
public sealed record SavingPoint(int PerCent, SavingSum Saved);

/// <summary>
/// What would be saved in a year if the use of a cohort fell: at the average cost, at once, and by steps. Worked out from protected costs alone. Method: docs/methods/costing-stories.md.
/// </summary>
/// <param name="Question">What was asked, its year filled in.</param>
/// <param name="Cohort">Whose use: the title of the cohort; empty for everyone.</param>
/// <param name="Fall">By how much.</param>
/// <param name="Share">The fall as a share of their use, from 0 to 1.</param>
/// <param name="ShareSum">How that was worked out, in words.</param>
/// <param name="All">What they cost in the year, with the people who cost anything.</param>
/// <param name="Lines">By price, the dearest first.</param>
/// <param name="ByAgency">By agency, the one that bears most first.</param>
/// <param name="Total">All lines together.</param>
/// <param name="Curve">Falls of nought per cent and more, one by one.</param>
/// <param name="Notes">What a reader must know.</param>
/// <param name="Origin">Generated if any record is.</param>
/// <param name="Rules">How people are protected.</param>
public sealed record FallSavings(
    CostQuestion Question, string Cohort, UseFall Fall, decimal Share, string ShareSum, ProtectedAmount All, IReadOnlyList<SavingLine> Lines, IReadOnlyList<AgencySaving> ByAgency, SavingSum Total,
    IReadOnlyList<SavingPoint> Curve, IReadOnlyList<string> Notes, Origin Origin, DisclosureRules Rules)
{
    /// <summary>The financial year it is of.</summary>
    public string Year => Question.Year ?? "";

    /// <summary>
    /// What the fall saves in the year of the question, or the latest that the records cover. Of the question its cohort, year, price year and months count. Refused as <see cref="StoryCosts.Of"/>, and
    /// where it is not a question of fiscal cost, where more falls than there is, or where the people or stays are too few to tell what a number of them is a share of.
    /// </summary>
    public static Outcome<FallSavings> Of(CostSetting setting, CostQuestion question, UseFall fall) => FallSums.Of(setting, question, fall);
}
