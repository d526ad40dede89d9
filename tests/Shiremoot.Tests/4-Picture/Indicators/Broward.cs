using System.IO.Compression;

namespace Shiremoot.Tests.Picture.Indicators;

/// <summary>The public file of Broward as it lies in the data folder.</summary>
static class Broward
{
    public const string Path = "compas-broward/compas_scores_two_years_pseudonymised.csv.gz";

    /// <summary>The decile of each person, and whether they reoffended within two years.</summary>
    public static (double[] Scores, bool[] Had) Deciles()
    {
        using GZipStream plain = new(File.OpenRead(TestData.File(Path)), CompressionMode.Decompress);
        using CsvHelper.CsvReader reader = CsvHelper.CsvReader.Create(plain, new CsvHelper.CsvReaderOptions());
        List<double> scores = [];
        List<bool> had = [];
        int decile = reader.Headers.ToList().IndexOf("decile_score"), outcome = reader.Headers.ToList().IndexOf("two_year_recid");
        while (reader.Read())
        {
            scores.Add(double.Parse(reader.GetString(decile), System.Globalization.CultureInfo.InvariantCulture));
            had.Add(reader.GetString(outcome) == "1");
        }
        return ([.. scores], [.. had]);
    }
}
