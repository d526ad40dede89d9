using Shiremoot.Trust;

namespace Shiremoot.Economics.Appraising;

/// <summary>A line of the sheet of years: its total, its present value and its years, as cells to be named.</summary>
internal readonly record struct YearLine(SheetTerm Total, SheetTerm Present, SheetTerm[] Years);

/// <summary>A sheet in the making, row by row. What is put into it comes back as the cell's name, for other formulas to use.</summary>
internal sealed class SheetDraft(string name, params int[] widths)
{
    private const int First = 5; // the column of the first year

    private readonly List<List<FormulaCell>> rows = [];

    public SheetDraft Row(params string[] texts)
    {
        rows.Add([.. texts.Select(t => new FormulaCell(t, null, null, rows.Count == 0 ? CellLook.Bold : CellLook.Plain))]);
        return this;
    }

    public void Heading(string text) => rows.Add([new(text, null, null, CellLook.Bold)]);

    public void Text(string text) => rows[^1].Add(new(text, null, null, CellLook.Plain));

    public void Empty() => rows[^1].Add(new(null, null, null, CellLook.Plain));

    public SheetTerm Number(double number, CellLook look = CellLook.Plain)
    {
        rows[^1].Add(new(null, number, null, look));
        return Last(number);
    }

    /// <summary>A formula; where its value is no number it has the words instead.</summary>
    public SheetTerm Put(SheetTerm term, CellLook look = CellLook.Plain, string words = "")
    {
        bool isNumber = !double.IsNaN(term.Value);
        rows[^1].Add(new(isNumber ? null : words, isNumber ? term.Value : null, term.Formula.Replace($"{name}!", "", StringComparison.Ordinal), look));
        return Last(term.Value);
    }

    /// <summary>A line of years after its label: a constant, the total, the present value (where there are discount factors), the years.</summary>
    public YearLine Line(string label, SheetTerm? constant, SheetTerm[] years, YearLine? discount, CellLook look)
    {
        Row(label);
        int row = rows.Count, last = First + years.Length - 1;
        if (constant is { } one) years = [.. years.Select(Times(Put(one)))];
        else Empty();
        string span = $"{Column(First)}{row}:{Column(last)}{row}";
        SheetTerm total = Put(new($"SUM({span})", years.Sum(y => y.Value)), look), present = default;
        if (discount is { } factors) present = Put(new($"SUMPRODUCT({span},{factors.Years[0].Formula}:{factors.Years[^1].Formula})", years.Zip(factors.Years, (y, f) => y.Value * f.Value).Sum()), look);
        else Empty();
        return new(total, present, [.. years.Select(y => Put(y, look))]);
    }

    /// <summary>A line in which each year goes on from the one before it, or from the end on from the one after it. It has no total.</summary>
    public YearLine Chain(string label, Func<int, SheetTerm?, SheetTerm> next, int years, CellLook look, bool fromTheEnd = false)
    {
        Row(label, "", "", "");
        SheetTerm[] terms = new SheetTerm[years], cells = new SheetTerm[years];
        SheetTerm? before = null;
        for (int n = 0; n < years; n++)
        {
            int t = fromTheEnd ? years - 1 - n : n;
            terms[t] = next(t, before);
            before = cells[t] = new($"{name}!{Column(First + t)}{rows.Count}", terms[t].Value);
        }
        foreach (SheetTerm term in terms) Put(term, look);
        return new(default, default, cells);
    }

    /// <summary>The cell so many places to the right of the next, which will hold a number.</summary>
    public SheetTerm Ahead(int places, double value) => new($"{name}!{Column(rows[^1].Count + 1 + places)}{rows.Count}", value);

    public FormulaSheet Sheet() => new(name, widths, rows);

    private static Func<SheetTerm, SheetTerm> Times(SheetTerm constant) => year => year * constant;

    private SheetTerm Last(double value) => new($"{name}!{Column(rows[^1].Count)}{rows.Count}", value);

    // The first column is 1.
    private static string Column(int number)
    {
        string letters = "";
        for (; number > 0; number = (number - 1) / 26) letters = (char)('A' + ((number - 1) % 26)) + letters;
        return letters;
    }
}
