using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>serve PLACE: opens the web app, which is a program of its own, and waits for it.</summary>
static class ServeVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<string?> urls = UrlsOption();
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Command verb = new("serve", "Open the web app on this machine") { place, urls, store, data };
        verb.SetAction(args => Serve(args.GetValue(place)!, args.GetValue(urls), args.GetValue(store), args.GetValue(data)));
        return verb;
    }

    public static Option<string?> UrlsOption() => new("--urls") { Description = "Where to listen (default: http://127.0.0.1:5080)" };

    public static int Serve(string place, string? urls, string? store, string? data)
    {
        if (WebProgram() is not { } program)
            return Door.Refuse(Refusals.NoWebApp(), json: false);
        ProcessStartInfo start = new(DotNet()) { UseShellExecute = false };
        foreach (string word in (string[])[program, place]) start.ArgumentList.Add(word);
        Add("--urls", urls);
        Add("--store", store);
        Add("--data", data);
        using Process web = Process.Start(start)!;

        // The terminal sends its interrupt to both; this one waits so that the web app can close in order.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            web.Kill();
        });
        web.WaitForExit();
        return web.ExitCode;

        void Add(string name, string? value)
        {
            if (value is null) return;
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(value);
        }
    }

    // A published command line is a program of its own; the web app beside it is still started by dotnet.
    private static string DotNet() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    // Built from source the web app lies beside this program's folder; in a published build in a folder of its own under it.
    private static string? WebProgram()
    {
        string here = AppContext.BaseDirectory;
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(here));
        string[] places = [Path.Combine(here, "web", "Shiremoot.Web.dll"), Path.Combine(here, "..", "..", "Shiremoot.Web", configuration, "Shiremoot.Web.dll")];
        return places.FirstOrDefault(File.Exists);
    }
}
