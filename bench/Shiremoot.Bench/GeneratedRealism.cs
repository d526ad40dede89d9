using System.Text.Json;
using Shiremoot.Futures;
using Shiremoot.Futures.Identities;
using Shiremoot.Storage;
using Shiremoot.Tests.Futures.Realism;

namespace Shiremoot.Bench;

/// <summary>What generated extracts show of their people, from the files: how often true pairs of records agree, kin, errors by feed, and whether order or references tell who is who.</summary>
static class GeneratedRealism
{
    private const int People = 30_000, Years = 6;
    private const ulong Seed = 1;

    /// <summary>Makes people of a place in a folder that is gone afterwards, and measures their files.</summary>
    public static void RunPlace(string place)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shiremoot-realism");
        try
        {
            Shire.Generating(Path.Combine(Root(), "places", place), null).Value.Run(new(People, Years, Seed, folder.FullName, Environment.ProcessorCount), null).Value.Extracts!.ToString();
            Console.WriteLine($"{place}, {Years} years, seed {Seed}");
            Run(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Run(string folder)
    {
        string root = Root();
        FiledPeople filed = FiledPeople.Read(folder, Path.Combine(root, "vocabulary", "extracts", "feeds"));
        Console.WriteLine($"{filed.People.Count:N0} people, {filed.People.Values.Sum(r => r.Count):N0} records");
        Agreements(filed);
        Kin(filed, Path.Combine(root, "places", Place(folder), "generate.yaml"));
        Errors(filed);
        Leaks(filed);
    }

    private static void Agreements(FiledPeople filed)
    {
        Console.WriteLine("\nTrue pairs of records\n\n| Field and level | HMPPS | made | points off |\n|---|---|---|---|");
        foreach (AgreementLevel a in Agreement.Of(filed).Levels())
            Console.WriteLine($"| {a.Field}: {a.Level}{(a.Level is "exact" or "shared" or "same" ? $" (of {a.Of:N0})" : "")} | {a.Published,7:0.00%} | {a.Share,7:0.00%} | {a.Off,6:+0.00;-0.00} |");
    }

    private static void Kin(FiledPeople filed, string settingsPath)
    {
        FamilySettings settings = PlaceFile.Read(settingsPath, "generate.yaml", map =>
        {
            foreach (string key in map.Keys) map.Has(key); // the other sections are known, if not read here
            return FamilySettings.Read(map.MapOr("families")!);
        }).Value;
        Console.WriteLine("\nPeople with kin\n\n| Relation | setting | made | error of sampling | kin in the files too | of those, a postcode in common |\n|---|---|---|---|---|---|");
        Console.WriteLine($"| always at one home | {settings.ChildrenAtOneHome:0%} of children, {settings.AdultsAtOneHome:0%} of adults, all partners | | | | |");
        foreach (KinFound k in KinFound.All(filed))
        {
            double setting = k.Relation switch { "twins" => settings.Twins, "siblings" => settings.Siblings, "parents" => settings.Parents, _ => settings.Partners };
            Console.WriteLine($"| {k.Relation} | {setting:0.00%} | {k.Share:0.00%} | {Math.Sqrt(2 * setting / k.Of):0.00%} | {k.InFiles:N0} | {(double)k.AtOneHome / Math.Max(1, k.WithPostcodes):0.0%} |");
        }
    }

    private static void Errors(FiledPeople filed)
    {
        ErrorShare[] all = [.. ErrorsFound.All(filed)];
        string[] feeds = [.. all.Select(e => e.Feed).Distinct().Order(StringComparer.Ordinal)];
        Console.WriteLine($"\nErrors in each agency's files, in 100 of the records that could have them, against what most of the person's other records say\n\n| Error | {string.Join(" | ", feeds)} |\n|---|{string.Concat(feeds.Select(_ => "---:|"))}");
        foreach (IGrouping<string, ErrorShare> error in all.GroupBy(e => e.Error))
            Console.WriteLine($"| {error.Key} | {string.Join(" | ", feeds.Select(f => error.FirstOrDefault(e => e.Feed == f) is { Of: > 0 } e ? $"{100 * e.Share:0.00}" : ""))} |");
    }

    private static void Leaks(FiledPeople filed)
    {
        Leak[] leaks = [.. Leak.All(filed)];
        Console.WriteLine($"\nOrder and references: {leaks.Length} correlations, {leaks.Count(l => Math.Abs(l.Z) > 1.96)} of them above 1.96 standard errors; the greatest:");
        foreach (Leak l in leaks.OrderByDescending(l => Math.Abs(l.Z)).Take(4)) Console.WriteLine($"  {l.What}: {l.Correlation:+0.000;-0.000} of {l.People:N0}, z {l.Z:+0.0;-0.0}");
    }

    private static string Place(string folder)
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "truth-model.json")));
        return truth.RootElement.GetProperty("place").GetString()!;
    }

    public static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Shiremoot.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The benchmarks are not inside a checkout of Shiremoot.");
    }
}
