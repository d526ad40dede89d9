using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>The effects of a service as JSON. What is withheld is null.</summary>
static class ServiceJson
{
    private static double? Finite(double value) => double.IsFinite(value) ? Math.Round(value, 3) : null;

    public static object Of(ServiceEffects effects) => new
    {
        service = effects.Study.Id,
        title = effects.Study.Title,
        effects.Definition,
        effects.Period,
        origin = $"{effects.Origin}".ToLowerInvariant(),
        originSays = effects.Origin.Says(),
        disclosure = effects.Rules.Name,
        note = effects.Study.Note,
        standing = effects.Standing is { } s ? new { s.Says, s.Registered, s.Breaches, s.Entries, s.Head } : null,
        outcomes = effects.Outcomes.Select(o => new
        {
            outcome = o.Outcome.Name,
            kind = o.Kind.ToString().ToLowerInvariant(),
            o.Unit,
            o.Sentence,
            o.Verdict,
            o.Caution,
            served = o.Served.Shown,
            others = o.Others.Shown,
            with = o.With.Shown,
            without = o.Without.Shown,
            effect = o.Effect.Shown,
            lower = o.Lower.Shown,
            upper = o.Upper.Shown,
            eValue = o.EValue,
            ways = o.Ways.Select(w => new { w.Way, effect = w.Effect.Shown, lower = w.Lower.Shown, upper = w.Upper.Shown }),
            balance = o.Balance.Select(b => new { b.Name, before = Finite(b.Before), after = Finite(b.After), light = b.Light.ToString().ToLowerInvariant() }),
            o.Notes,
        }),
        engagement = effects.Engagement is { } engagement ? EngagementJson.Of(engagement) : null,
    };
}
