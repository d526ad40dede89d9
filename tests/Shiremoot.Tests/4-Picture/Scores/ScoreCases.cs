using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Picture.Scores;

/// <summary>Small files of cases, scored by the shipped numbers through the public door.</summary>
sealed class ScoreCases : IDisposable
{
    public static readonly Vocabulary Vocabulary = Shiremoot.Records.Vocabulary.Read(Path.Combine(TestData.Root, "vocabulary")).Value;
    private readonly string folder = Directory.CreateTempSubdirectory("scores").FullName;

    public static ScoreModel Model(string name) => ScoreModelFile.Read(Path.Combine(TestData.Root, "vocabulary", "scores"), name, Vocabulary.OffenceCategories).Value;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public string File(string text)
    {
        string path = Path.Combine(folder, "cases.csv");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Scores the text of a file; gives what came out of it and the rows written, each by column name.</summary>
    public (ScoredFile Scored, List<Dictionary<string, string>> Rows) Score(string name, string text, Func<CaseScoringOptions, CaseScoringOptions>? how = null)
    {
        string to = Path.Combine(folder, "scored.csv");
        CaseScoringOptions asked = new() { Out = to };
        ScoredFile scored = CaseScoring.Score(File(text), Model(name), Vocabulary, how is null ? asked : how(asked)).Value;
        return (scored, [.. Csv(to)]);
    }

    public Refusal Refused(string name, string text, Func<CaseScoringOptions, CaseScoringOptions>? how = null)
    {
        CaseScoringOptions asked = new() { Out = Path.Combine(folder, "scored.csv") };
        CaseScoring.Score(File(text), Model(name), Vocabulary, how is null ? asked : how(asked)).Refused(out Refusal? why, out _);
        return why!;
    }

    public bool Wrote => System.IO.File.Exists(Path.Combine(folder, "scored.csv")) || System.IO.File.Exists(Path.Combine(folder, "scored.csv.unfinished"));

    public static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Csv(string path)
    {
        using CsvHelper.CsvReader reader = CsvHelper.CsvReader.FromFile(path, new CsvHelper.CsvReaderOptions());
        while (reader.Read()) yield return Enumerable.Range(0, reader.FieldCount).ToDictionary(i => reader.Headers[i], reader.GetString);
    }
}
