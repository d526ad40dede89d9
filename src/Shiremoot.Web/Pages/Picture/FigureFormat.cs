using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>How a measure's figures are written: shares as per cent, money in pounds or millions, and no more digits than tell its areas apart.</summary>
internal sealed class FigureFormat
{
    private const double Million = 1e6;
    private readonly double factor = 1;
    private readonly string words;

    private FigureFormat(AreaMeasure measure, double[] values)
    {
        const string PerCent = "per cent", Share = "share";
        (string label, string prefix, string suffix) = (measure.Unit, "", "");
        words = measure.Unit;
        if (measure.Kind == AreaValueKind.Money)
        {
            bool inMillions = values.Length > 0 && values.Max() >= 10 * Million;
            (factor, label, prefix, suffix, words) = inMillions ? (1 / Million, "£ million", "£", "m", "") : (1, "£", "£", "", "");
        }
        else if (measure.Kind == AreaValueKind.Proportion && measure.Per == 1)
        {
            string of = measure.Unit.StartsWith(Share, StringComparison.Ordinal) ? measure.Unit[Share.Length..] : "";
            (factor, label, suffix, words) = (100, PerCent + of, "%", of);
        }
        else if (measure.Unit.StartsWith(PerCent, StringComparison.Ordinal))
        {
            (suffix, words) = ("%", measure.Unit[PerCent.Length..]);
        }
        words = words == "score" ? "" : words.Trim();
        Unit = new Unit(label, prefix, suffix, Decimals(measure.Kind, [.. values.Select(v => v * factor)]));
    }

    public Unit Unit { get; }

    public static FigureFormat Of(AreaPicture picture) =>
        new(picture.Measure, [.. picture.Rows.Select(r => r.Figure.Value).Concat(picture.Totals.Select(t => t.Figure.Value)).OfType<double>()]);

    /// <summary>The figure as charts draw it.</summary>
    public double? Scaled(double? value) => value * factor;

    /// <summary>The number alone: 189; £12.4m; 37.9%.</summary>
    public string Number(double? value) => Written.As(Scaled(value), Unit);

    /// <summary>The number with its unit: 189 per 100,000 children.</summary>
    public string WithUnit(double? value) => value is null || words.Length == 0 ? Number(value) : $"{Number(value)} {words}";

    /// <summary>The ends of an interval: 166 to 215.</summary>
    public string Range(Interval? interval) => interval is { } i ? $"{Number(i.Lower)} to {Number(i.Upper)}" : "none";

    private static int Decimals(AreaValueKind kind, double[] values)
    {
        if (kind == AreaValueKind.Count || values.Length == 0) return 0;
        if (kind != AreaValueKind.Money && values.All(v => v == Math.Floor(v))) return 0;
        double[] sizes = [.. values.Select(Math.Abs).Order()];
        return sizes[sizes.Length / 2] switch { >= 1000 => 0, >= 1 => 1, _ => 2 };
    }
}
