using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shiremoot.Tests.Economics;

/// <summary>A small spreadsheet: reads a workbook's formulas and works them out from its numbers alone, without the values written beside them.</summary>
sealed class SheetReckoner
{
    private readonly Dictionary<string, string> formulas = [];
    private readonly Dictionary<string, object> values = [];
    private string text = "", sheet = "";
    private int at;

    /// <summary>The values that the file itself gives for its formulas.</summary>
    public Dictionary<string, object> Written { get; } = [];

    public static SheetReckoner Read(Stream stream)
    {
        SheetReckoner read = new();
        using SpreadsheetDocument file = SpreadsheetDocument.Open(stream, false);
        foreach (Sheet sheet in file.WorkbookPart!.Workbook!.Descendants<Sheet>())
        {
            int row = 0;
            foreach (Row line in ((WorksheetPart)file.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>())
            {
                (row, int column) = (row + 1, 0);
                foreach (Cell cell in line.Elements<Cell>()) read.Keep($"{sheet.Name}!{(++column <= 26 ? "" : (char)('A' + ((column - 1) / 26) - 1))}{(char)('A' + ((column - 1) % 26))}{row}", cell);
            }
        }
        return read;
    }

    public IEnumerable<string> Formulas => formulas.Keys;

    public object this[string cell]
    {
        get
        {
            if (values.TryGetValue(cell, out object? value)) return value;
            if (!formulas.TryGetValue(cell, out string? formula)) return "";
            (string Text, string Sheet, int At) before = (text, sheet, at);
            (text, sheet, at) = (formula, cell[..cell.IndexOf('!')], 0);
            value = Sum();
            if (at < text.Length) throw new InvalidOperationException($"{cell}: '{formula}' is not understood from '{text[at..]}'.");
            (text, sheet, at) = before;
            return values[cell] = value;
        }
    }

    public double Number(string cell) => (double)this[cell];

    /// <summary>Writes a number into a cell; what was worked out is forgotten.</summary>
    public void Change(string cell, double number)
    {
        foreach (string formula in formulas.Keys) values.Remove(formula);
        values[cell] = number;
    }

    /// <summary>The cell to the right of a label of a sheet's first column.</summary>
    public string Beside(string of, string label, char column = 'B') => $"{of}!{column}{Enumerable.Range(1, 500).First(r => this[$"{of}!A{r}"] is string s && s == label)}";

    private void Keep(string name, Cell cell)
    {
        string shown = cell.CellValue?.Text ?? cell.InnerText;
        object value = cell.DataType?.Value is { } type && (type == CellValues.InlineString || type == CellValues.String) ? shown : shown.Length == 0 ? "" : double.Parse(shown, CultureInfo.InvariantCulture);
        if (cell.CellFormula is null) values[name] = value;
        else (formulas[name], Written[name]) = (cell.CellFormula.Text, value);
    }

    private bool Next(char c)
    {
        bool found = at < text.Length && text[at] == c;
        if (found) at++;
        return found;
    }

    private object Sum()
    {
        object left = Product();
        while (true)
            if (Next('+')) left = (double)left + (double)Product();
            else if (Next('-')) left = (double)left - (double)Product();
            else return left;
    }

    private object Product()
    {
        object left = Power();
        while (true)
            if (Next('*')) left = (double)left * (double)Power();
            else if (Next('/')) left = (double)left / (double)Power();
            else return left;
    }

    private object Power()
    {
        object left = Atom();
        return Next('^') ? Math.Pow((double)left, (double)Atom()) : left;
    }

    private object Atom()
    {
        if (Next('-')) return -(double)Atom();
        if (Next('('))
        {
            object inner = Sum();
            Next(')');
            return inner;
        }
        if (Next('"'))
        {
            int from = at;
            while (text[at] != '"') at++;
            return text[from..at++];
        }
        int start = at;
        if (char.IsDigit(text[at]))
        {
            while (at < text.Length && (char.IsDigit(text[at]) || text[at] is '.' or 'E' || (text[at] is '-' or '+' && text[at - 1] == 'E'))) at++;
            return double.Parse(text[start..at], CultureInfo.InvariantCulture);
        }
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '!' or '$')) at++;
        string word = text[start..at];
        return Next('(') ? Function(word) : this[Named(word)];
    }

    private object Function(string name)
    {
        if (name == "IF")
        {
            double test = (double)Sum();
            bool holds = text[at..].StartsWith(">=", StringComparison.Ordinal) ? test >= 0 : test > 0;
            at = text.IndexOf(',', at) + 1; // what stands after the sign is always nought
            object then = Sum();
            Next(',');
            object otherwise = Sum();
            Next(')');
            return holds ? then : otherwise;
        }
        List<double[]> given = [];
        do given.Add(Range());
        while (Next(','));
        Next(')');
        double[] all = [.. given.SelectMany(g => g)];
        return name switch
        {
            "SUM" => all.Sum(),
            "SUMPRODUCT" => given[0].Zip(given[1], (a, b) => a * b).Sum(),
            "MIN" => all.Min(),
            "MAX" => all.Max(),
            "EXP" => Math.Exp(all[0]),
            "TRUNC" => Math.Truncate(all[0]),
            _ => throw new InvalidOperationException($"There is no function {name}."),
        };
    }

    private double[] Range()
    {
        int colon = text.IndexOf(':', at), end = text.IndexOfAny([',', ')'], at);
        if (colon < 0 || colon > end) return [(double)Sum()];
        (string from, string to) = (Named(text[at..colon]), Named(text[(colon + 1)..end]));
        at = end;
        string row = new([.. from.SkipWhile(c => c != '!').Where(char.IsDigit)]), of = from[..(from.IndexOf('!') + 1)];
        return [.. Enumerable.Range(Place(from), Place(to) - Place(from) + 1).Select(c => Number($"{of}{(c > 26 ? (char)('A' + ((c - 1) / 26) - 1) : "")}{(char)('A' + ((c - 1) % 26))}{row}"))];
    }

    private string Named(string word) => (word.Contains('!') ? word : $"{sheet}!{word}").Replace("$", "");

    private static int Place(string cell) => cell[(cell.IndexOf('!') + 1)..].TakeWhile(char.IsLetter).Aggregate(0, (n, c) => (26 * n) + c - 'A' + 1);
}
