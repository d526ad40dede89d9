using System.Diagnostics;
using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using Shiremoot.Economics;
using Shiremoot.Trust;

namespace Shiremoot.Bench;

/// <summary>
/// The workbook of an appraisal worked out by LibreOffice. The values beside the formulas are struck out first, so that what comes back is LibreOffice's own; then
/// an input is changed in the workbook and in the option, and both are compared again, every figure and every line of the ledger to the penny.
/// </summary>
static class WorkbookBesideOffice
{
    private const double Penny = 0.0051; // the sheet shows whole pence

    public static int Run(string option)
    {
        Appraisal a = Shire.AppraiseAlone(option).Value;
        if (Reckoned(AppraisalWorkbook.Of(a)) is not { } plain)
        {
            Console.Out.WriteLine("LibreOffice is not on this machine: install libreoffice-calc-nogui to set it beside");
            return 0;
        }
        bool good = Agree("as written", plain, a);
        foreach (OptionInput input in a.Option.Inputs)
        {
            double value = Math.Clamp(input.Value * 0.9, input.Least, input.Most);
            AppraisalOption changed = a.Option with { Inputs = [.. a.Option.Inputs.Select(i => i == input ? i with { Value = value } : i)] };
            good &= Agree(string.Create(CultureInfo.InvariantCulture, $"{input.Name} = {value:0.######}"), Reckoned(Changed(AppraisalWorkbook.Of(a), input.Name, value))!, Appraisal.Of(changed));
        }
        Console.Out.WriteLine(good ? "LibreOffice gives every figure to the penny" : "THEY DIFFER");
        return good ? 0 : 1;
    }

    private static IReadOnlyList<FormulaSheet> Changed(IReadOnlyList<FormulaSheet> sheets, string input, double value) => [.. sheets.Select(s => s.Name != "Inputs" ? s : s with
    {
        Rows = [.. s.Rows.Select(r => r[0].Text == input ? [r[0], r[1] with { Number = value }, .. r.Skip(2)] : r)],
    })];

    private static IReadOnlyList<FormulaSheet> WithoutValues(IReadOnlyList<FormulaSheet> sheets) => [.. sheets.Select(s => s with
    {
        Rows = [.. s.Rows.Select(r => (IReadOnlyList<FormulaCell>)[.. r.Select(c => c.Formula is null ? c : c with { Text = null, Number = null })])],
    })];

    // The sheet of results as LibreOffice shows it; null where there is no LibreOffice.
    private static List<string[]>? Reckoned(IReadOnlyList<FormulaSheet> sheets)
    {
        if (!File.Exists("/usr/bin/soffice")) return null;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("appraisal-workbook");
        string book = Path.Combine(folder.FullName, "book.xlsx");
        using (FileStream stream = File.Create(book)) ReleaseFiles.WriteFormulas(WithoutValues(sheets), stream);
        ProcessStartInfo start = new("/usr/bin/soffice", [$"-env:UserInstallation=file://{Path.GetTempPath()}office-of-the-benchmark", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.FullName, book]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using (Process process = Process.Start(start)!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        List<string[]> rows = [];
        using (TextFieldParser reader = new(Path.Combine(folder.FullName, "book.csv")) { TextFieldType = FieldType.Delimited, Delimiters = [","], TrimWhiteSpace = false })
            while (reader.ReadFields() is { } fields) rows.Add(fields);
        folder.Delete(recursive: true);
        return rows;
    }

    private static bool Agree(string what, List<string[]> sheet, Appraisal a)
    {
        double furthest = 0;
        int compared = 0, words = 0;
        bool good = true;
        void Compare(string[] row, int column, double? value)
        {
            bool isNumber = double.TryParse(row[column].Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double found);
            good &= isNumber == value is not null;
            if (isNumber && value is { } v) (furthest, compared) = (Math.Max(furthest, Math.Abs(found - v)), compared + 1);
            else words++;
        }

        foreach (AppraisalFigure figure in a.Figures) Compare(sheet.First(r => r[0].StartsWith(FigureWords.Title(figure.Name), StringComparison.Ordinal)), 1, figure.Value);
        foreach (AgencyLedger l in a.Ledger)
            foreach ((int column, double value) in (ReadOnlySpan<(int, double)>)[(1, l.Spends), (2, l.Lends), (3, l.Cashable), (4, l.NotCashable), (5, l.Wider), (6, l.Net)]) Compare(sheet.First(r => r[0] == l.Bearer), column, value);
        good &= furthest <= Penny;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {compared} figures, the furthest £{furthest:0.0000} apart; {words} that have no meaning{(good ? "" : ": DIFFERS")}"));
        return good;
    }
}
