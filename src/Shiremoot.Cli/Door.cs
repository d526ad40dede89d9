using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>What every verb shares: its common options, how it prints, and what its exit code means (0 done, 1 refused or failed a check, 2 wrong usage).</summary>
static class Door
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Argument<string> PlaceArgument() => new("PLACE") { Description = "The place's folder, for example places/west-midlands" };

    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON document on standard output" };

    public static Option<string?> StoreOption() => new("--store") { Description = "The store: a SQLite file, or a PostgreSQL address (default: SHIREMOOT_STORE, or a file beside the place)" };

    public static Option<string?> DataOption() => new("--data") { Description = "A further folder in which the files of feeds are looked for" };

    /// <summary>Parses and runs; wrong usage is told on standard error with exit code 2.</summary>
    public static int Run(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        foreach (ParseError wrong in parsed.Errors) Console.Error.WriteLine(wrong.Message);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine("See --help for what can be written.");
            return WrongUsage;
        }
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Opens the place and does the verb's work on it.</summary>
    public static int WithShire(string place, string? store, string? data, bool json, Func<Shire, int> work)
    {
        Outcome<Shire> opened = Shire.Open(place, new ShireOptions { Store = store, DataFolder = data });
        if (opened.Refused(out Refusal? why, out Shire? shire)) return Refuse(why, json);
        using (shire) return work(shire);
    }

    /// <summary>Tells a refusal: as JSON on standard output when that was asked for, in words on standard error always.</summary>
    public static int Refuse(Refusal why, bool json)
    {
        if (json) Print(new { refused = why });
        Console.Error.WriteLine(why);
        return Refused;
    }

    public static void Print(object document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, document.GetType(), Json));
}
