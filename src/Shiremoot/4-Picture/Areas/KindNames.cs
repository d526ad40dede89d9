using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>Kinds of area as measures and place.yaml write them: local-authority, police-force.</summary>
static class KindNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<AreaKind>().Where(k => k != AreaKind.Unknown).Select(NameOf)];

    /// <summary>The kind of the area a code stands for; empty if it is no code.</summary>
    public static string OfCode(string code) => GssCode.TryRead(code, out GssCode read) && read.Kind != AreaKind.Unknown ? NameOf(read.Kind) : "";

    private static string NameOf(AreaKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
