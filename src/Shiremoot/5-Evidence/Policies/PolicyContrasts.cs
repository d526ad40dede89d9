using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>What is told of one fitted series, or of one less another: sums of coefficients with their errors.</summary>
sealed class PolicyContrasts(InterruptedRows rows, InterruptedQuestion q, SegmentFit[] fits, double[] covariance, string method)
{
    private readonly int own = fits[0].Coefficients.Length, width = fits.Sum(f => f.Coefficients.Length), degrees = fits.Min(f => f.Degrees);

    /// <summary>A coefficient, less that of the comparison.</summary>
    public SynthesisCoefficient Of(string name, int place) => Told(name, Beside(Unit(place)));

    /// <summary>The trend of the series itself before.</summary>
    public SynthesisCoefficient Trend() => Told("Trend before", [.. Unit(Segments.Trend), .. new double[width - own]]);

    /// <summary>The effect at a place in time: of counts, the logarithm of a ratio.</summary>
    public SynthesisCoefficient At(string name, int at) => Told(name, Beside(Segments.Policy(at, rows.From, own)));

    public SynthesisTest Break()
    {
        double[] level = Beside(Unit(Segments.Level)), slope = Beside(Unit(Segments.Slope));
        return Inference.Jointly([Value(level), Value(slope)], [Product(level, level), Product(level, slope), Product(slope, level), Product(slope, slope)], degrees);
    }

    /// <summary>All periods since that have a figure, in the outcome's unit.</summary>
    public SynthesisCoefficient Total(string name)
    {
        double value = 0;
        double[] gradient = new double[width];
        for (int r = 0; r < rows.At.Length; r++)
        {
            if (rows.At[r] < rows.From || double.IsNaN(rows.Value[r])) continue;
            (_, _, double effect, double[] own) = Row(r);
            value += effect;
            for (int a = 0; a < width; a++) gradient[a] += own[a];
        }
        return Inference.Of(name, value, Product(gradient, gradient), degrees, q.Confidence, method);
    }

    public InterruptedPeriod[] Periods()
    {
        InterruptedPeriod One(int r)
        {
            (double fitted, double expected, double effect, double[] gradient) = Row(r);
            bool isSince = rows.At[r] >= rows.From;
            Interval? interval = isSince ? Inference.Of("", effect, Product(gradient, gradient), degrees, q.Confidence, method).Interval : null;
            return new(rows.Periods[r], isSince, Known(rows.Value[r]), fitted, expected, effect, interval, rows.Compare is { } c ? Known(c[r]) : null);
        }
        // A period whose exposure is not known has no mean to be told.
        return [.. Enumerable.Range(0, rows.At.Length).Where(r => rows.Exposure is null || !double.IsNaN(rows.Exposure[r])).Select(One)];
    }

    // Of counts the effect is mean − mean · exp(−policy), and its slope follows by the delta method.
    private (double Fitted, double Expected, double Effect, double[] Gradient) Row(int r)
    {
        double[] row = Segments.Row(rows.At[r], rows.From, rows.Season.Length > 0 ? rows.Season[r] : 0, q.Season), policy = Beside(Segments.Policy(rows.At[r], rows.From, own));
        double line = fits[0].Line(row), effect = Value(policy);
        if (!q.IsCount) return (line, line - effect, effect, policy);
        double mean = Math.Exp(line) * (rows.Exposure?[r] ?? 1), expected = mean * Math.Exp(-effect);
        double[] gradient = [.. policy.Select(p => p * expected)];
        for (int a = 0; a < own; a++) gradient[a] += (mean - expected) * row[a];
        return (mean, expected, mean - expected, gradient);
    }

    private SynthesisCoefficient Told(string name, double[] contrast) => Inference.Of(name, Value(contrast), Product(contrast, contrast), degrees, q.Confidence, method);

    private double[] Unit(int place)
    {
        double[] unit = new double[own];
        unit[place] = 1;
        return unit;
    }

    private double[] Beside(double[] contrast) => fits.Length == 1 ? contrast : [.. contrast, .. contrast.Select(c => -c)];

    private double Value(double[] contrast)
    {
        double sum = 0;
        for (int a = 0; a < width; a++) sum += contrast[a] * (a < own ? fits[0].Coefficients[a] : fits[1].Coefficients[a - own]);
        return sum;
    }

    private double Product(double[] left, double[] right)
    {
        double sum = 0;
        for (int a = 0; a < width; a++)
            for (int b = 0; b < width; b++) sum += left[a] * covariance[(a * width) + b] * right[b];
        return sum;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
