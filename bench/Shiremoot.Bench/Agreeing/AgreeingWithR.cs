using System.Globalization;

namespace Shiremoot.Bench.Agreeing;

/// <summary>Evidence and survival beside R: published files and ten generated sets, each figure reckoned here and there, to one part in a million.</summary>
static class AgreeingWithR
{
    /// <summary>A difference is of the figures themselves, or relative to R's where that is above 1.</summary>
    private const double Most = 1e-6;

    private const string NotPut = "-";

    private static readonly MadeSet[] Made =
    [
        new("ties", 101, 400) { HasTies = true },
        new("strata", 102, 600) { HasStrata = true },
        new("missing", 103, 500) { HasMissing = true },
        new("weights", 104, 360) { HasWeights = true },
        new("clusters", 105, 500) { HasClusters = true },
        new("tied scores", 106, 400) { HasTiedScores = true },
        new("groups", 107, 700) { HasGroups = true },
        new("counts", 108, 500) { HasCounts = true, HasTies = true },
        new("small numbers", 109, 72),
        new("near separation", 110, 400) { IsNearlySeparated = true },
    ];

    public static int Run()
    {
        if (Environment.GetEnvironmentVariable("SHIREMOOT_DATA") is not { } data || !Directory.Exists(data))
        {
            Console.Error.WriteLine("Say in SHIREMOOT_DATA where the published data lie.");
            return 2;
        }
        string folder = Directory.CreateTempSubdirectory("shiremoot-agreement-").FullName;
        try
        {
            SetAsked[] sets = [.. KnownRows.Write(data, folder), .. Made.SelectMany(m => MadeRows.Write(m, folder))];
            File.WriteAllLines(Path.Combine(folder, "manifest.tsv"), [string.Join('\t', SetAsked.Columns), .. sets.Select(s => s.Line)]);
            Figures ours = new();
            foreach (SetAsked set in sets) Say(set, folder, ours);
            if (BesideR.Run(Path.Combine(AppContext.BaseDirectory, "agree.R"), folder) is not { } said) return 1;
            return Tell(ours, Read(said), sets.Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Say(SetAsked set, string folder, Figures ours)
    {
        if (set.Kind == SetAsked.Followed) FollowedFigures.Say(set, folder, ours);
        else if (set.Kind == SetAsked.Compared) ComparedFigures.Say(set, folder, ours);
        else CombinedFigures.Say(set, folder, ours);
    }

    private static Figures Read(string said)
    {
        Figures theirs = new();
        foreach (string[] line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Where(l => l.Length == 4))
            theirs.Say(line[0], line[1], line[2], line[3] switch { "Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.Parse(line[3], CultureInfo.InvariantCulture) });
        return theirs;
    }

    // Of each quantity the member that differs most.
    private static int Tell(Figures ours, Figures theirs, int sets)
    {
        Console.WriteLine($"Differences are of the figures, relative to R's where that is above 1; at most {Most:0e0} is asked\n\n| Set | Quantity | Figures | The one furthest apart | Ours | R | Difference |\n|---|---|---:|---|---:|---:|---:|");
        List<string> apart = [];
        int figures = 0;
        double furthest = 0;
        foreach ((string Set, string Quantity) kind in ours.Kinds.Union(theirs.Kinds))
        {
            IReadOnlyDictionary<string, double> mine = ours.Of(kind) ?? new Dictionary<string, double>(), other = theirs.Of(kind) ?? new Dictionary<string, double>();
            (string Member, double Gap) worst = mine.Keys.Union(other.Keys).Select(m => (m, Gap(mine, other, m))).MaxBy(m => m.Item2);
            figures += mine.Count;
            if (double.IsFinite(worst.Gap)) furthest = Math.Max(furthest, worst.Gap);
            bool agrees = worst.Gap <= Most;
            string line = $"| {kind.Set} | {kind.Quantity} | {mine.Count} | {worst.Member.Trim()} | {Shown(mine, worst.Member)} | {Shown(other, worst.Member)} | {(double.IsFinite(worst.Gap) ? worst.Gap.ToString("0.0e0", CultureInfo.InvariantCulture) : "not both")} |";
            Console.WriteLine(line);
            if (!agrees) apart.Add(line);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{figures:N0} figures of {sets} files. The furthest apart: {furthest:0.0e0}."));
        foreach (string line in apart) Console.WriteLine($"Not the same: {line}");
        Console.WriteLine(apart.Count == 0 ? "Met: every figure is R's." : $"NOT MET: {apart.Count} quantities differ.");
        return apart.Count == 0 ? 0 : 1;
    }

    private static double Gap(IReadOnlyDictionary<string, double> ours, IReadOnlyDictionary<string, double> theirs, string member)
    {
        if (!ours.TryGetValue(member, out double a) || !theirs.TryGetValue(member, out double b)) return double.PositiveInfinity;
        if (a.Equals(b)) return 0;
        return double.IsFinite(a) && double.IsFinite(b) ? Math.Abs(a - b) / Math.Max(1, Math.Abs(b)) : double.PositiveInfinity;
    }

    private static string Shown(IReadOnlyDictionary<string, double> figures, string member) => figures.TryGetValue(member, out double value) ? value.ToString("G10", CultureInfo.InvariantCulture) : NotPut;
}
