using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Shiremoot.Records;

/// <summary>The entries of one kind, in the order of their files. One id may have several entries if their dates do not overlap.</summary>
public sealed class TermList<T> where T : class, ITerm
{
    private readonly Dictionary<string, T[]> byId;
    private readonly Dictionary<string, string> idByName = new(StringComparer.OrdinalIgnoreCase);

    internal TermList(IReadOnlyList<T> all)
    {
        All = all;
        byId = all.GroupBy(e => e.Term.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.Term.From ?? LocalDate.MinIsoValue).ToArray(), StringComparer.Ordinal);
        foreach (T entry in all)
        {
            foreach (string name in entry.Term.Also) idByName.TryAdd(name, entry.Term.Id);
            idByName.TryAdd(entry.Term.Title, entry.Term.Id);
        }

        foreach (string id in byId.Keys) idByName[id] = id;
    }

    public IReadOnlyList<T> All { get; }

    public bool Has(string id) => byId.ContainsKey(id);

    /// <summary>The latest entry of this id.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out T? entry)
    {
        entry = byId.TryGetValue(id, out T[]? found) ? found[0] : null;
        return entry is not null;
    }

    /// <summary>The entry of this id in use on a day.</summary>
    public bool TryFind(string id, LocalDate day, [NotNullWhen(true)] out T? entry)
    {
        entry = byId.TryGetValue(id, out T[]? found) ? Array.Find(found, e => e.Term.InUseOn(day)) : null;
        return entry is not null;
    }

    /// <summary>Reads an id, a title or another name, in any mix of small and large letters; blanks around it are ignored.</summary>
    public bool TryRead(string written, [NotNullWhen(true)] out T? entry)
    {
        entry = null;
        return idByName.TryGetValue(written.Trim(), out string? id) && TryFind(id, out entry);
    }
}
