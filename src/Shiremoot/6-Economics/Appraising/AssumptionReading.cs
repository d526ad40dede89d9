using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Economics.Appraising;

/// <summary>Reads the numbers an option rests on: each with a name, a source or the word assumption, and if wanted a distribution.</summary>
internal sealed class AssumptionReading
{
    private const double Normal95 = 1.959963984540054;

    private static readonly (string, DistributionKind)[] Kinds =
    [
        ("fixed", DistributionKind.Fixed), ("normal", DistributionKind.Normal), ("lognormal", DistributionKind.LogNormal), ("triangular", DistributionKind.Triangular),
        ("pert", DistributionKind.Pert), ("uniform", DistributionKind.Uniform), ("beta", DistributionKind.Beta),
    ];

    private readonly List<OptionInput> inputs = [];
    private readonly HashSet<string> saysDistribution = [];

    public IReadOnlyList<OptionInput> Inputs => inputs;

    /// <summary>The names that other fields may use: those of the list 'assumptions'.</summary>
    public void ReadShared(IReadOnlyList<MapNode> nodes)
    {
        foreach (MapNode node in nodes) Add(node, node.Text("name"), double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>Adds an input made elsewhere, such as the effect of a study.</summary>
    public int Add(OptionInput input)
    {
        saysDistribution.Add(input.Name);
        inputs.Add(input);
        return inputs.Count - 1;
    }

    /// <summary>The place of the input under a key: a map of its own, or the name of a shared one; -1 if the key is absent.</summary>
    public int Read(MapNode map, string key, string name, double least, double most)
    {
        if (!map.Has(key)) return -1;
        if (!map.IsScalar(key)) return map.MapOr(key) is { } own ? Add(own, own.TextOr("name", name), least, most) : -1;
        string shared = map.Text(key);
        int at = inputs.FindIndex(i => i.Name == shared);
        if (at < 0)
        {
            bool isNumber = double.TryParse(shared, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            map.Fault(key, isNumber
                ? $"is the bare number {shared}; write {{ value: {shared}, source: … }}, with 'source: assumption' where it is nobody's finding."
                : $"names '{shared}', which is not in 'assumptions'; add it there, or write {{ value: …, source: … }}.");
            return -1;
        }
        OptionInput found = inputs[at];
        if (Outside(found.Value, least, most) is { } says) map.Fault(key, says);
        inputs[at] = found with { Least = Math.Max(found.Least, least), Most = Math.Min(found.Most, most) };
        return at;
    }

    /// <summary>As <see cref="Read"/>, for a key that must be there.</summary>
    public int Need(MapNode map, string key, string name, double least, double most)
    {
        if (!map.Has(key)) map.Fault(key, $"is missing; add '{key}: {{ value: …, source: … }}'.");
        return Read(map, key, name, least, most);
    }

    /// <summary>True if the file says how the number may lie, even if it says that it is known.</summary>
    public bool SaysHowSure(int input) => saysDistribution.Contains(inputs[input].Name);

    private int Add(MapNode map, string name, double least, double most)
    {
        if (name.Length > 0 && inputs.Any(i => i.Name == name)) map.Fault("name", $"'{name}' is the name of two numbers; rename one, or name the one of 'assumptions' instead of writing it again.");
        string source = map.Text("source");
        if (source.Length is > 0 and < 4) map.Fault("source", $"is '{source}'; say where the number is from, or 'assumption'.");
        if (map.Has("distribution")) saysDistribution.Add(name);
        bool isUniform = map.TextOr("distribution") == "uniform";
        double? written = map.NumberOr("value"), low = map.NumberOr("low"), high = map.NumberOr("high"), deviation = map.NumberOr("deviation");
        if (written is null && !map.Has("value") && !(isUniform && low is not null && high is not null)) map.Fault("value", "is missing; add 'value:' with a number.");
        double value = written ?? (isUniform && low is { } a && high is { } b ? (a + b) / 2 : 0);
        if (written is not null && Outside(value, least, most) is { } says) map.Fault("value", says);
        Distribution spread = Spread(map, map.Choice("distribution", Kinds), value, low, high, deviation);
        inputs.Add(new(name, value, spread, least, most, source, map.TextOr("note", "")));
        return inputs.Count - 1;
    }

    private static string? Outside(double value, double least, double most)
    {
        if (value > most) return string.Create(CultureInfo.InvariantCulture, $"is {value}, above {most}; it is a share of a whole, so write 70% as 0.7.");
        if (value < least) return string.Create(CultureInfo.InvariantCulture, $"is {value}, under {least}; write a number from {least} on.");
        return null;
    }

    private static Distribution Spread(MapNode map, DistributionKind kind, double value, double? low, double? high, double? deviation)
    {
        Distribution Wrong(string key, string says)
        {
            map.Fault(key, says);
            return Distribution.Fixed(value);
        }

        switch (kind)
        {
            case DistributionKind.Fixed:
                if (low is not null || high is not null || deviation is not null) return Wrong("distribution", "is fixed or absent, and yet there is a low, high or deviation; name the distribution they are of.");
                return Distribution.Fixed(value);
            case DistributionKind.Triangular or DistributionKind.Pert or DistributionKind.Uniform:
                if (low is not { } least || high is not { } most) return Wrong("distribution", "needs 'low:' and 'high:', its least and greatest values.");
                if (!(least < most) || value < least || value > most) return Wrong("low", "and 'high' must hold the value between them, low under high.");
                return kind switch { DistributionKind.Uniform => Distribution.Uniform(least, most), DistributionKind.Pert => Distribution.Pert(least, value, most), _ => Distribution.Triangular(least, value, most) };
            case DistributionKind.LogNormal:
                if (value <= 0) return Wrong("value", "of a lognormal number must be above zero: it is the median.");
                if (deviation is null && low is > 0 && high > low) deviation = (Math.Log(high.Value) - Math.Log(low.Value)) / (2 * Normal95);
                if (deviation is not > 0) return Wrong("distribution", "lognormal needs 'deviation:' (of the logarithm, above zero), or 'low:' and 'high:' above zero, a 95% interval.");
                return LogNormal(value, deviation.Value);
            default:
                if (deviation is null && low is { } from && high > from) deviation = (high.Value - from) / (2 * Normal95);
                if (deviation is not > 0) return Wrong("distribution", "needs 'deviation:' above zero, or 'low:' and 'high:', a 95% interval.");
                if (kind == DistributionKind.Beta && !(value is > 0 and < 1 && deviation.Value * deviation.Value < value * (1 - value))) return Wrong("distribution", "beta needs a value between 0 and 1 and a deviation whose square is under value × (1 - value).");
                return kind == DistributionKind.Beta ? Beta(value, deviation.Value) : Distribution.Normal(value, deviation.Value);
        }
    }

    // By its median and the deviation of its logarithm.
    private static Distribution LogNormal(double median, double deviation)
    {
        double mean = median * Math.Exp(deviation * deviation / 2);
        return Distribution.LogNormal(mean, mean * Math.Sqrt(Math.Exp(deviation * deviation) - 1));
    }

    // By its mean and deviation: alpha + beta is mean × (1 - mean) ÷ variance, less one.
    private static Distribution Beta(double mean, double deviation)
    {
        double sum = (mean * (1 - mean) / (deviation * deviation)) - 1;
        return Distribution.Beta(mean * sum, (1 - mean) * sum);
    }
}
