using System.Globalization;
using Shiremoot.Evidence.Synthesising;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>What is known to work, and how well it is known: the entries of vocabulary/evidence with the place's own over them. See docs/methods/evidence-register.md.</summary>
public sealed class EvidenceRegister
{
    /// <summary>How other files name an effect of the register: evidence:cbt-adults.</summary>
    public const string Prefix = "evidence:";

    private EvidenceRegister(IReadOnlyList<RegisterEntry> entries) => Entries = entries;

    /// <summary>In order of intervention, then of id: never by effect, for an effect ranks nothing without its interval.</summary>
    public IReadOnlyList<RegisterEntry> Entries { get; }

    /// <summary>Reads the folders evidence/; refused with the faults of all files.</summary>
    /// <param name="folders">Folders that hold evidence/, the place's last: its files stand in for those of the same name, and its entries for those of the same id.</param>
    public static Outcome<EvidenceRegister> ReadAll(params IReadOnlyList<string> folders)
    {
        Dictionary<string, RegisterEntry> byId = new(StringComparer.OrdinalIgnoreCase);
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "evidence").OrderBy(f => f.ShownAs.StartsWith("evidence/", StringComparison.Ordinal)))
        {
            if (PlaceFile.Read(path, shownAs, map => RegisterReading.Read(map, shownAs)).Refused(out Refusal? why, out RegisterEntry? entry))
            {
                faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
                continue;
            }
            if (byId.TryGetValue(entry.Id, out RegisterEntry? other) && Path.GetDirectoryName(other.File) == Path.GetDirectoryName(shownAs)) faults.Add($"{shownAs}:1: the id '{entry.Id}' is that of {other.File} too; give each its own.");
            byId[entry.Id] = entry;
        }
        if (faults.Count > 0) return RegisterRefusals.FileFaults(faults);
        return new EvidenceRegister([.. byId.Values.OrderBy(e => e.Intervention, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Reads one entry from text in hand; refused with every fault.</summary>
    public static Outcome<RegisterEntry> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, map => RegisterReading.Read(map, shownAs));

    /// <summary>An entry by its id, with or without the prefix.</summary>
    public Outcome<RegisterEntry> Entry(string id)
    {
        string bare = id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? id[Prefix.Length..] : id;
        return Entries.FirstOrDefault(e => string.Equals(e.Id, bare, StringComparison.OrdinalIgnoreCase)) is { } entry ? entry : RegisterRefusals.NoSuchEntry(bare, Entries.Select(e => e.Id));
    }

    /// <summary>The effect of an entry with its distribution; refused where the entry has no interval, for then nothing is known of its chance.</summary>
    /// <param name="id">With or without the prefix.</param>
    public Outcome<RegisterEffect> Find(string id) => Entry(id).Then(EffectOf);

    /// <summary>The entries that hold all of the words.</summary>
    public IReadOnlyList<RegisterEntry> Search(string words)
    {
        string[] asked = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Entries.Where(e => asked.All(w => $"{e.Id} {e.Title} {e.Intervention} {e.Population} {e.Outcome} {e.Design} {e.Place} {e.Source} {e.Year}".Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>The entries of the same intervention, outcome and scale as one, itself among them.</summary>
    public IReadOnlyList<RegisterEntry> Beside(RegisterEntry entry) =>
        [.. Entries.Where(e => Same(e.Intervention, entry.Intervention) && Same(e.Outcome, entry.Outcome) && e.Scale == entry.Scale)];

    /// <summary>The place's own result shrunk towards the published ones of the same intervention and outcome (empirical Bayes: Efron and Morris, 1975).</summary>
    public Outcome<RegisterCombined> Combine(RegisterEntry local, double confidence = 0.95)
    {
        if (!local.IsLocal) return RegisterRefusals.NotLocal(local.Id);
        RegisterEntry[] published = [.. Beside(local).Where(e => !e.IsLocal && e.HasInterval)];
        if (EffectOf(local).Refused(out Refusal? why, out RegisterEffect? own)) return why;
        return RegisterShrinking.Prior(local, published, confidence).Then<RegisterCombined>(prior => RegisterShrinking.Shrink(local, own, prior, confidence));
    }

    private static Outcome<RegisterEffect> EffectOf(RegisterEntry entry) =>
        RegisterShrinking.EffectOf(entry) is { } effect ? effect : RegisterRefusals.NoInterval(entry.Id, entry.Effect is null ? "no figure" : string.Create(CultureInfo.InvariantCulture, $"{entry.Effect} and no interval"));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
