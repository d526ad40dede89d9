using System.Globalization;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics.Costing;

/// <summary>The sums behind what a fall saves, in words.</summary>
static class FallWords
{
    public static string Share(UseFall fall, long of, string what) => string.Create(CultureInfo.InvariantCulture, $"{fall} of {Number(of)} {what} is {100 * fall.Amount / of:0.##}%.");

    /// <summary>Cost, cases, how many fewer, and what of it falls.</summary>
    public static string Sum(SavingLine line, decimal share, string priceYear)
    {
        CostFall fall = line.Price.Fall;
        string one = line.Price.Quantity switch { EventQuantity.Nights => "a place for a year", EventQuantity.Days => "a person for a year", _ => "each" };
        string cases = line.Price.Quantity switch { EventQuantity.Nights => "places", EventQuantity.Days => "people on an average day", _ => "cases" };
        List<string> said =
        [
            string.Create(CultureInfo.InvariantCulture, $"{Pounds(line.Cost.Amount.Shown ?? 0)} ÷ {Pounds(line.Each)} {one} at {priceYear} prices = {Number(line.Cases)} {cases}; {100 * share:0.##}% of them is {Number(line.Fewer)} fewer."),
            share == 0 ? "It does not fall." : fall.AtOnce > 0 ? string.Create(CultureInfo.InvariantCulture, $"At once {100 * fall.AtOnce:0.##}% of {Pounds(line.Saved.Average)} = {Pounds(line.Saved.AtOnce)}{Whose(fall)}.") : "Nothing is known to fall at once.",
        ];
        if (line.ToNextStep is { } next)
            said.Add(string.Create(CultureInfo.InvariantCulture, $"Steps of {fall.Step} {cases}: {Number(line.WholeSteps)} empty, which saves {Number(line.WholeSteps)} × {fall.Step} × {Pounds(line.Each)} × {100 * fall.ByStep:0.##}% = {Pounds(line.Saved.ByStep)}; {Next(line, next, cases)}."));
        return string.Join(' ', said);
    }

    /// <summary>An agency's part, price by price; what is not saved is left out.</summary>
    public static string Sum(IEnumerable<(string Title, SavingSum Saved)> parts)
    {
        string[] said = [.. parts.Where(p => p.Saved.Stepped > 0).Select(p => $"{p.Title} {Pounds(p.Saved.AtOnce)} at once{(p.Saved.ByStep > 0 ? $" and {Pounds(p.Saved.ByStep)} by steps" : "")}")];
        return said.Length == 0 ? "Nothing is known to fall." : $"{string.Join("; ", said)}.";
    }

    public static IReadOnlyList<string> Notes(CostSums sums, CostSetting setting, CostQuestion question, ProtectedAmounts shown, SavingLine[] lines)
    {
        List<string> notes =
        [
            "Every figure is worked out from costs as they are shown, which are rounded; what one saves may be rounded away.",
            "Which share of a cost falls at once and which by steps is of costs/events.yaml; where it says nothing, nothing is claimed to fall. A step is empty only if all that is fewer is fewer in one place, and nobody else fills it.",
        ];
        if (lines.Any(l => l.Price.Fall is { IsChecked: false, AtOnce: > 0 })) notes.Add($"Assumptions that nobody has checked: {string.Join("; ", lines.Where(l => l.Price.Fall is { IsChecked: false, AtOnce: > 0 }).Select(l => $"{l.Price.Title}: {l.Price.Fall.Source}"))}.");
        int withheld = Enumerable.Range(0, shown.Rows).Count(r => shown.RowTotal(r).IsWithheld);
        if (withheld > 0) notes.Add($"{withheld} kinds of cost may not be shown, or would show others; they are in no sum here.");
        return [.. notes, .. CostNotes.Of(sums, setting, question).Skip(1)];
    }

    public static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static string Next(SavingLine line, decimal next, string cases) => line.Cases >= line.Fewer + next
        ? string.Create(CultureInfo.InvariantCulture, $"{Number(next)} {cases} more to the next, at a fall of {100 * (line.Fewer + next) / line.Cases:0.#}%")
        : $"{Number(next)} {cases} more to the next, which is more than these people use";

    private static string Whose(CostFall fall) => fall.AtOnceBy.Count == 0 ? "" : $", {string.Join(" and ", fall.AtOnceBy.Select(a => a.Agency))}";

    private static string Pounds(decimal pounds) => FigureWords.Pounds((double)pounds);
}
