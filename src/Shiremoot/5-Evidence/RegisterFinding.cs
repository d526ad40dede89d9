using System.Globalization;

namespace Shiremoot.Evidence;

/// <summary>What an entry says, in a sentence made of its figures and of how sure they are.</summary>
public static class RegisterFinding
{
    public static string Of(RegisterEntry entry)
    {
        if (entry.Effect is not { } effect) return "No figure of its effect is held here.";
        double shown = entry.Shown(effect);
        string size = entry.Scale switch
        {
            RegisterScale.LogOddsRatio => string.Create(CultureInfo.InvariantCulture, $"With it the odds of the outcome ({entry.Outcome}) are {shown:0.00} times those without it"),
            RegisterScale.LogRiskRatio => string.Create(CultureInfo.InvariantCulture, $"With it the risk of the outcome ({entry.Outcome}) is {shown:0.00} times that without it"),
            RegisterScale.Points => string.Create(CultureInfo.InvariantCulture, $"With it the outcome ({entry.Outcome}) comes {Math.Abs(shown):0.#} percentage points {(shown < 0 ? "less" : "more")} often"),
            RegisterScale.LogRelativeChange => string.Create(CultureInfo.InvariantCulture, $"With it there is {Math.Abs(shown):0.#}% {(shown < 0 ? "less" : "more")} of the outcome ({entry.Outcome})"),
            _ => string.Create(CultureInfo.InvariantCulture, $"With it the outcome ({entry.Outcome}) is {Math.Abs(shown):0.000} standard deviations {(shown < 0 ? "lower" : "higher")}"),
        };
        return $"{size}. {Sureness(entry)}";
    }

    private static string Sureness(RegisterEntry entry)
    {
        if (!entry.HasInterval) return "No interval is held here, so how sure that is cannot be said.";
        (double one, double other) = (entry.On(entry.Lower!.Value), entry.On(entry.Upper!.Value));
        return Math.Max(one, other) < 0 ? "That is less than chance explains." : Math.Min(one, other) > 0 ? "That is more than chance explains." : "It cannot be told from no effect.";
    }
}
