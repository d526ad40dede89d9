using System.Globalization;

namespace Shiremoot.Economics.Appraising;

/// <summary>How great each effect must be for the option to be worth no less than it costs.</summary>
internal static class BreakEvens
{
    private const int Steps = 400;

    public static IReadOnlyList<BreakEvenEffect> Of(AppraisalOption option, OptionKernel kernel, double[] central)
    {
        List<BreakEvenEffect> all = [];
        foreach ((string who, int figure, int sign) in (ReadOnlySpan<(string, int, int)>)[("everyone", 0, 1), ("public budgets", 1, -1)])
            foreach (OptionOutcome outcome in option.Outcomes.Where(o => o.Effect >= 0).DistinctBy(o => o.Effect))
                all.Add(One(kernel, central, outcome, who, figure, sign));
        return all;
    }

    private static BreakEvenEffect One(OptionKernel kernel, double[] central, OptionOutcome outcome, string who, int figure, int sign)
    {
        OptionInput input = kernel.Inputs[outcome.Effect];
        double[] inputs = [.. central], figures = new double[kernel.OutcomeNames.Count];
        double Net(double effect)
        {
            inputs[outcome.Effect] = effect;
            kernel.Evaluate(inputs, figures);
            return sign * figures[figure];
        }

        double? at = outcome.Form is EffectForm.ShareAvoided or EffectForm.UnitsAvoided ? Straight(Net, input) : Searched(Net, outcome.Form);
        string says = at is { } value
            ? $"{Shown(value, outcome.Form)}; its central value is {Shown(input.Value, outcome.Form)}."
            : $"There is none: no effect that can be makes the net value nought with all else as it is; the central value is {Shown(input.Value, outcome.Form)}.";
        return new(who, input.Name, input.Value, at, says);
    }

    // Net value goes in a straight line with an effect of these forms.
    private static double? Straight(Func<double, double> net, OptionInput input)
    {
        double none = net(0), unit = input.Most >= 1 ? 1 : input.Most, slope = (net(unit) - none) / unit;
        if (slope == 0 || !double.IsFinite(slope)) return null;
        double at = -none / slope;
        return at > input.Most || at < input.Least || !double.IsFinite(at) ? null : at;
    }

    private static double? Searched(Func<double, double> net, EffectForm form)
    {
        (double low, double high) = form == EffectForm.Points ? (-100.0, 100.0) : (-10.0, 10.0);
        double from = low, before = net(low);
        double? nearest = null;
        for (int i = 1; i <= Steps; i++)
        {
            double to = low + ((high - low) * i / Steps), after = net(to);
            if (Math.Sign(before) * Math.Sign(after) < 0 || (after == 0 && before != 0))
            {
                double found = Between(net, from, to);
                if (nearest is not { } other || Math.Abs(found) < Math.Abs(other)) nearest = found;
            }
            (from, before) = (to, after);
        }
        return nearest;
    }

    private static double Between(Func<double, double> net, double from, double to)
    {
        int sign = Math.Sign(net(from));
        for (int i = 0; i < 200; i++)
        {
            double middle = (from + to) / 2;
            if (middle == from || middle == to) break;
            if (Math.Sign(net(middle)) == sign) from = middle;
            else to = middle;
        }
        return (from + to) / 2;
    }

    /// <summary>An effect in words.</summary>
    public static string Shown(double effect, EffectForm form) => string.Create(CultureInfo.InvariantCulture, $"{form switch
    {
        EffectForm.ShareAvoided => $"{100 * effect:0.0}% fewer",
        EffectForm.UnitsAvoided => $"{effect:0.####} avoided a person",
        EffectForm.LogOddsRatio => $"odds ratio {Math.Exp(effect):0.000}",
        EffectForm.LogRatio => $"ratio {Math.Exp(effect):0.000}",
        _ => $"{effect:0.0} points",
    }}");
}
