using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Evidence.Protocols;

/// <summary>Reads the map of a protocol's file.</summary>
static class ProtocolReading
{
    public static EvaluationProtocol Read(MapNode map)
    {
        string id = map.Text("id"), title = map.Text("title"), source = map.Text("source"), followUp = map.TextOr("follow_up", "");
        if (id.Length > 0 && !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) map.Fault("id", "must be of small letters, digits and hyphens.");
        IReadOnlyList<string> covariates = map.Texts("covariates");
        if (covariates.Count == 0) map.Fault("covariates", "must name at least one column known before the service began.");
        EvaluationMethod method = map.Choice("method", [.. Enum.GetValues<EvaluationMethod>().Select(m => (EvaluationWords.Name(m), m))]);
        HeadlineLimits limits = HeadlineLimits.Usual;
        if (map.MapOr("limits") is { } own)
            limits = new(own.WholeOr("least_treated") ?? limits.LeastTreated, own.NumberOr("green") ?? limits.Green, own.NumberOr("amber") ?? limits.Amber);
        if (limits.LeastTreated < 1 || !(limits.Green > 0) || limits.Amber < limits.Green) map.Fault("limits", "must have least_treated of 1 or more, and green above 0 and not above amber.");
        List<double> at = [];
        foreach (string day in map.Texts("at"))
            if (double.TryParse(day, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number > 0) at.Add(number);
            else map.Fault("at", "must be numbers above 0: days by which shares are told.");
        int seed = map.WholeOr("seed") ?? 1;
        if (seed < 0) map.Fault("seed", "must be 0 or more.");
        EvaluationQuestion question = new(map.Text("treated"), map.Text("outcome"), covariates)
        {
            TreatedValue = map.TextOr("treated_value"),
            Time = map.TextOr("time"),
            Unless = map.TextOr("unless"),
            At = at,
            Kind = map.Has("kind") ? map.Choice<OutcomeKind>("kind", ("binary", OutcomeKind.Binary), ("count", OutcomeKind.Count), ("number", OutcomeKind.Number), ("time", OutcomeKind.Time)) : null,
            Method = method,
            Estimand = map.Choice("estimand", ("att", Estimand.Att), ("ate", Estimand.Ate), ("overlap", Estimand.Overlap)),
            Caliper = map.NumberOr("caliper"),
            OnLogit = map.Choice("distance", ("score", false), ("logit", true)),
            Order = map.Choice("order", ("largest", MatchingOrder.Largest), ("random", MatchingOrder.Random)),
            TakesLower = map.Choice("side", ("nearest", false), ("lower", true)),
            Exact = map.Texts("exact"),
            Levels = map.Texts("levels"),
            Ratio = map.WholeOr("ratio") ?? 1,
            Seed = (ulong)Math.Max(0, seed),
            Limits = limits,
        };
        return new(id, title, source, followUp, question, "", "");
    }
}
