using Shiremoot.Storage;

namespace Shiremoot.Futures.Modelling;

/// <summary>
/// The numbers of a model as they are read: each kept under its path, and those left to calibration, written <c>{ fit: NAME, start: N }</c>,
/// taken from what calibration found. A scenario's lines may name a number of the scenario, written <c>{ number: NAME }</c>, or multiply what is there by one: <c>{ times: NAME }</c>;
/// with <c>power: N</c> it is the number to that power.
/// </summary>
internal sealed class ModelNumbers(IReadOnlyDictionary<string, double> found)
{
    private readonly SortedDictionary<string, double> all = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FittedNumber> fitted = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, double> All => all;

    public IReadOnlyDictionary<string, FittedNumber> Fitted => fitted;

    /// <summary>A number of 0 or more.</summary>
    public double Weight(MapNode map, string key)
    {
        double value = Read(map, key, isShare: false);
        if (value < 0) map.Fault(key, "must not be negative.");
        return Math.Max(0, value);
    }

    /// <summary>A number from 0 to 1.</summary>
    public double Share(MapNode map, string key)
    {
        double value = Read(map, key, isShare: true);
        if (value is < 0 or > 1) map.Fault(key, "must lie between 0 and 1.");
        return Math.Clamp(value, 0, 1);
    }

    public double ShareOr(MapNode map, string key, double otherwise) => map.Has(key) ? Share(map, key) : otherwise;

    public double WeightOr(MapNode map, string key, double otherwise) => map.Has(key) ? Weight(map, key) : otherwise;

    private double Read(MapNode map, string key, bool isShare)
    {
        double value = map.IsMap(key) && map.MapOr(key) is { } open ? ReadOpen(open, isShare) : map.Number(key);
        all[map.PathOf(key)] = value;
        return value;
    }

    private double ReadOpen(MapNode open, bool isShare)
    {
        double power = open.NumberOr("power") ?? 1;
        if (power <= 0) open.Fault("power", "must be above 0.");
        if (open.Has("number")) return OfScenario(open, "number", power);
        bool multiplies = open.Has("times");
        if (!multiplies && open.Has("power")) open.Fault("power", "is of a scenario's number; name it with 'number' or 'times'.");
        double factor = multiplies ? OfScenario(open, "times", power) : 1;
        if (multiplies && !open.Has("fit"))
        {
            if (!open.Has("of")) open.Fault("times", "has nothing to multiply: the model has no value here. Write { number: NAME }.");
            return factor * (open.NumberOr("of") ?? 0);
        }
        string name = open.Text("fit");
        double start = open.Number("start");
        double value = found.TryGetValue(name, out double known) ? known : start;
        if (fitted.TryGetValue(name, out FittedNumber other) && other.Value != value) open.Fault("start", $"differs from where '{name}' stood before; a name has one value.");
        fitted[name] = new(value, isShare);
        return factor * value;
    }

    private double OfScenario(MapNode open, string key, double power)
    {
        string name = open.Text(key);
        if (found.TryGetValue(name, out double value)) return power == 1 ? value : Math.Pow(value, power);
        open.Fault(key, $"'{name}' is not among the scenario's numbers.{Spelling.Suggest(name, [.. found.Keys])}");
        return 1;
    }
}
