using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>docs/methods/bad-input.md has a row for each case, and each row names tests that there are.</summary>
public sealed class BadInputTableTests
{
    [Fact]
    public void Every_case_from_F23_to_F62_has_a_row_with_a_test_there_is()
    {
        string text = File.ReadAllText(Path.Combine(TestData.Root, "docs", "methods", "bad-input.md"));
        string[] rows = [.. text.Split('\n').Where(l => l.StartsWith("| F", StringComparison.Ordinal))];
        rows.Select(r => r[2..5]).ShouldBe(Enumerable.Range(23, 40).Select(n => $"F{n}"));
        rows.Where(r => Named(r).Count == 0).ShouldBeEmpty();
        Named(text).Where(name => !IsTest(name)).Distinct().ShouldBeEmpty();
    }

    private static List<string> Named(string text) => [.. Regex.Matches(text, @"`([A-Z]\w+Tests\.\w+)`").Select(m => m.Groups[1].Value)];

    private static bool IsTest(string name)
    {
        string[] parts = name.Split('.');
        Type? type = typeof(BadInputTableTests).Assembly.GetTypes().FirstOrDefault(t => t.Name == parts[0]);
        return type?.GetMethod(parts[1])?.GetCustomAttributes<FactAttribute>().Any() == true;
    }
}
