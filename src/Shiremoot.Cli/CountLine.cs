using System.Globalization;
using Shiremoot.Futures;

namespace Shiremoot.Cli;

/// <summary>One line on standard error that says how far the making of people has come; kept still where standard error is not a screen.</summary>
sealed class CountLine : IDisposable
{
    private readonly bool isScreen = !Console.IsErrorRedirected;
    private readonly Lock writing = new();
    private int longest;

    public void Report(GenerationProgress value)
    {
        if (value.Doing == GenerationProgress.Calibrating && value.Done == 1)
            Console.Error.WriteLine("calibration.yaml does not fit the model and targets: finding the numbers they leave open, which takes minutes. ./shiremoot calibrate PLACE finds and keeps them.");
        if (!isScreen) return;
        string line = string.Create(CultureInfo.InvariantCulture, $"{value.Doing}: {value.Done:N0}{(value.Of > 0 ? $" of {value.Of:N0}" : "")}");
        lock (writing)
        {
            longest = Math.Max(longest, line.Length);
            Console.Error.Write("\r" + line.PadRight(longest));
        }
    }

    public void Dispose()
    {
        if (longest > 0) Console.Error.Write("\r" + new string(' ', longest) + "\r");
    }
}
