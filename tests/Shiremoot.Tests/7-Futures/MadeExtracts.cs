using Shiremoot.Futures;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;

namespace Shiremoot.Tests.Futures;

/// <summary>A folder of extracts of made lives, gone when the test ends.</summary>
sealed class MadeExtracts : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("extracts");

    public MadeExtracts() => Folder = Path.Combine(parent.FullName, "out");

    public string Folder { get; }

    /// <summary>The layouts that are shipped, with other rates of planting and other layouts over them.</summary>
    public ExtractLayouts Layouts(double? plantedRate = null, params (string Name, string Text)[] more)
    {
        string shared = Path.Combine(parent.FullName, "vocabulary"), place = Path.Combine(parent.FullName, "place");
        Directory.CreateDirectory(Path.Combine(shared, "extracts"));
        Directory.CreateDirectory(Path.Combine(place, "extracts"));
        foreach (string file in Directory.GetFiles(Path.Combine(TheVocabulary.Folder, "extracts")))
        {
            string text = File.ReadAllText(file);
            File.WriteAllText(Path.Combine(shared, "extracts", Path.GetFileName(file)), plantedRate is { } rate ? text.Replace("rate: 0.001", $"rate: {rate}", StringComparison.Ordinal) : text);
        }
        foreach ((string name, string text) in more) File.WriteAllText(Path.Combine(place, "extracts", name), text);
        return ExtractLayouts.Read(shared, place, TheVocabulary.Read).Value;
    }

    public static ExtractRun Run(long people = 100_000) => new()
    {
        Seed = 7,
        People = people,
        From = MadeLives.From,
        Until = MadeLives.Until,
        Kinds = MadeLives.Kinds,
        Disposals = MadeLives.Disposals,
        Offences = MadeLives.Offences,
        Ethnicities = MadeLives.Ethnicities,
        Agencies = TestRegistrar.Agencies,
        Whereabouts = new(
            [new("E08000025", "Birmingham", 3, 1, ["B"]), new("E08000026", "Coventry", 1, 1, ["CV"])],
            SecureSites.Read(TheVocabulary.Folder, TheVocabulary.Read, TheVocabulary.Geography).Value, TheVocabulary.Geography.Centres().Value),
    };

    public ExtractSet Open(ExtractLayouts layouts) => ExtractSet.Open(Folder, layouts, Run(), () => new TestRegistrar()).Value;

    /// <summary>Makes so many people in chunks on some threads.</summary>
    public ExtractSummary Make(int people, ExtractLayouts layouts, int threads = 1, int chunk = 100)
    {
        using ExtractSet set = Open(layouts);
        Fill(set, people, threads, chunk);
        return set.Finish();
    }

    public static void Fill(ExtractSet set, int people, int threads, int chunk)
    {
        int next = -1, chunks = (people + chunk - 1) / chunk;
        Task[] workers = [.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(workers);

        void Work()
        {
            try
            {
                Chunks();
            }
            catch
            {
                set.Dispose(); // or the other threads wait for a turn that never comes
                throw;
            }
        }

        void Chunks()
        {
            Life life = new();
            Identity identity = new();
            identity.Homes.Add(new GeneratedHome(int.MinValue, 0, "E01008881", "B1 1AA", "1 Some Street"));
            for (int c = Interlocked.Increment(ref next); c < chunks; c = Interlocked.Increment(ref next))
            {
                ExtractChunk made = set.Begin(c);
                for (int person = c * chunk; person < Math.Min(people, (c + 1) * chunk); person++)
                {
                    MadeLives.Fill(7, person, life);
                    (identity.Kinship, identity.KinOf) = person % 10 == 1 ? (Kinship.Twin, person - 1) : (Kinship.None, -1);
                    made.Add(life, identity);
                }
                set.Append(made);
            }
        }
    }

    public string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    public IReadOnlyDictionary<string, string> Hashes() => Directory.GetFiles(Folder).ToDictionary(
        f => Path.GetFileName(f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    public void Dispose() => parent.Delete(recursive: true);
}
