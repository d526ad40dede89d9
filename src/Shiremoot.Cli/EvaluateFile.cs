using System.Globalization;
using CsvHelper;
using Shiremoot.Evidence;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>Writes each person's score and weight, which the analyst asked for of their own file: rows by number, in the order of the file.</summary>
static class EvaluateFile
{
    public static Outcome<string> Write(EvaluationResult result, string path)
    {
        try
        {
            int rows = WholeFile.Write(path, file =>
            {
                using CsvWriter csv = CsvWriter.Create(file, CsvWriterOptions.Default, leaveOpen: true);
                foreach (string column in (ReadOnlySpan<string>)["row", "treated", "score", "weight", "matched_set"]) csv.WriteField(column);
                csv.EndRecord();
                EvaluationRows people = result.Rows;
                for (int r = 0; r < people.Kept; r++)
                {
                    csv.WriteField(people.Row[r].ToString(CultureInfo.InvariantCulture));
                    csv.WriteField(people.Treated[r] ? "1" : "0");
                    csv.WriteField(result.Score.Score[r].ToString("R", CultureInfo.InvariantCulture));
                    csv.WriteField(result.Adjusted.Weight[r].ToString("R", CultureInfo.InvariantCulture));
                    csv.WriteField(result.Adjusted.Set is { } set && set[r] >= 0 ? (set[r] + 1).ToString(CultureInfo.InvariantCulture) : "");
                    csv.EndRecord();
                }
                return people.Kept;
            });
            return string.Create(CultureInfo.InvariantCulture, $"{path}: {rows:N0} rows");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.CannotWrite(path, wrong.Message);
        }
    }
}
