using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>One term of a contract.</summary>
/// <param name="Name">What of the contract it is.</param>
/// <param name="Says">The term in plain English.</param>
/// <param name="Source">Where it is from.</param>
public sealed record ContractTerm(string Name, string Says, string Source)
{
    /// <summary>True if part of it is nobody's finding.</summary>
    public bool IsAssumption => Source.Contains(Word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The source without the word assumption at its head, for where that stands before it as a mark.</summary>
    public string Rest => !Source.StartsWith(Word, StringComparison.OrdinalIgnoreCase) ? Source : Source[Word.Length..].TrimStart(':', ',', ' ') is { Length: > 0 } rest ? $"{char.ToUpperInvariant(rest[0])}{rest[1..]}" : "";

    private const string Word = "assumption";
}

/// <summary>The terms of a contract in plain English, each with its source.</summary>
public static class ContractWords
{
    public static IReadOnlyList<ContractTerm> Of(Contract c)
    {
        List<ContractTerm> terms = [];
        foreach (ContractLine line in c.Lines)
        {
            terms.Add(new(line.Title, Line(c, line), line.Source));
            if (line.Drawn is { } drawn) terms.Add(new($"{line.Title}: how they may come out", Drawn(line, drawn), drawn.Source));
        }
        terms.Add(new("Set against", Against(c), c.Counterfactual.Source.Length > 0 ? c.Counterfactual.Source : "as the contract says nothing else"));
        terms.AddRange(c.Sums.Select(s => new ContractTerm(s.Name, Sum(c, s), s.Source)));
        terms.AddRange(c.Rules.Select(r => new ContractTerm(r.Name, Rule(c, r), r.Source)));
        if (c.Break is { } clause) terms.Add(new("Right to leave", $"{Name(c, clause.By)} may leave at the end of year {clause.After}, and is taken to if the reduction so far is under {Percent(clause.LeaveBelow)}; {(clause.Owes == 0 ? "nothing is then owed" : $"{Percent(clause.Owes)} of what was paid up front then goes back")}.", clause.Source));
        if (c.Reserve is { } reserve) terms.Add(new("Reserve", $"{Parties(c, reserve.From)} put {Pounds(reserve.Amount)} by at the beginning. It pays what a year's nights cost above {Percent(reserve.Over)} of the baseline, as long as it lasts; what is left goes back.", reserve.Source));
        if (c.Pool is { } pool) terms.Add(new("Pool", $"{pool.Members} areas alike, this one among them, each bear the mean of what nights cost all of them.", pool.Source));
        if (c.Elsewhere is { } other) terms.Add(new($"Change in {other.Title}", string.Join("; ", c.Years.Zip(other.Change).Where(y => y.Second is not null).Select(y => $"{y.First}: {Percent(y.Second!.Value)}")), other.Source));
        return terms;
    }

    private static string Line(Contract c, ContractLine l)
    {
        List<string> says = [];
        if (l.Prices.Count > 0) says.Add(l.Prices.Distinct().Count() == 1 ? $"{Pounds(l.Prices[0])} each" : string.Join(", ", c.Years.Zip(l.Prices).Select(y => $"{Pounds(y.Second)} each in {y.First}")));
        says.Add(l.Baseline is null ? "the baseline is what is expected if nothing new is done" : $"the baseline is {string.Join(", ", l.Baseline.Distinct().Select(Number))} a year");
        if (l.Provider >= 0) says.Add($"{Name(c, l.PaidBy)} pays {Name(c, l.Provider)}");
        if (l.ChargedTo >= 0) says.Add($"{Name(c, l.ChargedTo)} is charged for each by {Name(c, l.PaidBy)}");
        if (l.Bought is { } bought) says.Add($"{Number(bought)} are bought ahead");
        if (l.Marginal < 1) says.Add($"{Percent(l.Marginal)} of the price is saved with each one fewer, the rest {(l.Step > 0 ? $"only when {Number(l.Step)} a year close at once" : "never")}");
        if (l.IsRemand) says.Add("children on remand");
        return $"{Capital(l.Unit)}: {string.Join("; ", says)}.";
    }

    private static string Drawn(ContractLine l, DrawnDemand d)
    {
        string happens = d.Chance > 0 ? $"{Number(l.Cohort)} people, each with a chance of {Percent(d.Chance)}" : $"{Number(d.Events)} events a year, varying {(d.Dispersion > 1 ? $"{Number(d.Dispersion)} times as much as" : "as")} a Poisson count";
        string length = d.Length == 1 && d.LengthDeviation == 0 ? "" : $", each of {Number(d.Length)} {l.Unit}{(d.LengthDeviation > 0 ? $" (standard deviation {Number(d.LengthDeviation)})" : "")}";
        string trend = d.Trend == 0 ? "" : $"; {Percent(Math.Abs(d.Trend))} {(d.Trend < 0 ? "fewer" : "more")} each year whatever is done";
        string sure = d.ReductionDeviation == 0 ? "" : $" (standard deviation {Percent(d.ReductionDeviation)})";
        string ramp = d.Ramp.All(r => r == 1) ? "" : $", by year {string.Join(", ", d.Ramp.Select(r => Percent(r)))} of that";
        return $"{happens}{length}{trend}. Hoped for: {Percent(d.Reduction)} fewer{sure}{ramp}.";
    }

    private static string Against(Contract c) => c.Counterfactual.Kind switch
    {
        CounterfactualKind.Trend => $"The level before the contract, changed by {Percent(c.Counterfactual.Trend)} each year.",
        CounterfactualKind.Index => $"The level before the contract, times {string.Join(", ", c.Years.Zip(c.Counterfactual.Index).Select(y => $"{Number(y.Second)} in {y.First}"))}.",
        CounterfactualKind.Control => $"People like them of whom nothing new was done, {c.Counterfactual.Times} for each.",
        _ => "A level fixed beforehand; nothing is taken off for what happens elsewhere.",
    };

    private static string Sum(Contract c, ContractSum s)
    {
        string what = s.BaselineShare > 0 ? $"{Percent(s.BaselineShare)} of what the baseline costs" : s.SavingShare > 0 ? $"{Percent(s.SavingShare)} of what was not spent on nights the year before"
            : s.ByYear.Distinct().Count() == 1 ? $"{Pounds(s.ByYear[0])} a year" : string.Join(", ", c.Years.Zip(s.ByYear).Where(y => y.Second != 0).Select(y => $"{Pounds(y.Second)} in {y.First}"));
        return $"{Name(c, s.From)} pays {Name(c, s.To)} {what}{(s.Most is { } most ? $", at most {Pounds(most)} a year" : "")}.";
    }

    private static string Rule(Contract c, PaymentRule r)
    {
        string points = r.Form == ReductionForm.Points ? " points" : "%", lines = r.Lines.Count == c.Lines.Count ? "" : $" in {string.Join(" and ", r.Lines.Select(l => c.Lines[l].Title))}";
        string P(decimal share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + points;
        List<string> says = [];
        if (r.CanPay)
        {
            string worth = r.Amount is { } amount ? $"of {Pounds(amount)}" : r.Each is { } each ? $"at {Pounds(each)} for each avoided" : r.Cashable < 1 ? $"of the {Percent(r.Cashable)} of the cost of demand that is cash" : "of the cost of demand";
            string up = r.Threshold > 0 ? $"nothing for a reduction{lines} under {P(r.Threshold)}; from there {Percent(r.Share)} of the reduction up to it and {Percent(r.Rate)} above it" : $"{Percent(r.Rate)} of any reduction{lines}";
            says.Add($"{Parties(c, r.From)} pay {Parties(c, r.To)} {up}{(r.Cap < 1 ? $", up to {P(r.Cap)}" : "")}, {worth}");
        }
        if (r.Pooled is { } pooled) says.Add($"if no year has paid, all years together need {P(pooled)}");
        if (r.Back is { } back)
        {
            string of = back.Of == PayBackOf.Upfront ? "what was paid up front" : r.Amount is { } stated ? Pounds(stated) : "the cost of demand";
            says.Add($"{Parties(c, r.To)} pay back {(back.IsFull ? of : $"{Number((double)back.Rate)} times the shortfall, of {of},")} for a reduction{lines} under {P(back.Below)}{(back.Most is { } most ? $", at most {Pounds(most)}" : "")}");
        }
        says.Add(r.Window == PaymentWindow.Year ? "judged year by year" : "judged on all years together");
        if (r.Lag > 0) says.Add($"paid {r.Lag} {(r.Lag == 1 ? "year" : "years")} later");
        if (r.Most is { } all) says.Add($"at most {Pounds(all)} in all");
        return $"{Capital(string.Join("; ", says))}.";
    }

    private static string Parties(Contract c, IReadOnlyList<PartyShare> shares) =>
        shares.Count == 1 ? Name(c, shares[0].Party) : string.Join(" and ", shares.Select(s => $"{Name(c, s.Party)} ({Percent(s.Share)})"));

    private static string Name(Contract c, int party) => c.Parties[party].Title;

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string Pounds(decimal pounds) => pounds.ToString(pounds == decimal.Floor(pounds) ? "£#,##0" : "£#,##0.00", CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Number(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
