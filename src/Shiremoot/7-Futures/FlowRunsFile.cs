using System.Globalization;
using CsvHelper;
using Shiremoot.Futures.Contracts;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads what a simulation wrote: a CSV with the columns run, arm, year, series, value, a row for each.</summary>
public static class FlowRunsFile
{
    private const int MostFaults = 50;
    private const double Most = 1e10;
    private static readonly string[] Columns = ["run", "arm", "year", "series", "value"];

    /// <summary>Reads the file whole; refused with file, line and mend where a row cannot be read, is there twice or is missing.</summary>
    /// <param name="path">The CSV.</param>
    public static Outcome<FlowRuns> Read(string path)
    {
        string shownAs = Path.GetFileName(path);
        if (!File.Exists(path)) return Contracts.Refusals.NoResult(shownAs);
        CsvReaderOptions options = new() { TrackLineNumbers = true, IncludeValuesInExceptions = false, MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw };
        try
        {
            using CsvReader reader = CsvReader.FromFile(path, options);
            FileFaults faults = new(shownAs);
            string[] headers = [.. reader.Headers.Select(h => h.Trim())];
            int[] at = [.. Columns.Select(c => Array.IndexOf(headers, c))];
            for (int c = 0; c < at.Length; c++)
                if (at[c] < 0) faults.Add(1, $"there is no column '{Columns[c]}'; the columns are {string.Join(", ", Columns)}.");
            if (faults.Refusal(Contracts.Refusals.ResultFaults) is { } why) return why;
            FlowRows rows = new();
            int told = 0;
            while (reader.Read() && told < MostFaults)
            {
                string run = reader.GetString(at[0]).Trim(), value = reader.GetString(at[4]).Trim();
                if (!int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) Say($"the run '{run}' is not a whole number; number the runs from 0 or 1.");
                else if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount) || !double.IsFinite(amount)) Say($"the value '{value}' is not a number.");
                else if (amount > Most) Say($"the value {value} is greater than any flow; correct it.");
                else if (amount < 0) Say($"the value {value} is below nought; a flow is nought or more.");
                else if (!rows.TryAdd(number, reader.GetString(at[1]).Trim(), reader.GetString(at[2]).Trim(), reader.GetString(at[3]).Trim(), amount)) Say("this run, arm, year and series is there before; leave one of the two out.");

                void Say(string says)
                {
                    faults.Add(reader.LineNumber, says);
                    told++;
                }
            }
            if (faults.Refusal(Contracts.Refusals.ResultFaults) is { } wrong) return wrong;
            return rows.Whole(shownAs);
        }
        catch (CsvFormatException wrong)
        {
            return Contracts.Refusals.NotCsv(shownAs, Math.Max(1, wrong.LineNumber), wrong.Message);
        }
    }
}
