using System.Globalization;
using Shiremoot.Economics;

namespace Shiremoot.Cli;

/// <summary>Prints what the draws of an option say: sentences, and tables of figures, years and what matters most.</summary>
static class AppraisalRunsWords
{
    private static readonly string[] Range = ["Mean", "± by drawing", "5%", "25%", "Median", "75%", "95%"];

    public static void Print(AppraisalRuns r)
    {
        Console.Out.WriteLine();
        foreach (string line in r.Summary()) Console.Out.WriteLine(line);
        AppraisalWords.Show("Drawn: figures", ["Figure", "Central", .. Range, "Above nought"], r.Figures.Select(f => (string[])[Title(f.Name), .. Row(f)]));
        AppraisalWords.Show("Drawn: who gains (net present value)", ["Who", "Central", .. Range, "Above nought"], r.Bearers.Select(b => (string[])[FigureWords.Capital(b.Bearer), .. Row(b.Net)]));
        Fan("everyone", r.Fan);
        Fan("public budgets", r.BudgetFan);
        foreach (DrawnChoice c in r.Choices)
        {
            Dictionary<string, double> worth = c.Information.ByInput.ToDictionary(i => i.Input, i => i.Value);
            AppraisalWords.Show($"What matters most to {c.Of}", ["Number", "Low (5%)", "High (95%)", "Net at low", "Net at high", "Share of variance", "Worth knowing"],
                c.Influences.Select(i => (string[])[i.Input, N(i.Low, "#,##0.####"), N(i.High, "#,##0.####"), P(i.AtLow), P(i.AtHigh), N(i.ShareOfVariance, "0.0%"), P(worth.GetValueOrDefault(i.Input))]));
        }
    }

    private static void Fan(string of, IReadOnlyList<DrawnYear> years) =>
        AppraisalWords.Show($"Drawn: running total for {of}, discounted", ["Year", "Central", .. Range, "Above nought", "Paid back by then"], years.Select(y => (string[])[y.Label, .. Row(y.Running), Share(y.ShareRepaid)]));

    private static string Title(string figure) => figure == AppraisalRuns.BudgetGain ? "Net present gain of public budgets" : FigureWords.Title(figure);

    private static string[] Row(DrawnFigure f) => [P(f.Central), P(f.Mean.Value), P(f.Mean.Error), .. f.Percentiles.Select(p => P(p.At.Value)), Share(f.ShareAboveNought)];

    private static string Share(Estimated share) => N(share.Value, "0.0%");

    private static string P(double pounds) => FigureWords.Pounds(pounds);

    private static string N(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
