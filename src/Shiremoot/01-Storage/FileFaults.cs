using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>The faults found in one place file, each "file:line: what; what to do".</summary>
public sealed class FileFaults(string shownAs)
{
    private readonly List<(long Line, string Text)> found = [];

    public bool Any => found.Count > 0;

    public void Add(long line, string says) => found.Add((line, $"{shownAs}:{line}: {says}"));

    /// <summary>All faults in order of line.</summary>
    public IReadOnlyList<string> Lines => [.. found.OrderBy(f => f.Line).Select(f => f.Text).Distinct()];

    /// <summary>All faults as one refusal under a room's own code, or null if there are none.</summary>
    public Refusal? Refusal(string code) => Any ? Refusals.FileFaults(shownAs, Lines) with { Code = code } : null;
}
