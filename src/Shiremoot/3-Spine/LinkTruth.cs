using System.Text;
using System.Text.RegularExpressions;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>
/// Who is who in truth, to measure a linking by: a column of the files, a pattern of the ids (between slashes, with a group for what records of one person share), or a file of its own,
/// with a line for each row in order, or columns for id and person.
/// </summary>
public sealed class LinkTruth
{
    private readonly Dictionary<string, int> numbers;

    private LinkTruth(int[] person, Dictionary<string, int> numbers) => (Person, this.numbers) = (person, numbers);

    /// <summary>The person of each record, a number; below 0 where it is not told.</summary>
    public int[] Person { get; }

    /// <summary>The number of a person by the name the truth gives them; below 0 if it names none so.</summary>
    public int NumberOf(string person) => numbers.GetValueOrDefault(person, -1);

    /// <summary>Reads the truth of the records of a table.</summary>
    /// <param name="truth">A column, a file or a pattern.</param>
    /// <param name="table">The records.</param>
    /// <param name="files">The files they were read from.</param>
    public static Outcome<LinkTruth> Read(string truth, RecordTable table, IReadOnlyList<string> files)
    {
        if (truth.Length > 2 && truth[0] == '/' && truth[^1] == '/' && !File.Exists(truth)) return ByPattern(truth[1..^1], table);
        return File.Exists(truth) ? ByFile(truth, table) : ByColumn(truth, table, files);
    }

    private static Outcome<LinkTruth> ByPattern(string pattern, RecordTable table)
    {
        Regex regex;
        try
        {
            regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException wrong)
        {
            return Refusals.BadTruthPattern(pattern, wrong.Message);
        }
        if (regex.GetGroupNumbers().Length < 2) return Refusals.BadTruthPattern(pattern, "it has no group");
        Dictionary<string, int> numbers = [];
        int[] people = new int[table.Count];
        try
        {
            for (int r = 0; r < people.Length; r++)
            {
                Match match = regex.Match(table.Id(r));
                people[r] = match.Success ? Number(numbers, string.Join('|', match.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value))) : -1;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return Refusals.BadTruthPattern(pattern, "it takes more than a second on one id");
        }
        return numbers.Count == 0 ? Refusals.BadTruthPattern(pattern, "no id fits it") : new LinkTruth(people, numbers);
    }

    private static Outcome<LinkTruth> ByColumn(string column, RecordTable table, IReadOnlyList<string> files)
    {
        Dictionary<string, int> numbers = [];
        int[] byRow = new int[table.Count];
        int row = 0;
        foreach (string file in files)
        {
            if (TableReading.OpenAlone(file).Refused(out Refusal? why, out TableReader? reader)) return why;
            using (reader)
            {
                int at = RecordFile.Find(reader.Headers, column);
                if (at < 0) return Refusals.NoTruthColumn(Path.GetFileName(file), column, reader.Headers);
                while (reader.Read() && row < byRow.Length) byRow[row++] = reader.Field(at).IsEmpty ? -1 : Number(numbers, Encoding.UTF8.GetString(reader.Field(at)));
            }
        }
        return numbers.Count == 0 ? Refusals.TruthDoesNotMatch($"The column '{column}'", table.Count, 0) : new LinkTruth(InOrder(table, byRow), numbers);
    }

    private static Outcome<LinkTruth> ByFile(string file, RecordTable table)
    {
        if (TableReading.OpenAlone(file).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            Dictionary<string, int> numbers = [];
            if (reader.Headers.Count == 1) return ByLine(file, reader, table, numbers);
            int person = reader.Headers.Count - 1;
            Dictionary<string, int> byId = [];
            while (reader.Read()) byId[Key(reader, person)] = Number(numbers, Encoding.UTF8.GetString(reader.Field(person)));
            if (Broken(reader, file) is { } broken) return broken;
            int[] people = new int[table.Count];
            int found = 0;
            for (int r = 0; r < people.Length; r++)
            {
                string id = table.Id(r), withSource = table.SourceNames[table.Sources[r]] + "/" + id;
                people[r] = byId.TryGetValue(withSource, out int one) || byId.TryGetValue(id, out one) ? one : -1;
                if (people[r] >= 0) found++;
            }
            return found == 0 ? Refusals.TruthDoesNotMatch(Path.GetFileName(file), table.Count, found) : new LinkTruth(people, numbers);
        }
    }

    private static Outcome<LinkTruth> ByLine(string file, TableReader reader, RecordTable table, Dictionary<string, int> numbers)
    {
        List<int> rows = [];
        while (reader.Read()) rows.Add(Number(numbers, Encoding.UTF8.GetString(reader.Field(0))));
        if (Broken(reader, file) is { } broken) return broken;
        return rows.Count == table.Count ? new LinkTruth(InOrder(table, [.. rows]), numbers) : Refusals.TruthDoesNotMatch(Path.GetFileName(file), table.Count, rows.Count);
    }

    private static Refusal? Broken(TableReader reader, string file) =>
        reader.Stopped is { } stopped ? Refusals.FileStopped(Path.GetFileName(file), stopped) : reader.BadRows > 0 ? Refusals.TruthRows(Path.GetFileName(file), reader.BadRows, reader.Rows) : null;

    // Columns id, person; or source, id, person; or agency, feed, id, person as generated truth has them.
    private static string Key(TableReader reader, int person)
    {
        string id = Encoding.UTF8.GetString(reader.Field(person - 1));
        return person == 1 ? id : Encoding.UTF8.GetString(reader.Field(0)) + "/" + id;
    }

    private static int[] InOrder(RecordTable table, int[] byRow)
    {
        int[] people = new int[table.Count];
        for (int r = 0; r < people.Length; r++) people[r] = byRow[table.RowOf(r)];
        return people;
    }

    private static int Number(Dictionary<string, int> numbers, string person)
    {
        if (!numbers.TryGetValue(person, out int number)) numbers[person] = number = numbers.Count;
        return number;
    }
}
