using Shiremoot.Intake;

namespace Shiremoot.Cli;

/// <summary>One line on standard error that says how far a load has come; kept still where standard error is not a screen.</summary>
sealed class ProgressLine : IProgress<Progress>, IDisposable
{
    private readonly bool isScreen = !Console.IsErrorRedirected;
    private int longest;

    public void Report(Progress value)
    {
        if (!isScreen) return;
        string share = value.BytesTotal is > 0 and var total ? $" {100.0 * value.BytesRead / total:0}%" : "";
        string line = $"{value.Feed}:{share} {value.Rows:N0} rows";
        longest = Math.Max(longest, line.Length);
        Console.Error.Write("\r" + line.PadRight(longest));
    }

    /// <summary>Says what is being done, how much of it is done, and of how much.</summary>
    public void Say(string what, long done, long of)
    {
        if (!isScreen) return;
        string line = of > 1 ? $"{what}: {100.0 * done / of:0}%" : what;
        longest = Math.Max(longest, line.Length);
        Console.Error.Write("\r" + line.PadRight(longest));
    }

    public void Dispose()
    {
        if (longest > 0) Console.Error.Write("\r" + new string(' ', longest) + "\r");
    }
}
