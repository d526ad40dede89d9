using Shiremoot.Storage;

namespace Shiremoot.Futures.Modelling;

/// <summary>The names a model uses, and the numbers that stand for them while it runs. What a name refers to must be there.</summary>
internal sealed class ModelNames
{
    private readonly List<string> kinds = [], disposals = [], codes = [], stages = [], needs = [], after = [], covariates = [.. Futures.Covariates.Standing];

    public ModelNames(MapNode map)
    {
        foreach (MapNode need in map.Maps("needs")) Once(needs, need, "id");
        if (needs.Count > 32) map.Fault("needs", "may be 32 at most.");
        covariates.AddRange(needs);
        if (map.MapOr("offences") is { } offences)
            foreach (MapNode group in offences.Maps("groups")) covariates.Add("offence-" + group.Text("id"));
        foreach (MapNode stage in map.Maps("stages"))
        {
            Once(stages, stage, "id");
            if (stage.TextOr("after") is { } name && !after.Contains(name)) after.Add(name);
            foreach (MapNode offer in stage.Maps("offers"))
                if (!covariates.Contains("served-" + offer.Text("service"))) covariates.Add("served-" + offer.Text("service"));
        }
        covariates.AddRange(after.Select(a => "after-" + a));
        if (stages.Count == 0) map.Fault("stages", "is missing; a model has at least one stage.");
    }

    public IReadOnlyList<string> Kinds => kinds;

    public IReadOnlyList<string> Disposals => disposals;

    public IReadOnlyList<string> OffenceCodes => codes;

    public IReadOnlyList<string> Covariates => covariates;

    public int Kind(MapNode map, string key) => Number(kinds, map.Text(key));

    public int Disposal(MapNode map, string key) => map.TextOr(key) is { } name ? Number(disposals, name) : -1;

    public int OffenceCode(string code) => Number(codes, code);

    /// <summary>The need's number, or -1 if the key is absent.</summary>
    public int Need(MapNode map, string key)
    {
        if (map.TextOr(key) is not { } name) return -1;
        int at = needs.IndexOf(name);
        if (at < 0) map.Fault(key, $"names '{name}', which is not among the needs.{Spelling.Suggest(name, needs)}");
        return at;
    }

    /// <summary>The stage's number, or -1 for 'leaves'.</summary>
    public int Stage(MapNode map, string key)
    {
        string name = map.Text(key);
        if (name == "leaves") return -1;
        int at = stages.IndexOf(name);
        if (at < 0) map.Fault(key, $"names '{name}', which is not a stage.{Spelling.Suggest(name, stages)}");
        return Math.Max(0, at);
    }

    public int After(MapNode map) => map.TextOr("after") is { } name ? covariates.IndexOf("after-" + name) : -1;

    public int Served(string service) => covariates.IndexOf("served-" + service);

    public List<Term> Odds(MapNode map, ModelNumbers numbers)
    {
        List<Term> terms = [];
        if (map.MapOr("odds") is not { } odds) return terms;
        foreach (string name in odds.Keys)
        {
            double ratio = numbers.Weight(odds, name);
            int at = covariates.IndexOf(name);
            if (at < 0) odds.Fault(name, $"is not something odds can speak of.{Spelling.Suggest(name, covariates)}");
            else if (ratio <= 0) odds.Fault(name, "must be above 0: it multiplies the odds.");
            else terms.Add(new(at, Math.Log(ratio)));
        }
        return terms;
    }

    private static int Number(List<string> list, string name)
    {
        int at = list.IndexOf(name);
        if (at >= 0) return at;
        list.Add(name);
        return list.Count - 1;
    }

    private static void Once(List<string> list, MapNode map, string key)
    {
        string name = map.Text(key);
        if (list.Contains(name)) map.Fault(key, $"'{name}' is there twice.");
        else list.Add(name);
    }
}
