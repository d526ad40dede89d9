using System.Text;
using NodaTime;
using Shiremoot.Futures;
using Shiremoot.Futures.Identities;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures;

/// <summary>Plain lives to test identities on, with the vocabulary's names and a made-up table of small areas.</summary>
static class SmallPopulation
{
    public const int Arrest = 0, Sentence = 1, Custody = 2, Supervision = 3;
    public static readonly int From = Days.Number(new LocalDate(2016, 1, 1)), Until = Days.Number(new LocalDate(2022, 1, 1));
    public static readonly string Names = Path.Combine(TestData.Root, "vocabulary", "names");
    public static readonly string[] Districts = ["E08000025", "E08000026", "E08000027", "E08000028", "E08000029", "E08000030", "E08000031"];
    public static readonly string[][] Letters = [["B"], ["CV"], ["DY", "B"], ["B"], ["B"], ["WS"], ["WV"]];
    public static readonly double[] DistrictWeights = [0.4, 0.13, 0.11, 0.12, 0.07, 0.09, 0.08];
    public static readonly string[] Ethnicities = ["w1", "w2", "w9", "m1", "a1", "a2", "a3", "b1", "b2", "o2", "ns"];
    private static readonly double[] EthnicityWeights = [0.66, 0.01, 0.05, 0.04, 0.05, 0.08, 0.02, 0.04, 0.02, 0.01, 0.02];
    private static readonly Lazy<NameStock> Stock = new(() => NameStock.Read(Names, Ethnicities).Value);

    public static NameStock NameStock => Stock.Value;

    public static readonly string SectionsText = File.ReadAllText(Path.Combine(TestData.Root, "tests", "Shiremoot.Tests", "7-Futures", "generate-sections.yaml"));
    public static readonly Sections Defaults = Read(SectionsText).Value;

    public sealed record Sections(NameSettings Names, HomeSettings Homes, FamilySettings Families, MistakeRates Mistakes);

    public static Outcome<Sections> Read(string yaml) => PlaceFile.ReadText(yaml, "generate.yaml", map => new Sections(
        NameSettings.Read(map.MapOr("names")!), HomeSettings.Read(map.MapOr("homes")!), FamilySettings.Read(map.MapOr("families")!), MistakeRates.Read(map.MapOr("mistakes")!, MistakeRates.Agencies)));

    public static HomeStock Homes(HomeSettings settings)
    {
        string path = Path.Combine(Path.GetTempPath(), $"small-areas-{Guid.NewGuid():N}.csv");
        StringBuilder text = new("lsoa21,ltla24,population,children,imd_decile\n");
        for (int d = 0; d < Districts.Length; d++)
            for (int i = 0; i < DistrictWeights[d] * 1700; i++) text.Append($"E0100{d}{i:000},{Districts[d]},{1300 + (i * 37 % 600)},{100 + (i * 13 % 120)},{1 + (i * 7 % 10)}\n");
        File.WriteAllText(path, text.ToString());
        try
        {
            return HomeStock.Read(path, Names, settings, [.. Districts.Select((d, i) => new GeneratedDistrict(d, d, DistrictWeights[i], DistrictWeights[i], Letters[i]))]).Value;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static IdentityMaking Making(ulong seed, NameSettings? names = null, HomeSettings? homes = null) => new(seed, NameStock, Homes(homes ?? Defaults.Homes), names ?? Defaults.Names,
        new IdentityFrame([LifeMarks.Arrest, LifeMarks.Conviction, LifeMarks.Custody, LifeMarks.Supervision], [330, 331, 332, 333, 334, 335, 336], 1, From - (5 * 365), Until));

    /// <summary>A life that depends on nothing but seed and number.</summary>
    public static void Live(ulong seed, long person, Life life)
    {
        Chance chance = new(seed, (ulong)person, 77);
        life.Clear();
        life.Person = person;
        life.IsFemale = chance.Happens(0.2);
        life.Ethnicity = Pick(EthnicityWeights, ref chance);
        life.District = Pick(DistrictWeights, ref chance);
        int first = From + chance.Below(Until - From - 400);
        life.BirthDay = first - (int)((10.5 + (chance.Exponential() * 14 % 50)) * 365.25);
        life.Needs = chance.Happens(0.1) ? 1u : 0;
        life.Add(new LifeEvent(Arrest, -1, -1, 0, first, first, 0));
        if (chance.Happens(0.6)) life.Add(new LifeEvent(Sentence, -1, -1, 0, first + 90, first + 90, 0));
        if (chance.Happens(0.15)) life.Add(new LifeEvent(Custody, -1, -1, 0, first + 90, first + 200, 0));
        if (chance.Happens(0.4)) life.Add(new LifeEvent(Supervision, -1, -1, 0, first + 90, first + 400, 0));
    }

    /// <summary>Lives and identities of people numbered from 0, joined into families in blocks.</summary>
    public static (Life[] Lives, Identity[] Identities) People(ulong seed, int count, int block = 64)
    {
        (Life[] lives, Identity[] identities) = ([.. Enumerable.Range(0, count).Select(_ => new Life())], [.. Enumerable.Range(0, count).Select(_ => new Identity())]);
        Families families = new(seed, Defaults.Families, Making(seed), _ => true);
        for (int i = 0; i < count; i++) Live(seed, i, lives[i]);
        for (int i = 0; i < count; i += block) families.Make(lives.AsSpan(i, Math.Min(block, count - i)), identities.AsSpan(i, Math.Min(block, count - i)));
        return (lives, identities);
    }

    private static int Pick(double[] weights, ref Chance chance)
    {
        double at = chance.Share() * weights.Sum();
        int i = 0;
        while (i < weights.Length - 1 && (at -= weights[i]) > 0) i++;
        return i;
    }
}
