using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Why two records are thought to be of one person or not: each comparison's level with the bits it adds, from the prior to the sum.</summary>
/// <param name="A">One record.</param>
/// <param name="B">The other.</param>
/// <param name="Context">The kin context the pair is in; null for none.</param>
/// <param name="PriorBits">What is known before anything is compared.</param>
/// <param name="Steps">The comparisons that speak, in the model's order.</param>
/// <param name="TermBits">What the rarity or frequency of shared values adds.</param>
/// <param name="Cautions">What was taken for caution, by name.</param>
/// <param name="Bits">The sum.</param>
/// <param name="Rules">Blocking rules the two agree on.</param>
/// <param name="AreJoined">They are in one cluster.</param>
public sealed record LinkExplanation(int A, int B, string? Context, double PriorBits, IReadOnlyList<ExplainedStep> Steps, double TermBits, IReadOnlyList<(string Name, double Bits)> Cautions, double Bits, IReadOnlyList<string> Rules, bool AreJoined)
{
    public double Probability => LinkLikelihood.Of(Bits);

    /// <summary>Explains a pair by the ids of its records; "source/id" where ids are not unique over sources.</summary>
    public static Outcome<LinkExplanation> Of(Linked linked, string a, string b)
    {
        if (Find(linked.Table, a, "first").Refused(out Refusal? why, out int one) || Find(linked.Table, b, "second").Refused(out why, out int other)) return why;
        return one == other ? Refusals.SameRecord() : Of(linked, one, other);
    }

    internal static LinkExplanation Of(Linked linked, int a, int b)
    {
        (ulong[] pattern, float[] terms) = (new ulong[1], new float[1]);
        linked.Score.Comparer.Compare([a], [b], pattern, terms);
        LinkModel model = linked.Model;
        int context = (int)(pattern[0] >> Comparing.PairComparer.KinShift);
        List<ExplainedStep> steps = [];
        for (int c = 0; c < model.Comparisons.Count; c++)
        {
            int level = (int)((pattern[0] >> (4 * c)) & 15);
            if (level == 0) continue;
            LinkLevel at = model.Comparisons[c].Levels[level - 1];
            bool hasOwn = context > 0 && model.Kin[context - 1].Levels.Count == model.Comparisons.Count;
            (double m, double u) = hasOwn ? model.Kin[context - 1].Levels[c][level - 1] : (at.M!.Value, at.U!.Value);
            steps.Add(new ExplainedStep(model.Comparisons[c].Name, at.When, m, u, linked.Score.OfLevel(pattern[0], c), Values(linked.Table, model.Comparisons[c], a), Values(linked.Table, model.Comparisons[c], b)));
        }
        (string Name, double Bits)[] cautions = [.. linked.Score.Comparer.Cautions(a, b).Select(c => (model.Cautions[c].Name, model.Cautions[c].Bits))];
        uint agreed = linked.Plan.Agreed(a, b);
        string[] rules = [.. Enumerable.Range(0, linked.Plan.Order.Length).Where(bit => (agreed & (1u << bit)) != 0).Select(bit => model.Blocks[linked.Plan.Order[bit]].ToString())];
        return new LinkExplanation(a, b, context > 0 ? model.Kin[context - 1].Name : null, linked.Score.Prior(pattern[0]), steps, terms[0] + cautions.Sum(c => c.Bits), cautions, linked.Score.OfPattern(pattern[0]) + terms[0], rules, linked.Clusters[a] == linked.Clusters[b]);
    }

    private static string Values(RecordTable table, LinkComparison comparison, int record) => string.Join("; ", comparison.Fields.Select(f => table[f])
        .Select(column => string.Join(", ", column.Of(record).ToArray().Select(v => System.Text.Encoding.UTF8.GetString(column.Table[v])))).Where(t => t.Length > 0).Distinct());

    private static Outcome<int> Find(RecordTable table, string text, string which)
    {
        (int Source, int Record)[] found = [.. Enumerable.Range(0, table.SourceNames.Count).Select(s => (s, table.Find(text, s))).Where(f => f.Item2 >= 0)];
        if (found.Length == 1) return found[0].Record;
        if (found.Length > 1) return Refusals.RecordOfSeveral(which, [.. found.Select(f => table.SourceNames[f.Source])]);
        foreach ((string name, int source) in table.SourceNames.Select((n, s) => (n, s)))
            if (text.StartsWith(name + "/", StringComparison.Ordinal) && table.Find(text[(name.Length + 1)..], source) is >= 0 and int record) return record;
        return Refusals.NoSuchRecord(which, table.SourceNames);
    }
}

/// <summary>One comparison of a pair.</summary>
/// <param name="Comparison">Its name.</param>
/// <param name="Level">The level the pair is at, as the model writes it.</param>
/// <param name="M">The share of pairs of one person at this level.</param>
/// <param name="U">The share of pairs of two people at it.</param>
/// <param name="Bits">What it adds: log2(m/u).</param>
/// <param name="ValueA">What the one record has.</param>
/// <param name="ValueB">What the other has.</param>
public sealed record ExplainedStep(string Comparison, string Level, double M, double U, double Bits, string ValueA, string ValueB)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Comparison}: {Level}: {Bits:+0.00;-0.00} (m {M:0.#####}, u {U:0.########})");
}
