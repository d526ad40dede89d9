using System.Text.Json;
using Shiremoot.Records;

namespace Shiremoot.Futures;

/// <summary>truth-model.json: every number that made the people of a run.</summary>
internal static class TruthModel
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string Json(Place place, string set, GenerationAsked asked, Calibrated calibrated, SystemModel model) => JsonSerializer.Serialize(
        new
        {
            about = "Generated people: made from published totals, no record of a real person. For tests only.",
            place = place.Id,
            targets = set,
            people = asked.People,
            years = asked.Years,
            seed = asked.Seed,
            model = model.Title,
            people_at_full_size = calibrated.PeopleAtFullSize[asked.Years - 1],
            fitted = calibrated.Fitted.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value),
            coefficients = model.Coefficients,
        },
        Options).ReplaceLineEndings("\n");
}
