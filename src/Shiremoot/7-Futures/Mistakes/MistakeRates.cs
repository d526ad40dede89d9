using System.Text;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Mistakes;

/// <summary>The section `mistakes` of generate.yaml: how often each agency makes each mistake. Under `every` stand the rates of all agencies, under an agency its own.</summary>
sealed class MistakeRates
{
    private const double MostTimes = 10;

    private readonly double[][] rates;
    private readonly double[] secondTimes;

    private MistakeRates(double[][] rates, double[] secondTimes) => (this.rates, this.secondTimes) = (rates, secondTimes);

    /// <summary>The agencies in the order of their numbers.</summary>
    public static IReadOnlyList<string> Agencies { get; } = ["police", "courts", "prisons", "probation", "youth-offending", "health", "housing", "children"];

    /// <summary>A rate's key in the file: typing, swapped_names, birth_date_1900.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Enumerable.Range(0, (int)Rate.Count).Select(r => KeyOf(((Rate)r).ToString()))];

    public int Count => rates.Length;

    public double this[int agency, Rate rate] => rates[agency][(int)rate];

    /// <summary>How many times as often names and dates of birth go wrong under a second reference: what went wrong is often why there is one.</summary>
    public double SecondReferenceTimes(int agency) => secondTimes[agency];

    internal double[] Of(int agency) => rates[agency];

    public static MistakeRates Read(MapNode node, IReadOnlyList<string> agencies)
    {
        (double?[] common, double? times) = node.MapOr("every") is { } every ? ReadOne(every) : (new double?[(int)Rate.Count], null);
        double[][] rates = new double[agencies.Count][];
        double[] secondTimes = new double[agencies.Count];
        for (int agency = 0; agency < agencies.Count; agency++)
        {
            string id = agencies[agency];
            (double?[] own, double? ownTimes) = node.MapOr(id) is { } map ? ReadOne(map) : (new double?[(int)Rate.Count], null);
            if (!node.Has(id)) node.Fault(id, "is missing; add it with the agency's own rates ({} if it has none).");
            else foreach (int lacking in Enumerable.Range(0, own.Length).Where(r => own[r] is null && common[r] is null)) node.Fault(id, $"lacks '{Keys[lacking]}'; add it there or under 'every'.");
            rates[agency] = [.. Enumerable.Range(0, own.Length).Select(r => own[r] ?? common[r] ?? 0)];
            secondTimes[agency] = ownTimes ?? times ?? 1;
        }

        return new MistakeRates(rates, secondTimes);
    }

    private static (double?[] Rates, double? SecondTimes) ReadOne(MapNode node)
    {
        double?[] read = new double?[(int)Rate.Count];
        for (int rate = 0; rate < read.Length; rate++)
        {
            read[rate] = node.NumberOr(Keys[rate]);
            if (read[rate] is < 0 or > 1) node.Fault(Keys[rate], "must be a share from 0 to 1.");
        }

        double? times = node.NumberOr("second_reference_times");
        if (times is < 1 or > MostTimes) node.Fault("second_reference_times", $"must be from 1 to {MostTimes}.");
        return (read, times);
    }

    private static string KeyOf(string name)
    {
        StringBuilder key = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1]));
            if (i > 0 && begins) key.Append('_');
            key.Append(char.ToLowerInvariant(name[i]));
        }

        return key.ToString();
    }
}
