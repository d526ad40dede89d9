using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What an option file may name.</summary>
/// <param name="Costs">Unit costs and the deflator.</param>
/// <param name="Schedules">Discount rates.</param>
/// <param name="Optimism">Optimism bias.</param>
/// <param name="Evidence">The effect of an entry of the register, by its id, with what it rests on.</param>
/// <param name="People">The number of people that a measure (first) or a cohort gives, by its id: published, or protected already.</param>
public sealed record OptionSources(
    UnitCosts Costs, DiscountSchedules Schedules, OptimismTable Optimism, Func<string, Outcome<RegisterEffect>> Evidence, Func<string, string, Outcome<double>> People)
{
    /// <summary>For an option of no place: what it takes from a measure or a cohort is refused.</summary>
    public static Outcome<double> NoPlace(string what, string id) => Appraising.Refusals.NoMeasureHere(what, id);

    /// <summary>For a measure or cohort that has no figure which may be shown.</summary>
    public static Refusal NoFigure(string id, string place) => Appraising.Refusals.NoFigure(id, place);
}
