using System.Globalization;
using Shiremoot.Futures;
using Spectre.Console;

namespace Shiremoot.Cli;

/// <summary>Prints a contract worked out: sentences, parties by year, risks, contracts side by side, and the terms it rests on.</summary>
static class BudgetText
{
    private const int WidthOfAFile = 240;

    public static void Print(IReadOnlyList<BudgetResult> results)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfAFile;
        BudgetResult b = results[0];
        Console.Out.WriteLine(b.Contract.Title);
        Console.Out.WriteLine();
        foreach (string line in BudgetSummary.Of(b)) Console.Out.WriteLine(line);
        Console.Out.WriteLine($"Flows: {b.FlowsFrom}.");
        AppraisalWords.Show("Units a year, on average", ["What", "Year", "Agreed", "Without", "With"], b.Flows.Select(f => (string[])[f.Line, f.Year, N(f.Agreed), N(f.Without), N(f.With)]));
        AppraisalWords.Show("Parties by year, on average", ["Party", .. b.Contract.CashYears.Select(y => $"Net in {y}"), "Income", "Spending", "Net", "In deficit", "Loses more in 5%"],
            b.Parties.Select(p => (string[])[p.Party.Title, .. p.Years.Select(y => BudgetSummary.Pounds(y.Net)), BudgetSummary.Pounds(new(p.Years.Sum(y => y.Income.Pounds))), BudgetSummary.Pounds(new(p.Years.Sum(y => y.Spend.Pounds))), BudgetSummary.Pounds(p.Net), BudgetSummary.Percent(p.Deficit), BudgetSummary.Pounds(p.ValueAtRisk)]));
        AppraisalWords.Show("Beside no contract and nothing new", ["Party", "Better off by", "Worse off in", "Standard deviation", "Doubt about the effect", "Moved by"],
            b.Parties.Where(p => p.Party.Kind != ContractPartyKind.Pot).Select(p => (string[])[p.Party.Title, BudgetSummary.Pounds(p.AgainstNone), BudgetSummary.Percent(p.WorseOff), BudgetSummary.Pounds(new((decimal)p.Deviation)), Share(p.EffectShare), string.Join(", ", p.Risks.Select(r => $"{r.Of} {BudgetSummary.Percent(r.Share)}"))]));
        if (results.Count > 1)
            AppraisalWords.Show("Side by side", ["Contract", "Net to the holder", "In deficit", "By", "Loses more in 5%", "Break-even", "Grants", "Smallest grants", "Pays if nothing works", "As hoped", "At target"],
                results.Select(r => (string[])[r.Contract.Title, BudgetSummary.Pounds(r.Holder.Net), BudgetSummary.Percent(r.Holder.Deficit), BudgetSummary.Pounds(r.Holder.DeficitSize), BudgetSummary.Pounds(r.Holder.ValueAtRisk), Share(r.BreakEven), BudgetSummary.Pounds(r.Grants), BudgetSummary.Pounds(r.SmallestGrant), Share(r.Chances?.AtNought), Share(r.Chances?.AsHoped), Share(r.Chances?.AtTarget)]));
        AppraisalWords.Show("What it rests on", ["Term", "Says", "Source"], ContractWords.Of(b.Contract).Select(t => (string[])[t.Name, t.Says, t.Source]));
    }

    private static string Share(double? share) => share is { } s ? BudgetSummary.Percent(s) : "n/a";

    private static string N(double number) => number.ToString("#,##0.#", CultureInfo.InvariantCulture);
}
