using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Finds an area's code for a feed: by code, by name within a kind, or by the number the Department for Education gives a council.</summary>
public static class AreaLookup
{
    /// <summary>What a feed may write under 'kind' of a column of areas.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["any", "education-number", .. Enum.GetNames<AreaKind>().Where(n => n != nameof(AreaKind.Unknown)).Select(Written)];

    /// <summary>The code, or null if the area is not known.</summary>
    public static string? Find(Geography geography, string text, string kind)
    {
        if (kind == "education-number") return int.TryParse(text, out int number) && geography.TryFindByEducationNumber(number, out Area? council) ? council.Code : null;
        AreaKind wanted = Enum.GetValues<AreaKind>().FirstOrDefault(k => Written(k.ToString()) == kind);
        if (geography.TryFind(text, out Area? coded)) return kind == "any" || coded.Kind == wanted ? coded.Code : null;
        if (wanted is AreaKind.Lsoa or AreaKind.Msoa or AreaKind.Ward or AreaKind.OutputArea) return GssCode.TryRead(text, out GssCode small) && small.Kind == wanted ? text.Trim().ToUpperInvariant() : null;
        if (kind != "any") return geography.TryFindByName(text, wanted, out Area? named) ? named.Code : null;
        return geography.Named(text) is [var only] ? only.Code : null;
    }

    private static string Written(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
