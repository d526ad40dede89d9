using System.Globalization;
using CsvHelper;
using Shiremoot.Picture;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>Writes the tables of a study of follow-ups, one CSV each, whole or not at all.</summary>
static class SurviveFiles
{
    /// <summary>Writes them to a folder, which is made if need be; tells what was written.</summary>
    public static Outcome<IReadOnlyList<string>> Write(SurvivalStudy study, string folder, string read)
    {
        List<SurviveTable> tables = [SurviveTable.Groups(study), SurviveTable.AtTimes(study), SurviveTable.Curves(study), SurviveTable.LeftOut(study)];
        if (study.Incidence.Count > 0) tables.AddRange([SurviveTable.IncidenceAtTimes(study), SurviveTable.Incidence(study)]);
        if (study.Tests.Count > 0) tables.Add(SurviveTable.Tests(study));
        if (study.IncidenceTests.Count > 0) tables.Add(SurviveTable.IncidenceTests(study));
        if (study.Model is { } model) tables.Add(SurviveTable.Effects(study, model));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.CannotWrite(folder, wrong.Message);
        }
        string[] paths = [.. tables.Select(t => Path.Combine(folder, $"{t.Name}.csv"))];
        if (FileOut.Refuse([.. paths.Select(p => ("--out", (string?)p))], [read]) is { } unwritable) return unwritable;
        List<string> written = [];
        for (int k = 0; k < tables.Count; k++)
        {
            SurviveTable table = tables[k];
            try
            {
                long rows = WholeFile.Write(paths[k], file => WriteTable(table, file));
                written.Add(string.Create(CultureInfo.InvariantCulture, $"{paths[k]}: {rows:N0} rows"));
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                return Refusals.CannotWrite(paths[k], wrong.Message);
            }
        }
        return Outcome.Of<IReadOnlyList<string>>(written);
    }

    // A figure that has no value is an empty cell; names come from the file, and no spreadsheet is to run one.
    private static long WriteTable(SurviveTable table, Stream file)
    {
        using CsvWriter csv = CsvWriter.Create(file, CsvWriterOptions.Default, leaveOpen: true);
        foreach (string column in table.Columns) csv.WriteField(column);
        csv.EndRecord();
        long rows = 0;
        foreach (object[] row in table.Rows)
        {
            foreach (object cell in row)
                csv.WriteField(cell switch { double number => double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture), IFormattable other => other.ToString(null, CultureInfo.InvariantCulture), _ => InertText.Of(cell.ToString() ?? "") });
            csv.EndRecord();
            rows++;
        }
        return rows;
    }
}
