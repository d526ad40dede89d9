using System.Text.Json;
using Shiremoot.Futures;
using Shiremoot.Futures.Identities;
using Shiremoot.Storage;
using Shiremoot.Tests.Futures.Realism;

namespace Shiremoot.Bench;

/// <summary>What generated extracts show of their people, from the files: how often true pairs of records agree, kin, errors by feed, and whether order or references tell who is who.</summary>
static class GeneratedRealism
{
    public static void Run(string folder, bool all)
    {
        string root = Root();
        FiledPeople filed = FiledPeople.Read(folder, Path.Combine(root, "vocabulary", "extracts", "feeds"));
        Console.WriteLine($"{filed.People.Count:N0} people, {filed.People.Values.Sum(r => r.Count):N0} records");
        Agreements(filed);
        Kin(filed, Path.Combine(root, "places", Place(folder), "generate.yaml"));
        if (all) Errors(filed);
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
        Console.WriteLine("\nErrors by feed, against what most of the person's other records say\n\n| Error | by feed |\n|---|---|");
        foreach (IGrouping<string, ErrorShare> error in ErrorsFound.All(filed).GroupBy(e => e.Error))
            Console.WriteLine($"| {error.Key} | {string.Join(", ", error.Select(e => $"{e.Feed} {e.Share:0.00%} of {e.Of:N0}"))} |");
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

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Shiremoot.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The benchmarks are not inside a checkout of Shiremoot.");
    }
}
