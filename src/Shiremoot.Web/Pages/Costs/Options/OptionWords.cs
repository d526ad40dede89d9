using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>Words, amounts and addresses of the pages of options.</summary>
internal static class OptionWords
{
    public static string Href(string id, string? year = null) => $"/costs/options/{Uri.EscapeDataString(id)}{Query(year)}";

    public static string Query(string? year) => string.IsNullOrEmpty(year) ? "" : $"?year={Uri.EscapeDataString(year)}";

    /// <summary>£2.5 million, −£304,000: for headlines; exact sums stand in tables.</summary>
    public static string Short(double? pounds) => pounds is not { } p ? "n/a" : $"{(p <= -0.5 ? "−" : "")}{CostWords.Short(new Money((decimal)Math.Abs(Math.Round(p))))}";

    public static string Pounds(double? pounds) => FigureWords.Pounds(pounds);

    public static string Figure(Appraisal a, string name) => FigureWords.Shown(a, a.Figures.First(f => f.Name == name));

    /// <summary>The name at the beginning of a line.</summary>
    public static string Capital(string name) => FigureWords.Capital(name);

    /// <summary>Who is better off by most, or that nobody is.</summary>
    public static string GainsMost(Appraisal a) =>
        a.Ledger.MaxBy(l => l.Net) is { Net: > 0 } most ? $"{Capital(most.Bearer)}, {Short(most.Net)}" : "Nobody gains more than they bear";

    /// <summary>What public budgets gain or lose, in words.</summary>
    public static string Budget(Appraisal a) => a["net_present_budget_impact"] switch
    {
        null => "n/a",
        > 0 and var lost => $"{Short(lost)} worse off",
        var gained => $"{Short(-gained)} better off",
    };

    public static string Span(Appraisal a) => $"{a.Years[0].Label} to {a.Years[^1].Label}";

    /// <summary>Present values over the years, at the prices of a year.</summary>
    public static string Basis(Appraisal a) => $"Present values, {Span(a)}, at {a.Option.PriceYear} prices";

    public static Source From(Appraisal a) => new(null, $"Worked out from unit costs, evidence and assumptions. {a.Option.Source}");

    /// <summary>The source of a number and the note to it, without the word assumption, which stands before it as a mark.</summary>
    public static string SourceOf(OptionInput input)
    {
        string source = input.IsAssumption ? Capital(input.Source["assumption".Length..].TrimStart(':', ',', ' ')) : input.Source;
        return input.Note.Length == 0 ? source : source.Length == 0 ? input.Note : $"{source.TrimEnd('.')}. {input.Note}";
    }

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static IReadOnlyList<Download> Files(string id, string? year, string table, string of) =>
        [.. new[] { ("csv", "CSV"), ("xlsx", "Excel") }.Select(f => new Download($"/api/v1/costs/options/{Uri.EscapeDataString(id)}/{table}.{f.Item1}{Query(year)}", f.Item2, of))];
}
