using System.Text;
using Shiremoot.Intake;

namespace Shiremoot.Picture.Scores;

/// <summary>Writes the rows of a file as they came, each with its score or the reason why it has none.</summary>
sealed class ScoredRows
{
    private readonly Stream to;
    private readonly ScoreModel model;
    private readonly int width;
    private readonly byte[] about;
    private readonly byte[] number = new byte[40];
    private static readonly byte[][] BandNames = [.. ScoreBands.Names.Select(Encoding.UTF8.GetBytes)];

    public ScoredRows(Stream to, IReadOnlyList<string> headers, ScoreModel model, string label)
    {
        (this.to, this.model, width) = (to, model, headers.Count);
        about = Encoding.UTF8.GetBytes($"{model.Title} ({model.Version}). {label}");
        foreach (string header in headers) Field(Encoding.UTF8.GetBytes(header), isFirst: ReferenceEquals(header, headers[0]));
        foreach (string added in Added(model)) Field(Encoding.UTF8.GetBytes(added), isFirst: false);
        to.WriteByte((byte)'\n');
    }

    /// <summary>The columns that are added, named after the score.</summary>
    public static string[] Added(ScoreModel model)
    {
        string name = model.Id.Replace('-', '_');
        return [$"{name}_z", $"{name}_one_year", $"{name}_two_years", $"{name}_percent", $"{name}_band", $"{name}_not_scored", $"{name}_about"];
    }

    /// <summary>Writes the row that the reader stands on.</summary>
    public void Write(TableReader row, in ScoreValue value, string? whyNot)
    {
        for (int c = 0; c < width; c++) Field(row.Field(c), isFirst: c == 0);
        bool isScored = whyNot is null;
        double percent = isScored ? model.Form.Percent(value.TwoYears) : double.NaN;
        Number(isScored ? value.Z : double.NaN);
        Number(isScored ? value.OneYear : double.NaN);
        Number(isScored ? value.TwoYears : double.NaN);
        Number(percent);
        Field(isScored ? BandNames[model.Bands.Of(percent)] : default, isFirst: false);
        Field(whyNot is null ? default : Encoding.UTF8.GetBytes(whyNot), isFirst: false);
        Field(about, isFirst: false);
        to.WriteByte((byte)'\n');
    }

    private void Number(double value)
    {
        to.WriteByte((byte)',');
        if (double.IsNaN(value)) return;
        value.TryFormat(number, out int length, "R", System.Globalization.CultureInfo.InvariantCulture);
        to.Write(number.AsSpan(0, length));
    }

    private void Field(ReadOnlySpan<byte> text, bool isFirst)
    {
        if (!isFirst) to.WriteByte((byte)',');
        if (!text.ContainsAny(",\"\r\n"u8))
        {
            to.Write(text);
            return;
        }
        to.WriteByte((byte)'"');
        foreach (byte b in text)
        {
            if (b == (byte)'"') to.WriteByte(b);
            to.WriteByte(b);
        }
        to.WriteByte((byte)'"');
    }
}
