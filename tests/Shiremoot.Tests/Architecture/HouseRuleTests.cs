using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Architecture;

/// <summary>House rules that matter are tests.</summary>
[Trait("kind", "architecture")]
public sealed partial class HouseRuleTests
{
    private static readonly IReadOnlyList<SourceFile> Source = SourceFile.Under("src");
    private static readonly IReadOnlyList<(string Path, string Text)> Tracked = TrackedText();

    [Fact]
    public void A_file_holds_one_idea_in_400_lines_at_most() =>
        Source.Select(f => (f.Path, Lines: f.Text.Count(c => c == '\n'))).Where(f => f.Lines > 400).ShouldBeEmpty();

    [Fact]
    public void Types_are_things_with_names_that_say_something() =>
        Source.SelectMany(f => DeclaredType().Matches(f.Code).Select(m => (f.Path, Name: m.Groups[1].Value)))
            .Where(t => BannedSuffix().IsMatch(t.Name)).ShouldBeEmpty();

    [Fact]
    public void A_refusal_code_is_given_once_in_a_file_of_refusals()
    {
        (string Path, string Code)[] codes = [.. Source.SelectMany(f => RefusalCode().Matches(f.Text).Select(m => (f.Path, m.Value)))];
        codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key} in {string.Join(", ", g.Select(c => c.Path))}").ShouldBeEmpty();
        codes.Where(c => Path.GetFileName(c.Path) != "Refusals.cs").ShouldBeEmpty();
    }

    [Fact]
    public void Raw_counts_are_opened_only_by_Trust_and_kernels()
    {
        MethodInfo value = typeof(RawCount).GetProperty("Value", BindingFlags.Instance | BindingFlags.NonPublic)!.GetMethod!;
        Type[] openers = [.. typeof(RawCount).Assembly.GetTypes().Where(t => Calls(t, value.MetadataToken))];
        openers.ShouldContain(typeof(Shiremoot.Trust.DisclosureRules)); // the scan does see calls
        openers.Where(t => t.Namespace != "Shiremoot.Trust" && t != typeof(RawCount) && !t.FullName!.Split('+')[0].EndsWith("Kernel")).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_tracked_names_a_registry_or_a_folder_of_one_machine() =>
        Tracked.SelectMany(f => OneMachine().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}")).Distinct().ShouldBeEmpty();

    [Fact]
    public void Every_page_of_documentation_that_is_named_exists() =>
        Tracked.SelectMany(f => DocumentPage().Matches(f.Text).Select(m => (f.Path, Page: m.Value)))
            .Concat(Tracked.Where(f => f.Path.EndsWith(".md")).SelectMany(f => MarkdownLink().Matches(f.Text)
                .Select(m => (f.Path, Page: Path.GetRelativePath(TestData.Root, Path.GetFullPath(Path.Combine(TestData.Root, Path.GetDirectoryName(f.Path)!, m.Groups[1].Value)))))))
            .Where(x => !Path.Exists(Path.Combine(TestData.Root, x.Page))).Distinct().ShouldBeEmpty();

    private static bool Calls(Type type, int token)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        byte[] call = [0x28, .. BitConverter.GetBytes(token)];
        return type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
            .Any(m => m.GetMethodBody()?.GetILAsByteArray() is { } code && code.AsSpan().IndexOf(call) >= 0);
    }

    private static (string, string)[] TrackedText()
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["-C", TestData.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string[] files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        files.ShouldNotBeEmpty();
        return [.. files.Where(f => !IsData().IsMatch(f)).Select(f => (f, Path.Combine(TestData.Root, f))).Where(f => File.Exists(f.Item2)).Select(f => (f.f, File.ReadAllText(f.Item2)))];
    }

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex DeclaredType();

    [GeneratedRegex("(?:Manager|(?<!Tag)Helper|Util|Service|Handler|Processor|Impl|Dto|DTO)s?$")]
    private static partial Regex BannedSuffix();

    [GeneratedRegex("""(?<=")[A-Z]{3,}-[0-9]{2}(?=")""")]
    private static partial Regex RefusalCode();

    // Written so that this file does not name them itself.
    [GeneratedRegex(@"(registry[.]npmjs|api[.]nuget|nuget[.]org/v|deb[.]debian|pypi[.]org)[\w./]*|(?<![\w.)/])/(work|root|home|Users)/[\w.-]+|[A-Z]:\\Users\\\w+")]
    private static partial Regex OneMachine();

    [GeneratedRegex(@"docs/(methods|decisions|how-to)/[\w-]+\.md")]
    private static partial Regex DocumentPage();

    [GeneratedRegex(@"\]\((?!\w+:)([^)#\s]+\.md)(?:#[^)]*)?\)")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"\.(png|gz|xlsx|woff2?|zip|db|ico)$|^tests/data/|^places/[^/]+/statistics/|^vocabulary/.*\.(csv|tsv|geojson)$")]
    private static partial Regex IsData();
}
