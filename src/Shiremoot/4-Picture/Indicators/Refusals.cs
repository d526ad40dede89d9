using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>The refusals of the indicator statistics: PICTURE-20 to PICTURE-39.</summary>
internal static class Refusals
{
    public static Refusal NotKnown(string what) =>
        new("PICTURE-20", $"The {what} is not known, so no value can be worked out.", $"Give the {what}, or leave the area out.");

    public static Refusal Negative(string what, double value) =>
        new("PICTURE-21", $"The {what} is {Shown(value)}; it cannot be below zero.", $"Correct the {what} in the source.");

    public static Refusal NotPositive(string what, double value) =>
        new("PICTURE-22", $"The {what} is {Shown(value)}; it must be above zero.", $"Correct the {what} in the source, or leave the area out.");

    public static Refusal MoreThanAll(double numerator, double denominator) =>
        new("PICTURE-23", $"The numerator {Shown(numerator)} is above the denominator {Shown(denominator)}; a proportion cannot be above one.", "Use a rate if events may exceed people; otherwise correct the source.");

    public static Refusal TooFewEvents(double events, int needed) =>
        new("PICTURE-24", $"There are {Shown(events)} events; a directly standardised rate needs {needed} or more.", "Use an indirectly standardised ratio, join periods, or show the count.");

    public static Refusal BandsDiffer(string says) =>
        new("PICTURE-25", $"The age bands do not match those of the standard population: {says}.", "Give the same bands, each once, in both.");

    public static Refusal FrequenciesDiffer(string band, double fromFrequencies, double events) =>
        new("PICTURE-26", $"In band {band} the people by number of events make {Shown(fromFrequencies)} events, but {Shown(events)} are given.", "Correct the frequencies or the count.");

    public static Refusal TooFewValues(string what, int given, int needed) =>
        new("PICTURE-27", $"There {(given == 1 ? "is 1 value" : $"are {given} values")}; {what} needs {needed}.", "Take in more periods or values.");

    public static Refusal TimesNotRising(int at) =>
        new("PICTURE-28", $"The points of the series are not in order of time (point {at + 1}).", "Give each period once, oldest first.");

    public static Refusal NoSpread(string what) =>
        new("PICTURE-29", $"{what} cannot be worked out: the points carry no variation to test against.", "Show the values without a trend marker.");

    private static string Shown(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
