using NodaTime;
using Shiremoot.Records;

namespace Shiremoot.Economics;

/// <summary>How much of a unit cost one event is.</summary>
public enum EventQuantity
{
    /// <summary>One unit an event, times what the price says: an arrest; two hours of an officer; half a year.</summary>
    Each,

    /// <summary>As much of a unit as the nights from its start to its end.</summary>
    Nights,

    /// <summary>As much of a unit as the days from its start to its end, both counted.</summary>
    Days,
}

/// <summary>How long the unit of a unit cost is, where it has a length.</summary>
public enum CostUnitLength
{
    /// <summary>Not a stretch of time: an incident, a contact, an hour of work.</summary>
    None,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>How much of an average cost goes away when there is one case fewer. What is in neither share is fixed.</summary>
/// <param name="AtOnce">The share, 0 to 1, that falls with each case: food, travel, fees.</param>
/// <param name="ByStep">The share, 0 to 1, that falls only when a whole step is empty: staff of a wing.</param>
/// <param name="Step">Cases a year in a step; nought where nothing falls by steps.</param>
/// <param name="Source">Where the shares come from.</param>
/// <param name="IsChecked">False if they are an assumption nobody has checked.</param>
public sealed record CostFall(decimal AtOnce, decimal ByStep, int Step, string Source, bool IsChecked)
{
    /// <summary>Taken where a price says nothing: nothing falls, and nothing is claimed to be saved.</summary>
    public static CostFall Unknown { get; } = new(0, 0, 0, "", false);

    /// <summary>Whose cost it is that falls at once, in what proportion; empty: all who bear the cost, by what they bear of it.</summary>
    public IReadOnlyList<(string Agency, decimal Part)> AtOnceBy { get; init; } = [];

    /// <summary>What so many cases a year fewer save, each of them costing <paramref name="each"/> on average: at once, and by the steps that are empty.</summary>
    public decimal Saved(decimal each, decimal fewer) => SavedAtOnce(each, fewer) + SavedByStep(each, fewer);

    /// <summary>What falls with each case fewer: cash.</summary>
    public decimal SavedAtOnce(decimal each, decimal fewer) => each * fewer * AtOnce;

    /// <summary>What falls because whole steps are empty.</summary>
    public decimal SavedByStep(decimal each, decimal fewer) => each * WholeSteps(fewer) * Step * ByStep;

    /// <summary>Steps that so many cases fewer leave empty; nought where nothing falls by steps.</summary>
    public decimal WholeSteps(decimal fewer) => Step > 0 ? decimal.Floor((fewer / Step) + Dust) : 0;

    // Cases come of a division: sixty of them must not be 59.999… and leave a wing open.
    private const decimal Dust = 0.000000001m;
}

/// <summary>What an event costs: which events, and how much of which unit cost. Of several prices of one kind of event the first that fits counts, so that an event has one price.</summary>
/// <param name="Id">Unique: arrest.</param>
/// <param name="Title">As shown.</param>
/// <param name="Kinds">Ids of the kinds of event.</param>
/// <param name="UnitCost">The code it is priced at.</param>
/// <param name="Quantity">How much of a unit an event is.</param>
/// <param name="Length">How long the unit is.</param>
/// <param name="Times">Units an event (or a unit's worth of days) is multiplied by: hours fixed, a share of a year.</param>
/// <param name="Stage">Id of the stage it belongs to.</param>
/// <param name="Fits">Why the unit cost fits the event.</param>
/// <param name="LeavesOut">What of the event's cost it leaves out.</param>
public sealed record EventPrice(
    string Id, string Title, IReadOnlyList<string> Kinds, string UnitCost, EventQuantity Quantity, CostUnitLength Length, decimal Times, string Stage, string Fits, string LeavesOut)
{
    /// <summary>What must hold of the event besides, in the cohort language; null: nothing.</summary>
    public CohortText? Where { get; init; }

    /// <summary>Ids of groups of offences; empty: any or none.</summary>
    public IReadOnlyList<string> Offences { get; init; } = [];

    /// <summary>Ids of disposals; empty: any or none.</summary>
    public IReadOnlyList<string> Disposals { get; init; } = [];

    /// <summary>The person is at least so old on the day it begins.</summary>
    public int? FromAge { get; init; }

    /// <summary>The person is younger than this on the day it begins.</summary>
    public int? UnderAge { get; init; }

    /// <summary>The first day of events it is for; null: any.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day after the last; null: any.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Prices that share a word are counted once: of a person's events on one day the dearest, of overlapping spans each night once. Empty: every event counts.</summary>
    public string Once { get; init; } = "";

    /// <summary>Kinds of event whose cost is already in this one, so that they must have no price of their own.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Kinds of cost that are taken; empty: all the unit cost has. Social harm alone, say, where the fiscal part is in other prices.</summary>
    public IReadOnlyList<CostKind> Only { get; init; } = [];

    /// <summary>Who bears the fiscal cost, in what proportion, where the unit cost does not say it or says it only in its note; empty: as the unit cost says.</summary>
    public IReadOnlyList<(string Agency, decimal Part)> BorneBy { get; init; } = [];

    /// <summary>What falls when there are fewer.</summary>
    public CostFall Fall { get; init; } = CostFall.Unknown;

    /// <summary>True if it fits every event of its kinds.</summary>
    public bool IsForAll => Where is null && Offences.Count == 0 && Disposals.Count == 0 && FromAge is null && UnderAge is null && From is null && Until is null;
}

/// <summary>Kinds of event that have no price, and why.</summary>
public sealed record EventNotPriced(string Id, IReadOnlyList<string> Kinds, string Why);
