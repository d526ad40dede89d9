using Shiremoot.Trust;

namespace Shiremoot.Economics.Appraising;

/// <summary>The sheets of what an appraisal rests on: its inputs, which a reader may change, and what a unit or an hour is priced at.</summary>
internal sealed class InputSheet
{
    private const string Unbounded = "";

    private readonly SheetDraft inputs = new("Inputs", 44, 16, 16, 10, 10, 50, 80, 80), prices = new("Prices", 44, 14, 24, 16, 12, 12, 60, 60);
    private readonly List<SheetTerm> used = [];

    public InputSheet(AppraisalOption option)
    {
        inputs.Row("Number (change its value in column B)", "Value", "As used", "Least", "Most", "How sure", "Source", "Note");
        foreach (OptionInput input in option.Inputs) used.Add(Input(input));
        prices.Row("What", "Kind", "Who", "Pounds for one", "Optimism", "Step", "How it was come by", "Source");
        Values = [.. option.Values.Select(v => Price(v.Code, UnitCosts.Name(v.Kind), option.Bearers[v.Bearer].Name, v.Each, option.Outcomes[v.Outcome].Optimism, v.Step, v.Working, v.Source))];
        Costs = [.. option.Costs.Select(c => Price(c.Name, "cost", option.Bearers[c.Bearer].Name, c.Each, c.Optimism, 0, c.Working, c.Source))];
    }

    /// <summary>Of each value: pounds, the optimism taken off, the step.</summary>
    public IReadOnlyList<(SheetTerm Each, SheetTerm Optimism, SheetTerm Step)> Values { get; }

    /// <summary>Of each cost: pounds for one of its amount, the optimism put on.</summary>
    public IReadOnlyList<(SheetTerm Each, SheetTerm Optimism, SheetTerm Step)> Costs { get; }

    /// <summary>The cell of an input within its bounds; null for -1, an input the option does not have.</summary>
    public SheetTerm? this[int input] => input < 0 ? null : used[input];

    public IReadOnlyList<FormulaSheet> Sheets => [inputs.Sheet(), prices.Sheet()];

    private SheetTerm Input(OptionInput input)
    {
        inputs.Row(input.Name);
        SheetTerm value = inputs.Number(input.Value), within = value;
        // What is used stands before its bounds, so that a reader sees both values side by side.
        if (double.IsFinite(input.Least)) within = SheetTerm.Most(within, inputs.Ahead(1, input.Least));
        if (double.IsFinite(input.Most)) within = SheetTerm.Least(within, inputs.Ahead(2, input.Most));
        SheetTerm cell = inputs.Put(within);
        foreach (double bound in (ReadOnlySpan<double>)[input.Least, input.Most])
            if (double.IsFinite(bound)) inputs.Number(bound);
            else inputs.Text(Unbounded);
        foreach (string text in (ReadOnlySpan<string>)[input.Spread.InWords, input.Source, input.Note]) inputs.Text(text);
        return cell;
    }

    private (SheetTerm, SheetTerm, SheetTerm) Price(string what, string kind, string who, double each, double optimism, double step, string working, string source)
    {
        prices.Row(what, kind, who);
        (SheetTerm, SheetTerm, SheetTerm) cells = (prices.Number(each, CellLook.Pounds), prices.Number(optimism), prices.Number(step));
        prices.Text(working);
        prices.Text(source);
        return cells;
    }
}
