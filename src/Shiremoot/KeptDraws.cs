using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>
/// What was drawn of options, kept while what it was drawn from is the same: the option as read, with every price, effect and rate it names, and how it is
/// drawn. The latest few are kept, and of each what is told of the draws, not the draws.
/// </summary>
sealed class KeptDraws
{
    private const int Most = 32;

    // A spread from minus to plus infinity is no number of JSON.
    private static readonly JsonSerializerOptions Whole = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly Lock guard = new();
    private readonly Dictionary<string, Lazy<Outcome<AppraisalRuns>>> kept = new(StringComparer.Ordinal);
    private readonly LinkedList<string> lately = []; // the latest first

    /// <summary>How many were drawn and not found: for tests.</summary>
    public int Drawn { get; private set; }

    /// <summary>The draws of an option; two who ask at once wait for one drawing.</summary>
    public Outcome<AppraisalRuns> Of(Appraisal appraisal, MonteCarloOptions options)
    {
        string key = KeyOf(appraisal.Option, options);
        Lazy<Outcome<AppraisalRuns>>? drawing;
        lock (guard)
        {
            if (kept.TryGetValue(key, out drawing)) lately.Remove(key);
            else
            {
                kept[key] = drawing = new(() => AppraisalRuns.Of(appraisal, options));
                Drawn++;
            }
            lately.AddFirst(key);
            if (lately.Count > Most)
            {
                kept.Remove(lately.Last!.Value);
                lately.RemoveLast();
            }
        }
        return drawing.Value;
    }

    // All that the draws hang on, and how often and from which seed; not the number of threads, which changes nothing.
    private static string KeyOf(AppraisalOption option, MonteCarloOptions options) =>
        $"{Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(option, Whole)))}/{options.Draws}/{options.Seed}/{options.Sampling}/{options.Percentiles}";
}
