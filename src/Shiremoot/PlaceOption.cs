using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>An option of a place: appraised, or why it cannot be.</summary>
/// <param name="Id">The name of its file without the ending: what it is asked for by.</param>
/// <param name="ShownAs">The file in messages: options/offender-management.yaml.</param>
/// <param name="Appraised">What it costs and brings; refused with every fault of the file.</param>
public sealed record PlaceOption(string Id, string ShownAs, Outcome<Appraisal> Appraised);

public sealed partial class Shire
{
    /// <summary>What the options may be asked for by: the names of their files without the ending.</summary>
    public IReadOnlyList<string> OptionIds => [.. OptionFiles.Select(f => IdOf(f.Path))];

    /// <summary>The options of the country and of this place, in order of name, each appraised or refused by itself.</summary>
    /// <param name="priceYear">The year whose prices to show; null for each file's own.</param>
    public IReadOnlyList<PlaceOption> Options(string? priceYear = null)
    {
        if (OptionFiles.Count == 0) return [];
        if (OptionSources().Refused(out Refusal? why, out OptionSources? sources)) return [.. OptionFiles.Select(f => new PlaceOption(IdOf(f.Path), f.ShownAs, why))];
        return [.. OptionFiles.Select(f => new PlaceOption(IdOf(f.Path), f.ShownAs, Appraised(f.Path, sources, priceYear)))];
    }

    /// <summary>Appraises an option by the name of its file without the ending.</summary>
    public Outcome<Appraisal> AppraiseOption(string id, string? priceYear = null) =>
        OptionFiles.FirstOrDefault(f => IdOf(f.Path) == id) is { Path: { } path } ? Appraise(path, priceYear) : Refusals.NoSuchOption(id, OptionIds);

    private static string IdOf(string path) => Path.GetFileNameWithoutExtension(path);
}
