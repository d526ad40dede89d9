using System.Globalization;
using Shiremoot.Trust;
using Spectre.Console;

namespace Shiremoot.Cli;

/// <summary>Prints a table fit to leave the building on the terminal, with its title, definition, source and label.</summary>
static class TableText
{
    private const int WidthOfAFile = 240;

    public static void Print(ReleaseTable table)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfAFile;
        Table shown = new() { Border = TableBorder.Simple };
        foreach (ReleaseColumn column in table.Columns)
            shown.AddColumn(new TableColumn(Markup.Escape(column.Name)) { Alignment = column.Kind == ReleaseKind.Text ? Justify.Left : Justify.Right });
        foreach (IReadOnlyList<ReleaseCell> row in table.Rows)
            shown.AddRow([.. row.Select((cell, i) => Markup.Escape(Text(cell, table.Columns[i].Kind)))]);
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{table.Title}[/]");
        AnsiConsole.WriteLine(table.Definition);
        AnsiConsole.Write(shown);
        foreach (string note in table.Notes) AnsiConsole.WriteLine($"Note: {note}");
        AnsiConsole.WriteLine($"Source: {table.Source}. {table.OriginLabel}. {table.Disclosure}");
    }

    private static string Text(ReleaseCell cell, ReleaseKind kind)
    {
        if (cell.IsWithheld) return ProtectedCount.Mark;
        if (cell.Text is { } text) return text;
        if (cell.Day is { } day) return day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return cell.Number is { } number ? number.ToString(kind switch { ReleaseKind.Count => "N0", ReleaseKind.Money => "£#,##0.00", _ => "#,##0.####" }, CultureInfo.InvariantCulture) : "";
    }
}
