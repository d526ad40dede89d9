using System.Globalization;

namespace Shiremoot.Web.Parts;

/// <summary>How numbers are written on pages.</summary>
public static class Written
{
    public const string NoFigure = "no figure";

    /// <summary>With thousands separated and the unit's sign: 12.3%, £1,234, −5.</summary>
    public static string As(double? value, Unit unit)
    {
        if (value is not { } v || !double.IsFinite(v)) return NoFigure;
        string number = Math.Abs(v).ToString("N" + unit.Decimals, CultureInfo.InvariantCulture);
        bool isNegative = v < 0 && number.AsSpan().IndexOfAnyExcept("0.,") >= 0;
        return $"{(isNegative ? "−" : "")}{unit.Prefix}{number}{unit.Suffix}";
    }
}
