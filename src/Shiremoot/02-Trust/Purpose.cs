using Shiremoot.Storage;

namespace Shiremoot.Trust;

/// <summary>Why person-level records are read. Chosen from the place's list, never free text, and written in the audit log with every read.</summary>
/// <param name="Id">Short and stable: plan-need.</param>
/// <param name="Title">What is done, in plain words.</param>
/// <param name="LawfulBasis">The legal gateway and condition relied on, as the place's information governance lead words it.</param>
public sealed record Purpose(string Id, string Title, string LawfulBasis)
{
    /// <summary>Reads a purpose from the keys id, title and lawful_basis; an empty one is a fault of the file.</summary>
    public static Purpose Read(MapNode map) => new(Filled(map, "id"), Filled(map, "title"), Filled(map, "lawful_basis"));

    private static string Filled(MapNode map, string key)
    {
        string text = map.Text(key).Trim();
        if (text.Length == 0 && map.Has(key)) map.Fault(key, "is empty; a purpose must say it.");
        return text;
    }
}
