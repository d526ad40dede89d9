using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>Scores an analyst's own file of cases; it needs no place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="score">The name of a score of the vocabulary, or a file that ends in .yaml.</param>
    /// <param name="asked">Columns, the file to write, what to compare.</param>
    public static Outcome<ScoredFile> ScoreCases(string path, string score, CaseScoringOptions asked)
    {
        string country = VocabularyFolder.Find();
        if (Records.Vocabulary.Read(country).Refused(out Refusal? why, out Vocabulary? vocabulary)) return why;
        if (ScoreModelFile.Read(Path.Combine(country, "scores"), score, vocabulary.OffenceCategories).Refused(out why, out ScoreModel? model)) return why;
        return CaseScoring.Score(path, model, vocabulary, asked);
    }
}
