using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>
/// One cell of a release. A number about people comes from a protected value; a number that is not about our people (a published statistic,
/// a unit cost, a row of a file) is said to be so where it is put in.
/// </summary>
public readonly record struct ReleaseCell
{
    private ReleaseCell(string? text, double? number, LocalDate? day, bool isWithheld) => (Text, Number, Day, IsWithheld) = (text, number, day, isWithheld);

    /// <summary>Not known, or not applicable.</summary>
    public static readonly ReleaseCell Missing;

    public string? Text { get; }

    public double? Number { get; }

    public LocalDate? Day { get; }

    public bool IsWithheld { get; }

    public bool IsMissing => Text is null && Number is null && Day is null && !IsWithheld;

    public static ReleaseCell Of(string? text) => text is null ? Missing : new(text, null, null, false);

    public static ReleaseCell Of(LocalDate? day) => new(null, null, day, false);

    public static ReleaseCell Of(ProtectedCount count) => Numeric(count.Shown, count.IsWithheld);

    public static ReleaseCell Of(ProtectedShare share) => Numeric(share.Value, share.IsWithheld);

    public static ReleaseCell Of(Protected<double> figure) => Numeric(figure.Shown, figure.IsWithheld);

    public static ReleaseCell Of(Protected<Money> amount) => Numeric((double?)amount.Shown?.Pounds, amount.IsWithheld);

    /// <summary>A number that is no count of our people and is computed from none.</summary>
    public static ReleaseCell NotOfPeople(double? number) => Numeric(number, isWithheld: false);

    /// <summary>An amount that is no cost of our people and is computed from none.</summary>
    public static ReleaseCell NotOfPeople(Money? amount) => Numeric((double?)amount?.Pounds, isWithheld: false);

    private static ReleaseCell Numeric(double? number, bool isWithheld) => number is { } value && !double.IsFinite(value)
        ? throw new ArgumentException($"{value} is not a number a file can hold; give a missing cell.", nameof(number))
        : new(null, number, null, isWithheld);
}
