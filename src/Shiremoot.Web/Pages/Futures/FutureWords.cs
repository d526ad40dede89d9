using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Costs.Options;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Words and amounts of the pages of the future.</summary>
internal static class FutureWords
{
    public const string Standing = "These are figures of a model: its people are generated, and no row is of anyone on record.";

    /// <summary>What changes, in plain words with its range: "About 13 fewer women and girls in custody at once (10 to 18)".</summary>
    public static string Change(FutureLine line, int years)
    {
        (double mean, double low, double high) = Yearly(line, line.OverAll.Difference, years);
        string what = Lower(line.Title) + Per(line);
        if (mean == 0 && low == 0 && high == 0) return $"No change in {what}";
        if (low <= 0 && high >= 0) return $"No clear change in {what}: {Side(low)} to {Side(high)}";
        return $"About {Amount(mean)} {(mean < 0 ? "fewer" : "more")} {what} ({Amount(mean < 0 ? high : low, mean)} to {Amount(mean < 0 ? low : high, mean)})";
    }

    /// <summary>What public budgets, or one of them, pay less or more in a year.</summary>
    public static string Money(FutureLine line, int years)
    {
        (double mean, double low, double high) = Yearly(line, line.OverAll.Difference, years);
        if (mean == 0 && low == 0 && high == 0) return $"{line.Title}: no change";
        if (low <= 0 && high >= 0) return $"{line.Title}: no clear change, {Pounds(Math.Abs(low))} {(low < 0 ? "less" : "more")} to {Pounds(Math.Abs(high))} {(high < 0 ? "less" : "more")} a year";
        return $"{line.Title}: about {Pounds(Math.Abs(mean))} a year {(mean < 0 ? "less" : "more")} ({Pounds(Math.Abs(mean < 0 ? high : low))} to {Pounds(Math.Abs(mean < 0 ? low : high))})";
    }

    /// <summary>Of what is counted at once the mean over the years; of the rest a year's worth.</summary>
    public static (double Mean, double Low, double High) Yearly(FutureLine line, FutureFigure figure, int years)
    {
        double part = line.IsLevel ? 1 : 1.0 / years;
        return (part * figure.Mean, part * figure.Low, part * figure.High);
    }

    /// <summary>The range leaves nought out.</summary>
    public static bool IsClear(FutureLine line) => line.OverAll.Difference is { Low: > 0 } or { High: < 0 };

    public static string Per(FutureLine line) => line.IsLevel ? "" : " a year";

    /// <summary>As many digits as say something, without a sign: 12,300; 45; 3.2.</summary>
    public static string Amount(double value) => Math.Abs(value) switch
    {
        >= 1000 and var much => Rounded(much, 3).ToString("N0", CultureInfo.InvariantCulture),
        >= 10 and var some => some.ToString("0", CultureInfo.InvariantCulture),
        >= 0.05 and var few => few.ToString("0.#", CultureInfo.InvariantCulture),
        > 0 => "less than 0.1",
        _ => "0",
    };

    /// <summary>An end of a range, written as finely as its middle: 12 (7 to 16).</summary>
    private static string Amount(double value, double middle) => Math.Abs(middle) >= 10 && Math.Abs(value) is >= 1 and < 10 ? Math.Abs(value).ToString("0", CultureInfo.InvariantCulture) : Amount(value);

    /// <summary>A figure of a table, with its sign if it is below nought.</summary>
    public static string Cell(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    public static string Range(double low, double high) => $"{Cell(low)} to {Cell(high)}";

    public static string Pounds(double pounds) => OptionWords.Short(Math.Abs(pounds) < 1000 ? Math.Round(pounds) : Math.Sign(pounds) * Rounded(Math.Abs(pounds), 3));

    public static string Whole(double pounds) => OptionWords.Pounds(Math.Round(pounds));

    public static string Share(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Capital(string text) => OptionWords.Capital(text);

    public static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>The id of a stage or service as words: custody-to-6-months, Custody to 6 months.</summary>
    public static string Titled(string id) => Capital(id.Replace('-', ' '));

    public static string Year(int year) => $"Year {year + 1}";

    /// <summary>Whom figures are of, where not everyone is followed.</summary>
    public static string Whom(FutureAnswer answer) => answer.Asked.Only is { } only ? $" Of {only.InWords}, now or later." : "";

    public static Source From(FutureAnswer answer) => new(Origin.Generated, $"Simulated with the place’s model, whose people are generated: {answer.Asked.Runs} runs, seed {answer.Asked.Seed}");

    /// <summary>What the range of an answer is.</summary>
    public static string Ranges(FutureAnswer answer) => answer.Asked.Runs > Sharpness.Coarse.Runs ? "the range holds 95 of 100 runs" : $"the range is about that of all {answer.Asked.Runs} runs";

    private static string Side(double value) => value == 0 ? "none" : $"{Amount(value)} {(value < 0 ? "fewer" : "more")}";

    private static double Rounded(double value, int digits)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - digits + 1);
        return Math.Round(value / unit) * unit;
    }
}
