using System.Text;

namespace Shiremoot.Tests.Economics;

/// <summary>The rows of a shipped table of costs, split at commas outside quotes.</summary>
static class PlainTable
{
    private static readonly Dictionary<string, List<string[]>> Read = [];

    public static List<string[]> Rows(string file)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(file, out List<string[]>? rows)) Read[file] = rows = Split(File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "costs", file)));
            return rows;
        }
    }

    private static List<string[]> Split(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool quoted = false;
        foreach (char c in text.ReplaceLineEndings("\n"))
        {
            if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n')) field.Append(c);
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (c != '\n') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        return rows;
    }
}
