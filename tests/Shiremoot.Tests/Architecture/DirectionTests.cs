using System.Text.RegularExpressions;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Architecture;

/// <summary>The four rules of direction, read from every name of ours that a source file uses.</summary>
[Trait("kind", "architecture")]
public sealed partial class DirectionTests
{
    private static readonly IReadOnlyList<SourceFile> Library = SourceFile.Under("src/Shiremoot");
    private static readonly string[] Rooms = [.. Directory.GetDirectories(Path.Combine(TestData.Root, "src/Shiremoot"))
        .Select(d => Path.GetFileName(d)!).Where(d => Numbered().IsMatch(d)).OrderBy(Order).Select(d => d[(d.IndexOf('-') + 1)..])];
    private static readonly HashSet<string> Types = [.. typeof(Outcome<>).Assembly.GetTypes().Where(t => t.FullName!.StartsWith("Shiremoot.")).Select(t => t.FullName!.Split('`', '+')[0])];
    private static readonly HashSet<string> Namespaces = [.. Types.Select(t => t[..t.LastIndexOf('.')]).SelectMany(Enclosing)];

    [Fact]
    public void A_namespace_is_its_folder_without_the_number() =>
        Library.Where(f => f.Namespace != "Shiremoot" + string.Concat(f.Path.Split('/')[2..^1].Select(p => "." + Numbered().Replace(p, ""))))
            .Select(f => $"{f.Path} is in {f.Namespace}").ShouldBeEmpty();

    [Fact]
    public void Rooms_look_back_speak_to_the_face_and_keep_siblings_apart() =>
        Library.SelectMany(f => Named(f).Select(n => (f.Path, Wrong: Wrong(f.Namespace, n)))).Where(x => x.Wrong is not null).Distinct()
            .Select(x => $"{x.Path} {x.Wrong}").ShouldBeEmpty();

    [Fact]
    public void Doors_name_faces_only_and_not_each_other()
    {
        string[] Doors(string door, string other) => [.. SourceFile.Under($"src/Shiremoot.{door}").SelectMany(f => Named(f)
            .Where(n => n.Split('.').Length > 2 && !n.StartsWith($"Shiremoot.{door}") || n.StartsWith($"Shiremoot.{other}")).Select(n => $"{f.Path} names {n}"))];
        Doors("Cli", "Web").Concat(Doors("Web", "Cli")).ShouldBeEmpty();
        foreach ((string door, string other) in (ReadOnlySpan<(string, string)>)[("Cli", "Web"), ("Web", "Cli")])
            File.ReadAllText(Path.Combine(TestData.Root, $"src/Shiremoot.{door}/Shiremoot.{door}.csproj")).ShouldNotContain($"Shiremoot.{other}.csproj");
    }

    [Fact]
    public void No_namespace_of_ours_is_used_everywhere_at_once() =>
        Directory.EnumerateFiles(Path.Combine(TestData.Root, "src"), "*.cs*", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules"))
            .Where(f => GlobalUsing().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();

    [Theory]
    [InlineData("Shiremoot.Trust", "using Shiremoot.Storage;", null)]
    [InlineData("Shiremoot.Storage", "using Shiremoot.Trust;", "looks ahead")]
    [InlineData("Shiremoot.Storage", "class A { Trust.Purpose? p; }", "looks ahead")]
    [InlineData("Shiremoot.Storage", "class A { Shiremoot.Trust.Purpose? p; }", "looks ahead")]
    [InlineData("Shiremoot.Storage", "class A { string Trust; int B => Trust.Length; }", null)]
    [InlineData("Shiremoot.Trust", "using Shiremoot.Storage.Sqlite;", "inside another room")]
    [InlineData("Shiremoot.Trust", "class A { void B() => Storage.Sqlite.SqliteStore.Suggest(); }", "inside another room")]
    [InlineData("Shiremoot.Trust", "using Shiremoot.Trust.Files;", null)]
    [InlineData("Shiremoot.Trust.Tables", "using Shiremoot.Trust.Files;", "sibling")]
    [InlineData("Shiremoot.Trust.Tables", "class A { void B() => Files.CellText.Of(); }", "sibling")]
    [InlineData("Shiremoot.Trust", "class A { Shire? shire; }", "names the Shire")]
    [InlineData("Shiremoot.Storage", "// Shiremoot.Trust\nclass A { string s = \"Shiremoot.Trust\"; }", null)]
    public void The_rules_catch_what_they_should(string home, string code, string? wrong)
    {
        string?[] found = [.. Named(SourceFile.Read("x.cs", $"namespace {home};\n{code}")).Select(n => Wrong(home, n)).Where(w => w is not null)];
        if (wrong is null) found.ShouldBeEmpty();
        else found.ShouldContain(w => w!.Contains(wrong));
    }

    private static string? Wrong(string home, string named)
    {
        (string[] from, string[] to) = (home.Split('.'), named.Split('.'));
        if (named == "Shiremoot.Shire") return from.Length > 1 ? "names the Shire, which wires the rooms" : null;
        if (to.Length < 2) return null;
        (int mine, int its) = (from.Length < 2 ? int.MaxValue : Array.IndexOf(Rooms, from[1]), Array.IndexOf(Rooms, to[1]));
        if (its > mine) return $"looks ahead to {named}";
        if (its < mine && to.Length > 2) return $"names {named}, inside another room";
        return its == mine && from.Length > 2 && to.Length > 2 && from[2] != to[2] ? $"names its sibling {named}" : null;
    }

    // Every namespace of ours a file names: in full, or by the part of it that C# lets a namespace leave out.
    private static IEnumerable<string> Named(SourceFile file)
    {
        if (Regex.IsMatch(file.Code, @"(?<![\w.])Shire(?!\w)")) yield return "Shiremoot.Shire";
        string[] homes = [.. Enclosing(file.Namespace)];
        foreach (Match dotted in DottedName().Matches(file.Code))
        {
            string[] parts = dotted.Value.Split('.');
            if (parts[0] == "Shiremoot") yield return Longest(parts);
            else
                foreach (string home in homes)
                    if (Names($"{home}.{parts[0]}", parts[1])) yield return Longest([.. home.Split('.'), .. parts]);
        }
    }

    private static bool Names(string space, string next) => Namespaces.Contains(space) && (Types.Contains($"{space}.{next}") || Namespaces.Contains($"{space}.{next}"));

    private static string Longest(string[] parts) =>
        Enclosing(string.Join('.', parts)).First(n => Namespaces.Contains(n) || n.StartsWith("Shiremoot.Web") || n.StartsWith("Shiremoot.Cli") || n == "Shiremoot");

    private static IEnumerable<string> Enclosing(string space)
    {
        for (string at = space; at.Length > 0; at = at.Contains('.') ? at[..at.LastIndexOf('.')] : "") yield return at;
    }

    // 00, 01, 02 are the ground; 1 to 9 stand on it.
    private static string Order(string folder) => folder.StartsWith('0') ? folder : "1" + folder;

    [GeneratedRegex(@"^\d+-")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(\.[A-Z]\w*)+")]
    private static partial Regex DottedName();

    [GeneratedRegex("""global\s+using\s+(static\s+)?(\w+\s*=\s*)?Shiremoot|<Using\s+Include="Shiremoot""")]
    private static partial Regex GlobalUsing();
}
