using System.CommandLine;
using Shiremoot.Terms;

namespace Shiremoot.Web.Start;

/// <summary>The command line of the web door. Exit codes: 0 stopped when asked, 1 could not start, 2 wrong usage.</summary>
internal static class Command
{
    private static readonly Argument<string> Place = new("PLACE") { Description = "The folder of the place to open." };
    private static readonly Option<string[]> Urls = new("--urls") { Description = $"Addresses to listen on, separated by ';' ({DoorOptions.DefaultUrl}).", HelpName = "URL" };
    private static readonly Option<string[]> Hosts = new("--hosts") { Description = "Names people call it by, when it listens on more than loopback.", HelpName = "NAME" };
    private static readonly Option<string?> Store = new("--store") { Description = "The store: a SQLite file or a PostgreSQL connection string.", HelpName = "STORE" };
    private static readonly Option<string?> Data = new("--data") { Description = "The folder of source data that the place's feeds read.", HelpName = "DIR" };

    public static async Task<int> RunAsync(string[] args)
    {
        RootCommand root = new("Opens Shiremoot's web pages for one place.") { Place, Urls, Hosts, Store, Data };
        ParseResult read = root.Parse(args);
        if (read.Errors.Count > 0)
        {
            foreach (var error in read.Errors) await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }

        if (read.Action is not null) return await read.InvokeAsync();          // --help, --version
        Refusal? refusal = await OpenAsync(read);
        if (refusal is null) return 0;
        await Console.Error.WriteLineAsync(refusal.ToString());
        return Refusals.IsWrongUsage(refusal) ? 2 : 1;
    }

    private static async Task<Refusal?> OpenAsync(ParseResult read)
    {
        string folder = read.GetRequiredValue(Place);
        if (!File.Exists(Path.Combine(folder, "place.yaml"))) return Refusals.NoPlace(folder);
        if (Shire.Open(folder, new ShireOptions { Store = read.GetValue(Store), DataFolder = read.GetValue(Data) }).Refused(out Refusal? why, out Shire? shire)) return why;
        using (shire)
        {
            DoorOptions options = new();
            if (Listed(read.GetValue(Urls)) is { Count: > 0 } urls) options = options with { Urls = urls };
            if (Listed(read.GetValue(Hosts)) is { Count: > 0 } hosts) options = options with { Hosts = hosts };
            return await Door.ServeAsync(options, shire);
        }
    }

    private static List<string> Listed(string[]? given) =>
        [.. (given ?? []).SelectMany(g => g.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
