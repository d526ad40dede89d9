using System.Globalization;
using System.Text;

namespace Shiremoot.Trust;

/// <summary>
/// Text that no spreadsheet takes for a formula: a quote mark goes before what would start one (OWASP ASVS 5.0, V1.2.10). That is =, +, -, @ and
/// their full-width forms where they come first, whatever blanks or unseen characters stand before them, or come first after a mark at which
/// some spreadsheets cut a line into cells; and a tab, line end or NUL that comes first.
/// </summary>
public static class InertText
{
    /// <summary>The text, made inert.</summary>
    public static string Of(string text)
    {
        StringBuilder? inert = text.Length > 0 && text[0] is '\t' or '\r' or '\n' or '\0' ? new("'") : null;
        bool first = true;
        for (int i = 0; i < text.Length; i++)
        {
            if (first && StartsFormula(text[i])) (inert ??= new(text[..i])).Append('\'');
            inert?.Append(text[i]);
            first = CutsCells(text[i]) || (first && IsUnseen(text[i]));
        }
        return inert?.ToString() ?? text;
    }

    private static bool StartsFormula(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';

    // Excel where the comma is the decimal mark cuts a .csv at semicolons, and minds no quotation marks that do not open the cell.
    private static bool CutsCells(char c) => c is ';' or '\t' or '\r' or '\n';

    private static bool IsUnseen(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
