using System.Globalization;
using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Spine;

/// <summary>Two records of each of many people, with fields whose values and errors come at known rates, and a model of them.</summary>
static class TwoOfEach
{
    public const int Fields = 6;

    public static readonly string Model =
        $"id: t\nrecord_id: id\nfields: {{ {string.Join(", ", Enumerable.Range(0, Fields).Select(f => $"f{f}: text"))} }}\nmost_in_block: 2000\n"
        + "block:\n  - f0, f1\n  - f2, f4\n  - f1, f4\n  - f0, f3, f5\n"
        + $"compare:\n{string.Concat(Enumerable.Range(0, Fields).Select(f => $"  - {{ field: f{f}, as: exact }}\n"))}";

    /// <summary>How many values each field has.</summary>
    public static IReadOnlyList<int> Values { get; } = [400, 300, 200, 50, 1000, 20];

    /// <summary>The records, person 7 as 7-0 and 7-1.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="right">By field, how often a record holds the value of its person.</param>
    /// <param name="seed">Of the draws.</param>
    public static string Csv(int people, IReadOnlyList<double> right, ulong seed)
    {
        StringBuilder csv = new($"id,{string.Join(',', Enumerable.Range(0, Fields).Select(f => $"f{f}"))}\n");
        for (int person = 0; person < people; person++)
        {
            Chance chance = new(seed, (ulong)person, 1);
            int[] own = [.. Values.Select(v => chance.Below(v))];
            for (int record = 0; record < 2; record++)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{person}-{record}");
                for (int f = 0; f < Fields; f++) csv.Append(CultureInfo.InvariantCulture, $",V{(chance.Happens(right[f]) ? own[f] : chance.Below(Values[f]))}");
                csv.Append('\n');
            }
        }
        return csv.ToString();
    }
}
