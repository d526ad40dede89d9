namespace Shiremoot.Futures;

/// <summary>What to make.</summary>
/// <param name="People">How many people who have any contact with a justice agency in the years.</param>
/// <param name="Years">How many years.</param>
/// <param name="Seed">Seed of the run: the same seed makes the same files.</param>
/// <param name="Out">The folder to write extracts to; null to make people and count only.</param>
/// <param name="Threads">Threads at once; the files are the same for any number.</param>
public sealed record GenerationAsked(long People, int Years, ulong Seed, string? Out, int Threads);

/// <summary>What was made.</summary>
/// <param name="Place">Title of the place.</param>
/// <param name="Set">The set of targets, or empty.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="FullSize">People with any contact in so many years at the size of the place.</param>
/// <param name="Targets">Each target beside what was made.</param>
/// <param name="NotCompared">Targets that a run so short or so small cannot be held to.</param>
/// <param name="Extracts">The extracts written; null if none were asked for.</param>
/// <param name="Mistakes">How often each agency made each mistake, counted as it was made.</param>
/// <param name="Assumptions">What no source gives.</param>
public sealed record GenerationReport(
    string Place, string Set, GenerationAsked Asked, double FullSize, IReadOnlyList<TargetMade> Targets, IReadOnlyList<TargetLeftOut> NotCompared, ExtractSummary? Extracts, IReadOnlyList<MistakeShare> Mistakes, IReadOnlyList<string> Assumptions)
{
    /// <summary>Numbers learned from the stories of the place's own people lay over its model.</summary>
    public bool IsLearned { get; init; }

    /// <summary>The largest difference from a target, in standard errors.</summary>
    public double LargestZ => Targets.Count == 0 ? 0 : Targets.Max(t => Math.Abs(t.Z));
}

/// <summary>A mistake of an agency: the setting, and how many of its registrations hold it.</summary>
public sealed record MistakeShare(string Agency, string Mistake, double Setting, long Made, long Registrations);

/// <summary>How far a run has come.</summary>
/// <param name="Doing">What is being done: calibrating, making people.</param>
/// <param name="Done">How much of it: people, or rounds.</param>
/// <param name="Of">Of how much; 0 if not known.</param>
public readonly record struct GenerationProgress(string Doing, long Done, long Of)
{
    /// <summary>The numbers a model leaves open are being found, for calibration.yaml has none that fit: it takes minutes.</summary>
    public const string Calibrating = "calibrating";
}
