using System.Security.Cryptography;
using System.Text;
using Shiremoot.Picture;
using Shiremoot.Records;

namespace Shiremoot.Evidence;

/// <summary>How the results of a service stand to what was said before its outcomes were read.</summary>
/// <param name="Registered">When the service as it is now was registered, to the second, UTC; null if it never was.</param>
/// <param name="Breaches">What was not as it should be, for good. Empty if none.</param>
/// <param name="Entries">Entries in the register.</param>
/// <param name="Head">Hash of its last entry: keep it elsewhere, and a register written afresh shows.</param>
public sealed record ServiceStanding(string? Registered, IReadOnlyList<string> Breaches, long Entries, string Head)
{
    /// <summary>In one sentence.</summary>
    public string Says => Breaches.Count > 0 ? string.Join(' ', Breaches)
        : Registered is { } when ? $"Registered on {when[..10]}, before outcomes were read."
        : "Not registered: what would be compared was not said before outcomes were read.";
}

/// <summary>All that decides a result of a service, part by part, as it is sealed in the register. Titles and notes decide nothing, and may be mended.</summary>
/// <param name="Parts">Each part in words, with its mark.</param>
sealed record ServiceDefinition(IReadOnlyList<(string Name, string Mark)> Parts)
{
    private const int MarkLength = 12;

    /// <summary>SHA-256 of all parts together.</summary>
    public string Hash => Sha(string.Join('\n', Parts.Select(p => $"{p.Name} {p.Mark}")));

    /// <summary>The parts in one line.</summary>
    public string Written => string.Join("; ", Parts.Select(p => $"{p.Name} {p.Mark}"));

    public static ServiceDefinition Of(ServiceStudy study, Cohort? cohort) => new(
    [
        Part("the cohort", study.Cohort, cohort?.Index?.Written, cohort?.Where?.Written),
        Part("who had the service", study.Had?.Written),
        Part("who is left out", study.LeaveOut?.Written),
        Part("what people are made alike in", [.. study.Alike.SelectMany(a => new[] { a.Name, a.Value.Written })]),
        Part("the outcomes", [.. study.Outcomes.SelectMany(o => new[] { o.Name, o.To?.Written, o.Count?.Written, o.Time?.Written, string.Join(',', o.Severity), $"{o.WithinDays}" })]),
        Part("the method", EvaluationWords.Name(study.Method), EvaluationWords.Name(study.Estimand), study.Caliper?.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
    ]);

    /// <summary>Which parts are not as they were written in another line; all of them where that line is none of ours.</summary>
    public string ChangedFrom(string written) => string.Join(", ", Parts.Where(p => !written.Split("; ").Contains($"{p.Name} {p.Mark}")).Select(p => p.Name));

    /// <summary>Which records outcomes are read from: the loads that stories are made of.</summary>
    public static string Data(PeopleSetting setting) => Sha(string.Join('\n', setting.Stories.Sources.Select(s => $"{s.Load} {s.Feed} {s.FileName} {s.TakenInAt}")));

    private static (string, string) Part(string name, params string?[] texts) => (name, Sha(string.Join('\n', texts.Select(t => t ?? "")))[..MarkLength]);

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
