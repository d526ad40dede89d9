using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>One value of an indicator for one area and period, with what it was made from.</summary>
/// <param name="Value">The value in the unit "per <paramref name="Per"/>".</param>
/// <param name="Interval">Its interval in the same unit, with the confidence and the method by name.</param>
/// <param name="Numerator">Events, or people with the thing counted. For a mean, the sum.</param>
/// <param name="Denominator">Population, person-years, expected events or, for a mean, the number of values.</param>
/// <param name="Per">The multiplier: 1 for a proportion, 100 for a percentage, 100,000 for a rate per 100,000.</param>
/// <param name="Measure">What kind of value it is, in words: "proportion", "directly standardised rate".</param>
public sealed record IndicatorValue(double Value, Interval Interval, double Numerator, double Denominator, double Per, string Measure);
