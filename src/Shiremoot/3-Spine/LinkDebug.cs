#pragma warning disable
using System.Diagnostics;
namespace Shiremoot.Spine;
public static class LinkDebug
{
    public static void Say(Linked linked, string? truthText, IReadOnlyList<string> files)
    {
        foreach (var (s, t) in linked.Times) Console.WriteLine($"  {s} {t:0.00} s");
        Console.WriteLine($"cpu {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0.00} peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        var model = linked.Model;
        Console.WriteLine($"pairs {linked.Pairs.Count}, patterns {linked.Pairs.Patterns.Count}, prior {model.Prior}");
        for (int bit = 0; bit < linked.Plan.Order.Length; bit++) Console.WriteLine($"  rule {model.Blocks[linked.Plan.Order[bit]]}: {linked.Pairs.PairsOfRule[bit]} new pairs; overlarge {linked.Plan.Over[bit].Count}; largest {(linked.Plan.Blocks[bit].Count==0?0:Enumerable.Range(0, linked.Plan.Blocks[bit].Count).Max(b => linked.Plan.Blocks[bit].Starts[b+1]-linked.Plan.Blocks[bit].Starts[b]))}");
        foreach (var r in linked.Learned?.Rules ?? []) Console.WriteLine($"  EM {r.Rule}: {r.Pairs} share {r.Share:0.0000} rounds {r.Rounds.Count}");
        foreach (var c in model.Comparisons)
        {
            Console.WriteLine($"  {c.Name}");
            int i = 0; int ci = model.Comparisons.ToList().IndexOf(c);
            foreach (var l in c.Levels) { Console.WriteLine($"     {l.When,-70} m {l.M:0.00000} u {l.U:0.0000000} w {l.Weight:0.00}   " + string.Join("   ", model.Kin.Where(k => k.Prior != null).Select(k => $"{k.Name}: {k.Levels[ci][i].M:0.0000} {k.Levels[ci][i].U:0.0000} {Math.Log2(k.Levels[ci][i].M/k.Levels[ci][i].U):0.0}"))); i++; }
        }
        foreach (var k in model.Kin) Console.WriteLine($"  kin {k.Name} prior {k.Prior}");
        if (truthText is null) return;
        var truth = LinkTruth.Read(truthText, linked.Table, files);
        if (truth.IsRefused) { Console.WriteLine(truth); return; }
        int[] t2 = truth.Value;
        var src = linked.Model.NoDuplicatesIn.Contains("*") ? linked.Table.Sources : default;
        LinkAccuracy acc = LinkAccuracy.Of(linked.Clusters, t2, src);
        Console.WriteLine($"estimated P {linked.Estimate.Precision:0.0000} R {linked.Estimate.Recall:0.0000} F1 {linked.Estimate.F1:0.0000}");
        Console.WriteLine($"clusters: P {acc.Precision:0.0000} R {acc.Recall:0.0000} F1 {acc.F1:0.0000}  B3 {acc.BCubedPrecision:0.0000} {acc.BCubedRecall:0.0000}; true pairs {acc.TruePairs}");
        long blocked = 0, all = 0;
        foreach (var p in linked.Pairs.Pieces) for (int i = 0; i < p.Count; i++) { all++; if (t2[p.A[i]] >= 0 && t2[p.A[i]] == t2[p.B[i]]) blocked++; }
        Console.WriteLine($"blocking recall {(double)blocked / acc.TruePairs:0.0000} of {all} pairs");
        // by band
        var lp = Shiremoot.Spine.Clustering.LinkedPairs.Of(linked.Pairs.Pieces, linked.Bits, -4);
        double[] lo = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 100];
        for (int k = 0; k + 1 < lo.Length; k++)
        {
            long n = 0, tr = 0; double exp = 0;
            for (int i = 0; i < lp.A.Length; i++) if (lp.Bits[i] >= lo[k] && lp.Bits[i] < lo[k + 1]) { n++; if (t2[lp.A[i]] == t2[lp.B[i]]) tr++; exp += 1 / (1 + Math.Pow(2, -lp.Bits[i])); }
            Console.WriteLine($"   {lo[k],4} .. {lo[k + 1],4}: {n,9} pairs, true {(n == 0 ? 0 : (double)tr / n):0.000} expected {(n == 0 ? 0 : exp / n):0.000}");
        }
        {
            var agg = new Dictionary<ulong, (long n, long t, double e, double b)>();
            long lost = 0;
            foreach (var pc in linked.Pairs.Pieces) for (int i = 0; i < pc.Count; i++)
            {
                ulong pat = linked.Pairs.Patterns.Patterns[pc.Pattern[i]];
                float b = linked.Score.OfPattern(pat) + pc.TermBits[i];
                var x = agg.GetValueOrDefault(pat);
                agg[pat] = (x.n + 1, x.t + (t2[pc.A[i]] == t2[pc.B[i]] ? 1 : 0), x.e + 1 / (1 + Math.Pow(2, -b)), x.b + b);
            }
            foreach (var (pat, x) in agg.OrderByDescending(k => Math.Abs(k.Value.t - k.Value.e)).Take(40))
            {
                var names = new List<string>();
                if (pat >> 60 > 0) names.Add("KIN " + model.Kin[(int)(pat >> 60) - 1].Name);
                for (int c = 0; c < model.Comparisons.Count; c++) if (((pat >> (4 * c)) & 15) is > 0 and ulong l) names.Add(model.Comparisons[c].Name + "=" + model.Comparisons[c].Levels[(int)l - 1].When.Replace("jaro_winkler", "jw").Replace("surname","S").Replace("forename","F"));
                Console.WriteLine($"   {x.n,7} true {x.t,7} exp {x.e,9:0} bits {x.b / x.n:0.0}  {string.Join("; ", names)}");
            }
        }
        if (Environment.GetEnvironmentVariable("MISS") == "1")
        {
            var groups = new Dictionary<int, List<int>>(); var cl = new Dictionary<int, List<int>>();
            for (int r = 0; r < t2.Length; r++) { if (t2[r] < 0) continue; if (!groups.TryGetValue(t2[r], out var l)) groups[t2[r]] = l = []; l.Add(r); if (!cl.TryGetValue(linked.Clusters[r], out l)) cl[linked.Clusters[r]] = l = []; l.Add(r); }
            foreach (var (title, set, keep) in new[] { ("MISSED", groups, (Func<int, int, bool>)((a, b) => linked.Clusters[a] != linked.Clusters[b])), ("FALSE", cl, (a, b) => t2[a] != t2[b]) })
            {
                var agg = new Dictionary<string, (long n, double b, long bl)>();
                long all9 = 0;
                foreach (var l in set.Values) for (int i = 0; i < l.Count; i++) for (int j = i + 1; j < l.Count; j++) if (keep(l[i], l[j]))
                {
                    ulong[] pat = new ulong[1]; float[] bb = new float[1];
                    linked.Score.Comparer.Compare([l[i]], [l[j]], pat, bb);
                    float b = linked.Score.OfPattern(pat[0]) + bb[0]; all9++;
                    var names = new List<string>();
                    if (pat[0] >> 60 > 0) names.Add("KIN " + model.Kin[(int)(pat[0] >> 60) - 1].Name);
                    for (int c = 0; c < model.Comparisons.Count; c++) if (((pat[0] >> (4 * c)) & 15) is > 0 and ulong lv) names.Add(model.Comparisons[c].Name + "=" + model.Comparisons[c].Levels[(int)lv - 1].When.Replace("jaro_winkler", "jw").Replace("surname","S").Replace("forename","F"));
                    string key = string.Join("; ", names); var x = agg.GetValueOrDefault(key); agg[key] = (x.n + 1, x.b + b, x.bl + (linked.Plan.Agreed(l[i], l[j]) != 0 ? 1 : 0));
                }
                Console.WriteLine($"{title} {all9}");
                foreach (var (k, x) in agg.OrderByDescending(k => k.Value.n).Take(28)) Console.WriteLine($"   {x.n,7} blocked {x.bl,7} bits {x.b / x.n:0.0}  {k}");
            }
        }
        // pairwise by threshold
        double bestF = 0, bestT = 0; long tp = 0, cum = 0;
        for (int i = 0; i < lp.A.Length; i++) { cum++; if (t2[lp.A[i]] == t2[lp.B[i]]) tp++; double f = 2.0 * tp / (cum + acc.TruePairs); if (f > bestF) { bestF = f; bestT = lp.Bits[i]; } }
        Console.WriteLine($"links alone: best F1 {bestF:0.0000} at {bestT:0.00}");
    }
}
