using System.Globalization;

namespace Shiremoot.Cli;

/// <summary>One line on standard error that says how far a linking has come; kept still where standard error is not a screen.</summary>
sealed class LinkLine : IDisposable
{
    private readonly bool isScreen = !Console.IsErrorRedirected;
    private readonly Lock writing = new();
    private int longest;

    public void Report(string doing, long done, long of)
    {
        if (!isScreen) return;
        string line = string.Create(CultureInfo.InvariantCulture, $"{doing}: {done:N0}{(of > 0 ? $" of {of:N0}" : "")}");
        lock (writing)
        {
            longest = Math.Max(longest, line.Length);
            Console.Error.Write("\r" + line.PadRight(longest));
        }
    }

    public void Dispose()
    {
        if (longest > 0) Console.Error.Write("\r" + new string(' ', longest) + "\r");
        longest = 0;
    }
}
