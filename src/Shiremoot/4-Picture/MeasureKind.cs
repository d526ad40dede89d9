using Shiremoot.Storage;

namespace Shiremoot.Picture;

/// <summary>What kind of measure a file holds, so that each kind is read by those who know it.</summary>
public static class MeasureKind
{
    /// <summary>The value of the key 'kind': statistic, people or another; null if the file has none or cannot be read.</summary>
    public static string? Of(string text)
    {
        string? kind = null;
        _ = PlaceFile.ReadText(text, "", map => kind = map.TextOr("kind"));
        return kind;
    }
}
