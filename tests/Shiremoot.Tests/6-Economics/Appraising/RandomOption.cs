using System.Globalization;
using System.Text;

namespace Shiremoot.Tests.Economics;

/// <summary>The text of an option made by chance: every key that bears on a sum, now and then.</summary>
static class RandomOption
{
    private static readonly string[] Codes = ["CR3.0", "CR5.0", "CR7.0", "CR8.0", "CR8.6", "CR8.7", "CR8.18", "CR4.0"];

    private static readonly string[] PriceYears = ["2010/11", "2013/14", "2015/16", "2018/19"];

    public static string Text(int seed)
    {
        Random chance = new(seed);
        StringBuilder text = new();
        int years = chance.Next(1, 41);
        string Num(double from, double to) => Math.Round(from + ((to - from) * chance.NextDouble()), 6).ToString(CultureInfo.InvariantCulture);
        string Of(double from, double to, string also = "") => $"{{ value: {Num(from, to)}, source: made by chance{also} }}";
        bool Now(int oneIn) => chance.Next(oneIn) == 0;
        void Line(string line) => text.Append(line).Append('\n');
        string List(int most, double to) => $"[{string.Join(", ", Enumerable.Range(0, chance.Next(1, Math.Min(years, most) + 1)).Select(_ => Num(0, to)))}]";

        Line($"id: x\ntitle: X\nsource: made by chance\nprice_year: {PriceYears[chance.Next(4)]}\nfirst_year: 2016/17\nyears: {years}");
        Line($"discounting: {(Now(3) ? "green-book-health" : "green-book")}");
        Line($"assumptions:\n  - {{ name: shared, value: {Num(0, 1)}, source: assumption }}\n  - {{ name: effect, value: {Num(-0.2, 0.9)}, source: assumption, distribution: fixed }}");
        Line($"people: {Of(0, 5000)}\ntake_up: shared\nretention: {Of(0, 1)}");
        if (Now(2)) Line($"people_by_year: {List(10, 2)}");
        Line("outcomes:");
        for (int o = 0; o < chance.Next(1, 5); o++)
        {
            Line($"  - id: o{o}\n    title: O\n    unit: cases\n    optimism: {(Now(2) ? "weak" : "none")}");
            switch (chance.Next(4))
            {
                case 0: Line("    effect: evidence:cbt-adults\n    evidence_outcome: reoffending\n    chance: { value: 0.56, source: made }\n    baseline: { value: 2.05, source: made }"); break;
                case 1: Line("    effect: evidence:drug-treatment-imprisonment\n    evidence_outcome: return to prison\n    baseline: { value: 0.8, source: made }"); break;
                case 2: Line($"    effect_is: units avoided\n    effect: {Of(-1, 4, ", distribution: normal, deviation: 0.1")}"); break;
                default: Line($"    effect: effect\n    baseline: {Of(0, 5)}"); break;
            }
            foreach (string key in (string[])["need", "deadweight", "attribution", "displacement", "substitution", "leakage", "drop_off", "fade"])
                if (Now(3)) Line($"    {key}: {(Now(4) ? "shared" : Of(0, 1))}");
            if (Now(3)) Line("    discounted: health");
            if (Now(2)) Line($"    lag: {chance.Next(0, 4)}");
            if (Now(2)) Line($"    lasts: {chance.Next(1, 9)}");
            if (Now(3)) Line($"    ramp: {List(4, 1)}");
            Line("    values:");
            foreach (string code in Codes.OrderBy(_ => chance.Next()).Take(chance.Next(1, 4)))
            {
                Line($"      - unit_cost: {code}\n        shares: {{ Police: 0.25, Prison: 0.5, NHS: 0.25 }}");
                if (Now(2)) Line($"        units: {Of(0, 3)}");
                if (Now(3)) Line($"        factor: {Of(0.5, 2)}");
                if (Now(2)) Line($"        cashable: {Of(0, 1)}");
                if (Now(2)) Line($"        marginal: {Of(0, 1)}");
                if (Now(4)) Line($"        step: {Num(10, 200)}");
                if (Now(3)) Line("        for: participants");
            }
            Line($"      - name: stated\n        pounds: {Num(-500, 5000)}\n        kind: social\n        price_year: {PriceYears[chance.Next(4)]}\n        for: others\n        source: made");
        }
        Line("costs:");
        Line($"  - {{ name: staff, agency: Police, pounds: {Of(1, 1e6)}, optimism: {(Now(2) ? "fair" : "none")}, per_person: {(Now(4) ? "true" : "false")} }}");
        Line($"  - {{ name: building, kind: capital, shares: {{ Police: 0.4, Prison: 0.6 }}, pounds: {Of(0, 1e6)}, optimism: non-standard-buildings, mitigated: {Num(0, 1)}, price_year: 2010/11 }}");
        Line($"  - {{ name: rooms, kind: in kind, agency: Local authority, unit_cost: CR4.3, units: {Of(0, 500)}, optimism: none, by_year: {List(5, 1)} }}");
        Line($"  - {{ name: helpers, kind: volunteers, hours: {Of(0, 900)}, per_hour: {Of(5, 20)}, optimism: standard-civil, bound: lower }}");
        return text.ToString();
    }
}
