using System.Globalization;

namespace Shiremoot.Tests.Evidence;

/// <summary>What R's metafor answers of the studies of Answers/studies.csv: made by Answers/metafor.R, kept here so that the tests need no R.</summary>
static class MetaforAnswers
{
    private static readonly string Folder = Path.Combine(TestData.Root, "tests", "Shiremoot.Tests", "5-Evidence", "Answers");

    private static readonly Dictionary<(string Set, string Model), Dictionary<string, double>> Known = File.ReadLines(Path.Combine(Folder, "answers.csv")).Skip(1).Select(l => l.Split(','))
        .GroupBy(f => (f[0], f[1])).ToDictionary(g => g.Key, g => g.ToDictionary(f => f[2], f => double.Parse(f[3], CultureInfo.InvariantCulture)));

    /// <summary>The sets that have an answer by this model.</summary>
    public static IEnumerable<string> SetsWith(string model) => Known.Keys.Where(k => k.Model == model).Select(k => k.Set);

    public static IReadOnlyDictionary<string, double> Of(string set, string model) => Known[(set, model)];

    /// <summary>Writes the studies of one set to a file of its own, missing cells and all.</summary>
    public static string WriteStudies(string set, string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, "studies.csv"));
        string file = Path.Combine(folder, $"{set}.csv");
        File.WriteAllLines(file, [lines[0], .. lines.Where(l => l.StartsWith($"{set},", StringComparison.Ordinal))]);
        return file;
    }
}
