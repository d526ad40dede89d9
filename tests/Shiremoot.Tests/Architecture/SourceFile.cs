using System.Text.RegularExpressions;

namespace Shiremoot.Tests.Architecture;

/// <summary>A C# file of the checkout: its path from the root, its namespace, and its code without comments and without the text of strings.</summary>
sealed partial record SourceFile(string Path, string Namespace, string Text, string Code)
{
    /// <summary>All C# files under a folder of the checkout.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder)
    {
        string full = System.IO.Path.Combine(TestData.Root, folder);
        return [.. Directory.EnumerateFiles(full, "*.cs", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(TestData.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/node_modules/") && !f.Contains("/obj/") && !f.Contains("/bin/"))
            .Order(StringComparer.Ordinal)
            .Select(f => Read(f, System.IO.File.ReadAllText(System.IO.Path.Combine(TestData.Root, f))))];
    }

    public static SourceFile Read(string path, string text)
    {
        string code = NotCode().Replace(text, m => m.Value[0] == '/' ? " " : "\"\"");
        return new(path, NamespaceLine().Match(code).Groups[1].Value, text, code);
    }

    [GeneratedRegex("""(?s)//[^\n]*|/\*.*?\*/|\$*("{3,}).*?\1|\$?@\$?"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'""")]
    private static partial Regex NotCode();

    [GeneratedRegex(@"(?m)^\s*namespace\s+([\w.]+)")]
    private static partial Regex NamespaceLine();
}
