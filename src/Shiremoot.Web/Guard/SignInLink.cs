using Shiremoot.Web.Start;

namespace Shiremoot.Web.Guard;

/// <summary>Prints sign-in links on the terminal the program was started from, and nowhere else.</summary>
public sealed class SignInLink(SignInKeys keys, DoorOptions options)
{
    private string root = "";

    /// <summary>Prints the first link, once the addresses in use are known.</summary>
    public void Print(ICollection<string> listening)
    {
        root = Root(listening.First());
        options.Terminal.WriteLine($"Shiremoot is open at {root}");
        Print(keys.Issue());
    }

    /// <summary>Prints a fresh link if no unused one is waiting. True if it did.</summary>
    public bool PrintAnother()
    {
        if (keys.IssueIfNoneLive() is not { } key) return false;
        Print(key);
        return true;
    }

    private void Print(string key)
    {
        options.Terminal.WriteLine($"Sign in with this link. It works once, for {SignInKeys.Life.TotalMinutes:0} minutes:");
        options.Terminal.WriteLine($"  {root}/sign-in?key={key}");
        options.Terminal.Flush();
    }

    // "Every address" is not something a browser can call: say the name we were given instead.
    private string Root(string url)
    {
        UriBuilder uri = new(url.Replace("//+", "//localhost").Replace("//*", "//localhost"));
        if (uri.Host is "0.0.0.0" or "[::]") uri.Host = options.Hosts.Count > 0 ? options.Hosts[0] : "localhost";
        return uri.Uri.GetLeftPart(UriPartial.Authority);
    }
}
