using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Modelling;

/// <summary>Reads one stage of a model.</summary>
internal sealed class StageReading(ModelNames names, ModelNumbers numbers)
{
    public ModelStage Read(MapNode map)
    {
        List<Route> routes = Routes(map);
        if (routes.Count == 0) map.Fault("to", "is missing; say where the stage leads ('leaves' for out of the system).");
        return new()
        {
            Id = map.Text("id"),
            IsOffence = map.Flag("new_offence"),
            IsProof = map.Flag("proof"),
            Index = map.TextOr("index"),
            After = names.After(map),
            Sentence = Length(map, "sentence"),
            Days = Length(map, "days"),
            Served = numbers.ShareOr(map, "served", 0),
            Records = [.. map.Maps("records").Select(ReadRecord)],
            Offers = [.. map.Maps("offers").Select(ReadOffer)],
            Routes = routes,
        };
    }

    // Shares are weights among the stage's routes; probabilities stand as they are, and who takes none of them leaves.
    private List<Route> Routes(MapNode map)
    {
        IReadOnlyList<MapNode> listed = map.Maps("to");
        List<Route> routes = [.. listed.Select(ReadRoute)];
        if (!listed.Any(r => r.Has("probability"))) return routes;
        if (listed.Any(r => r.Has("share"))) map.Fault("to", "mixes 'share' and 'probability'; give every route of a stage the same one.");
        double sum = routes.Sum(r => r.Share), left = 1 - sum;
        if (left < -1e-9) map.Fault("to", string.Create(CultureInfo.InvariantCulture, $"has probabilities that sum to {sum:0.######}, over 1; lower them. What is left of 1 leaves the system."));
        if (left > 1e-9) routes.Add(new(-1, left, Ages.Everyone, []));
        return routes;
    }

    public Lasting? Lasts(MapNode map) => Length(map, "lasts");

    private Route ReadRoute(MapNode map) => new(
        names.Stage(map, "stage"),
        map.Has("probability") ? numbers.Share(map, "probability") : numbers.Weight(map, "share"),
        map.Choice("only", ("everyone", Ages.Everyone), ("children", Ages.Children), ("adults", Ages.Adults)),
        names.Odds(map, numbers));

    private Emission ReadRecord(MapNode map) => new(
        names.Kind(map, "kind"),
        names.Disposal(map, "disposal"),
        numbers.ShareOr(map, "share", 1),
        Lasts(map),
        map.Flag("of_stage"),
        map.Flag("remainder") || map.Flag("of_sentence"),
        map.Flag("on_leaving"));

    private Offer ReadOffer(MapNode map)
    {
        int? places = map.WholeOr("places");
        if (places < 1) map.Fault("places", "must be 1 or more: with none nobody is served.");
        return new(
            map.Text("service"), names.Served(map.Text("service")), names.Need(map, "need"), numbers.Share(map, "share"), names.Odds(map, numbers), names.Kind(map, "kind"),
            Lasts(map) ?? new Lasting(LastingShape.Fixed, 0, 0))
        { Places = places };
    }

    public Lasting? Length(MapNode map, string key)
    {
        if (map.MapOr(key) is not { } length) return null;
        if (length.Has("fixed")) return new(LastingShape.Fixed, numbers.Weight(length, "fixed"), 0);
        if (length.Has("exponential")) return new(LastingShape.Exponential, numbers.Weight(length, "exponential"), 0);
        if (length.Has("weibull")) return new(LastingShape.Weibull, numbers.Weight(length, "weibull"), Above0(length, "shape"));
        if (length.Has("lognormal")) return new(LastingShape.LogNormal, Above0(length, "lognormal"), numbers.Weight(length, "sigma"));
        if (length.Has("gamma")) return new(LastingShape.Gamma, numbers.Weight(length, "gamma"), Above0(length, "alpha"));
        if (length.Has("empirical")) return Seen(length);
        if (length.Has("uniform")) return Spread(length);
        map.Fault(key, "must give one of fixed, exponential, weibull (with shape), lognormal (with sigma), gamma (with alpha) or uniform (with half_width), each with its mean in days, or empirical with a list of lengths seen.");
        return null;
    }

    private static Lasting Seen(MapNode length)
    {
        List<double> seen = [];
        foreach (string text in length.Texts("empirical"))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double days) && double.IsFinite(days) && days >= 0) seen.Add(days);
            else length.Fault("empirical", $"has '{text}', which is not a number of days, 0 or more.");
        }
        if (seen.Count > 0) return Lasting.Empirical(seen);
        length.Fault("empirical", "must list at least one length seen, in days.");
        return new(LastingShape.Fixed, 0, 0);
    }

    private Lasting Spread(MapNode length)
    {
        Lasting spread = new(LastingShape.Uniform, numbers.Weight(length, "uniform"), numbers.Weight(length, "half_width"));
        if (spread.Spread > spread.Mean) length.Fault("half_width", "must not pass the mean: a length of time is never negative.");
        return spread;
    }

    private double Above0(MapNode map, string key)
    {
        double value = numbers.Weight(map, key);
        if (value <= 0) map.Fault(key, "must be above 0.");
        return Math.Max(value, 0.01);
    }
}
