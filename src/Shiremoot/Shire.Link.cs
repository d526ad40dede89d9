namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>Forenames and their short forms in common use.</summary>
    public static IReadOnlyList<(string Formal, string Short)> Nicknames() =>
        [.. File.ReadLines(Path.Combine(VocabularyFolder.Find(), "names", "nicknames.csv")).Skip(1).Select(line => line.Split(',')).Where(p => p.Length == 2).Select(p => (p[0], p[1]))];
}
