using System.Collections.Concurrent;

namespace Shiremoot.Web.Methods;

/// <summary>The method pages that came with the program, by name and in order of title.</summary>
public sealed class MethodShelf
{
    private readonly ConcurrentDictionary<string, MethodPage> pages = new(StringComparer.Ordinal);

    public MethodShelf(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (string file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file)[..^3].Replace('\\', '/').Replace('/', '-').ToLowerInvariant();
            pages[name] = MethodMarkdown.Read(name, File.ReadAllText(file));
        }
    }

    public IReadOnlyList<MethodPage> All => [.. pages.Values.OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Name)];

    /// <summary>The page of that name. Names are looked up, never joined to a path.</summary>
    public MethodPage? Find(string name) => pages.GetValueOrDefault(name);
}
