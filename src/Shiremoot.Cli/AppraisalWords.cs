using System.Globalization;
using Shiremoot.Economics;
using Spectre.Console;

namespace Shiremoot.Cli;

/// <summary>Prints an appraisal: a summary in sentences, the figures, who pays and who saves, the years, what it rests on.</summary>
static class AppraisalWords
{
    private const int WidthOfAFile = 200;

    public static void Print(Appraisal a, AppraisalRuns? runs)
    {
        Console.Out.WriteLine($"{a.Option.Title}");
        foreach (string line in a.Summary()) Console.Out.WriteLine(line);
        Show("Figures", ["Figure", "Value", "Ask with --explain"], a.Figures.Select(f => (string[])[FigureWords.Title(f.Name), FigureWords.Shown(a, f), f.Name]));
        Show("Who spends and who saves (present values)", ["Who", "Spends", "Lends or gives", "Saves, cashable", "Saves, not cashable", "Gains", "Net"],
            a.Ledger.Select(l => (string[])[FigureWords.Capital(l.Bearer), P(l.Spends), P(l.Lends), P(l.Cashable), P(l.NotCashable), P(l.Wider), P(l.Net)]));
        Show("By whose benefit (present values)", ["Taxpayers", "Participants", "Victims", "Others", "All benefits", "Cost", "Net", "Ratio"],
            [[P(a.Perspectives.Taxpayers), P(a.Perspectives.Participants), P(a.Perspectives.Victims), P(a.Perspectives.Others), P(a.Perspectives.Benefits), P(a.Perspectives.Cost), P(a.Perspectives.Net), a.Perspectives.Ratio is { } r ? N(r, "0.00") : "n/a"]]);
        Show("By year (at the price year; the last two in cash of the year)", ["Year", "People", "Costs", "Fiscal", "Cashable", "Economic", "Social", "Net", "× discount", "Present", "Running", "Cash costs", "Cash benefits", .. a.Option.HealthDiscounting is null ? (string[])[] : ["Of social: health", "× its discount"]],
            a.Years.Select(y => (string[])[y.Label, N(y.People, "#,##0"), P(y.Costs), P(y.Fiscal), P(y.Cashable), P(y.Economic), P(y.Social), P(y.Net), N(y.Discount, "0.0000"), P(y.Present), P(y.RunningPresent), P(y.CashCosts), P(y.CashBenefits), .. a.Option.HealthDiscounting is null ? (string[])[] : [P(y.Health), N(y.HealthDiscount, "0.0000")]]));
        Show("What changes", ["Outcome", "Avoided", "Cost for each", "Less what agencies save", "Worth, present value"],
            a.Outcomes.Select(o => (string[])[o.Title, $"{N(o.Avoided, "#,##0.#")} {o.Unit}", P(o.CostEach), P(o.NetCostEach), P(o.Benefits)]));
        Show("What it rests on", ["Number", "Value", "How sure", "Source"],
            a.Option.Inputs.Select(i => (string[])[i.Name, N(i.Value, "#,##0.####"), $"{i.Spread.InWords}", i.IsAssumption ? "ASSUMPTION" : i.Source]));
        if (runs is not null) AppraisalRunsWords.Print(runs);
        foreach (string note in a.Option.Notes) Console.Out.WriteLine($"Note: {note}");
        Console.Out.WriteLine($"Source: {a.Option.Source}. Prices of {a.Option.PriceYear}. {a.Option.Note}");
    }

    public static void Show(string title, string[] columns, IEnumerable<string[]> rows)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfAFile;
        Table table = new() { Border = TableBorder.Simple };
        foreach (string column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = column == columns[0] || column is "Source" or "How sure" or "Ask with --explain" ? Justify.Left : Justify.Right });
        foreach (string[] row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]");
        AnsiConsole.Write(table);
    }

    private static string P(double? pounds) => FigureWords.Pounds(pounds);

    private static string N(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
