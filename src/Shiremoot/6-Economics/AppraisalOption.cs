using Shiremoot.Economics.Appraising;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>Whose gains and costs the headline is of.</summary>
public enum AppraisalPerspective
{
    /// <summary>Everyone: agencies, people and the economy.</summary>
    Society,

    /// <summary>Public budgets alone.</summary>
    Taxpayer,
}

/// <summary>How an effect is written.</summary>
public enum EffectForm
{
    /// <summary>The share of the baseline that no longer happens.</summary>
    ShareAvoided,

    /// <summary>Units avoided for each person who keeps to it.</summary>
    UnitsAvoided,

    /// <summary>Logarithm of an odds ratio, on the chance of the outcome.</summary>
    LogOddsRatio,

    /// <summary>Logarithm of a ratio of rates or risks.</summary>
    LogRatio,

    /// <summary>Percentage points, on the chance of the outcome.</summary>
    Points,
}

/// <summary>What an option is to change, and by how much. Numbers are places in <see cref="AppraisalOption.Inputs"/>; -1 where the file gives none. Social gains of an outcome in health are discounted on the schedule for health.</summary>
public sealed record OptionOutcome(
    string Id, string Title, string Unit, EffectForm Form, int Effect, int Baseline, int Chance, int Need, int Deadweight, int Attribution,
    int Displacement, int Substitution, int Leakage, int DropOff, int Fade, int Lag, int Lasts, IReadOnlyList<double> Ramp, double Optimism, string OptimismOf, bool IsOffence, bool IsHealth);

/// <summary>What one unit of an outcome is worth to one who bears it.</summary>
/// <param name="Outcome">Place in <see cref="AppraisalOption.Outcomes"/>.</param>
/// <param name="Code">The code of the unit cost, or the name of a stated amount.</param>
/// <param name="Kind">Fiscal, economic or social.</param>
/// <param name="Bearer">Place in <see cref="AppraisalOption.Bearers"/>.</param>
/// <param name="Each">Pounds a unit, this bearer's share of them, at the price year of the option.</param>
/// <param name="Share">This bearer's share.</param>
/// <param name="Units">Input: units of it for each case of the outcome.</param>
/// <param name="Factor">Input: by how much the unit cost may be out; -1 for none.</param>
/// <param name="Cashable">Input: share of a fiscal saving that can be taken out of a budget; -1 for nought.</param>
/// <param name="Marginal">Input: share of the average cost that one fewer saves; -1 for all.</param>
/// <param name="Step">Units a year at which a whole step is saved (a wing closes); nought for no steps.</param>
/// <param name="Source">Of the unit cost.</param>
/// <param name="Quality">Of the unit cost, in its source's words.</param>
/// <param name="Working">How <paramref name="Each"/> was come by, in figures.</param>
public sealed record OptionValue(
    int Outcome, string Code, CostKind Kind, int Bearer, double Each, double Share, int Units, int Factor, int Cashable, int Marginal, double Step, string Source, string Quality, string Working);

/// <summary>How a cost of an option is borne.</summary>
public enum OptionCostKind
{
    Capital,
    Revenue,

    /// <summary>Staff and rooms that are lent, not paid for.</summary>
    InKind,

    /// <summary>Hours of people who are not paid: a cost to society, not to a budget.</summary>
    Volunteers,
}

/// <summary>A cost of an option.</summary>
/// <param name="Name">Unique in the option.</param>
/// <param name="Kind">How it is borne.</param>
/// <param name="Bearer">Place in <see cref="AppraisalOption.Bearers"/>.</param>
/// <param name="Amount">Input: pounds a year, pounds a person, hours or units.</param>
/// <param name="Each">Pounds at the price year of the option for one of the amount.</param>
/// <param name="PerHour">Input: pounds an hour; -1 where the amount is in pounds.</param>
/// <param name="IsPerPerson">True if the amount is for each person who takes it up.</param>
/// <param name="ByYear">Times the amount, by year.</param>
/// <param name="Optimism">Share by which it is raised.</param>
/// <param name="OptimismOf">What that share is.</param>
/// <param name="Source">Where the cost is from.</param>
/// <param name="Working">How <paramref name="Each"/> was come by, in figures.</param>
public sealed record OptionCost(
    string Name, OptionCostKind Kind, int Bearer, int Amount, double Each, int PerHour, bool IsPerPerson, IReadOnlyList<double> ByYear, double Optimism, string OptimismOf, string Source, string Working);

/// <summary>Who pays or gains.</summary>
/// <param name="Name">An agency, or one of <see cref="People"/>.</param>
/// <param name="IsAgency">True for a public agency.</param>
public sealed record OptionBearer(string Name, bool IsAgency)
{
    /// <summary>Those who are no agency.</summary>
    public static readonly string[] People = ["victims", "participants", "others"];
}

/// <summary>An option read and priced, ready to be appraised: options/*.yaml. See docs/methods/appraisal.md.</summary>
public sealed record AppraisalOption
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }

    public required AppraisalPerspective Perspective { get; init; }

    /// <summary>The year whose prices results are in.</summary>
    public required string PriceYear { get; init; }

    /// <summary>Year 0, as written.</summary>
    public required string FirstYear { get; init; }

    /// <summary>The labels of the years, year 0 first.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    public required DiscountSchedule Discounting { get; init; }

    /// <summary>That of outcomes in years of life and health; null where there are none.</summary>
    public required DiscountSchedule? HealthDiscounting { get; init; }

    /// <summary>Prices of each year over those of the price year: forecast ones by the deflator, later ones by the inflation the option states.</summary>
    public required IReadOnlyList<double> PriceLevels { get; init; }

    public required IReadOnlyList<OptionInput> Inputs { get; init; }

    public required IReadOnlyList<RankCorrelation> Correlations { get; init; }

    /// <summary>Input: people a year whom the option is offered to.</summary>
    public required int People { get; init; }

    /// <summary>Times <see cref="People"/>, by year.</summary>
    public required IReadOnlyList<double> PeopleByYear { get; init; }

    public required int TakeUp { get; init; }

    public required int Retention { get; init; }

    public required IReadOnlyList<OptionBearer> Bearers { get; init; }

    public required IReadOnlyList<OptionOutcome> Outcomes { get; init; }

    public required IReadOnlyList<OptionValue> Values { get; init; }

    public required IReadOnlyList<OptionCost> Costs { get; init; }

    /// <summary>A figure others have stated of it, to set beside the answer; it is in no sum.</summary>
    public required IReadOnlyList<OptionClaim> Claims { get; init; }

    /// <summary>What a reader should know of how the file was read: figures not verified, effects that may be counted twice.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Reads an option file. Refused with every fault, each with its line and the mend.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">Its name in messages.</param>
    /// <param name="sources">What it may name: unit costs, evidence, schedules, measures.</param>
    /// <param name="priceYear">The year whose prices to show; null for the file's own.</param>
    public static Outcome<AppraisalOption> Read(string path, string shownAs, OptionSources sources, string? priceYear = null) =>
        PlaceFile.TextOf(path, shownAs).Then(text => ReadText(text, shownAs, sources, priceYear));

    /// <summary>As <see cref="Read"/>, from text in hand.</summary>
    public static Outcome<AppraisalOption> ReadText(string text, string shownAs, OptionSources sources, string? priceYear = null)
    {
        if (priceYear is not null && sources.Costs.Deflator.Year(priceYear, "the question").Refused(out Refusal? why, out _)) return why;
        return PlaceFile.ReadText(text, shownAs, map => OptionReading.Read(map, sources, priceYear));
    }
}

/// <summary>A figure that others have stated of an option.</summary>
/// <param name="Figure">The name of the figure of the appraisal it is set beside: total_fiscal.</param>
/// <param name="Pounds">In the prices its source gives.</param>
/// <param name="Source">Where it is from.</param>
public sealed record OptionClaim(string Figure, double Pounds, string Source);
