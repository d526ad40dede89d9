using System.Globalization;

namespace Shiremoot.Evidence;

/// <summary>Between figures as they are published and the scale on which they are normal.</summary>
public static class RegisterScales
{
    /// <summary>A published figure on its scale, where more is always more of the outcome.</summary>
    public static double On(this RegisterEntry entry, double published)
    {
        double value = entry.Scale switch
        {
            RegisterScale.LogOddsRatio or RegisterScale.LogRiskRatio => Math.Log(published),
            RegisterScale.LogRelativeChange => Math.Log(1 + (published / 100)),
            _ => published,
        };
        return entry.HigherIsBetter ? -value : value;
    }

    /// <summary>A value of the scale as a ratio, points, per cent or standard deviations: above one, or above nought, is more of the outcome.</summary>
    public static double Shown(this RegisterScale scale, double value) => scale switch
    {
        RegisterScale.LogOddsRatio or RegisterScale.LogRiskRatio => Math.Exp(value),
        RegisterScale.LogRelativeChange => 100 * (Math.Exp(value) - 1),
        _ => value,
    };

    /// <summary>True where what is shown is a ratio, and one means no effect.</summary>
    public static bool IsRatio(this RegisterScale scale) => scale is RegisterScale.LogOddsRatio or RegisterScale.LogRiskRatio;

    /// <summary>What a shown figure is.</summary>
    public static string Says(this RegisterScale scale) => scale switch
    {
        RegisterScale.LogOddsRatio => "odds ratio",
        RegisterScale.LogRiskRatio => "risk ratio",
        RegisterScale.Points => "percentage points",
        RegisterScale.LogRelativeChange => "per cent change",
        _ => "standard deviations",
    };

    /// <summary>A shown figure as it is written: 0.83, −12.0 points, −16%.</summary>
    public static string Write(this RegisterScale scale, double shown) => scale switch
    {
        RegisterScale.LogOddsRatio or RegisterScale.LogRiskRatio => shown.ToString("0.00", CultureInfo.InvariantCulture),
        RegisterScale.Points => $"{Signed(shown, "0.#")} points",
        RegisterScale.LogRelativeChange => $"{Signed(shown, "0.#")}%",
        _ => $"{Signed(shown, "0.000")} standard deviations",
    };

    private static string Signed(double value, string form) => $"{(value < 0 ? "−" : value > 0 ? "+" : "")}{Math.Abs(value).ToString(form, CultureInfo.InvariantCulture)}";
}
