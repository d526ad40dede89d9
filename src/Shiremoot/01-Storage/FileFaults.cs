using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>The faults found in one place file, each "file:line: what; what to do".</summary>
public sealed class FileFaults(string shownAs)
{
    private readonly List<(long Line, string Text)> found = [];

    public bool Any => found.Count > 0;

    public void Add(long line, string says) => found.Add((line, $"{shownAs}:{line}: {says}"));

    /// <summary>All faults as one refusal in line order, or null if there are none.</summary>
    public Refusal? Refusal(string code)
    {
        if (!Any) return null;
        string[] lines = [.. found.OrderBy(f => f.Line).Select(f => f.Text).Distinct()];
        return new Refusal(code, $"{shownAs} has {(lines.Length == 1 ? "a fault" : $"{lines.Length} faults")}.", "Correct the lines named and run the command again.") { Details = lines };
    }
}
