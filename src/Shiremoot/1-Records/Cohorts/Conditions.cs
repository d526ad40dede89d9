using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

sealed class ConditionConstant(byte value) : Condition
{
    public override byte[] Of(StoryRows rows) => Columns.Filled(rows.Count, value);
}

sealed class FlagColumn(Cells<int> codes, string[] words) : Condition
{
    private readonly byte[] truths = Array.ConvertAll(words, w => Truth.Of(w == "true"));

    public override byte[] Of(StoryRows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Look(codes.Read(rows.From, rows.Count), truths, made);
        return made;
    }
}

sealed class NotNode(Condition of) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] made = of.Of(rows);
        TruthKernel.Not(made);
        return made;
    }
}

sealed class AllNode(IReadOnlyList<Condition> all) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] made = all[0].Of(rows);
        foreach (Condition next in all.Skip(1)) TruthKernel.And(made, next.Of(rows));
        return made;
    }
}

sealed class AnyNode(IReadOnlyList<Condition> any) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] made = any[0].Of(rows);
        foreach (Condition next in any.Skip(1)) TruthKernel.Or(made, next.Of(rows));
        return made;
    }
}

sealed class CompareNumbers(Comparison by, NumberNode left, NumberNode right) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Compare(by, left.Of(rows), right.Of(rows), made);
        return made;
    }
}

sealed class CompareDays(Comparison by, DayNode left, DayNode right) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Compare(by, left.Of(rows), right.Of(rows), Days.Unknown, made);
        return made;
    }
}

/// <summary>Equality of two texts that vary: the words of one side are found among those of the other once, and rows compare codes.</summary>
sealed class CompareTexts(Comparison by, TextNode left, TextNode right) : Condition
{
    private readonly int[] here = Here(left.Words, right.Words);

    public override byte[] Of(StoryRows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Compare(by, left.Of(rows), Array.ConvertAll(right.Of(rows), c => c < 0 ? -1 : here[c]), -1, made);
        return made;
    }

    private static int[] Here(string[] words, string[] others)
    {
        Dictionary<string, int> codeOf = [];
        for (int w = 0; w < words.Length; w++) codeOf.TryAdd(words[w], w);
        return Array.ConvertAll(others, w => codeOf.GetValueOrDefault(w, words.Length));
    }
}

sealed class CompareConditions(Comparison by, Condition left, Condition right) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] a = left.Of(rows), b = right.Of(rows);
        for (int i = 0; i < a.Length; i++) a[i] = a[i] == Truth.Unknown || b[i] == Truth.Unknown ? Truth.Unknown : Truth.Of((a[i] == b[i]) == (by == Comparison.Is));
        return a;
    }
}

/// <summary>Texts asked of word by word: each word's truth is known beforehand.</summary>
sealed class TextAmong(TextNode value, Func<string, bool> isWanted) : Condition
{
    private readonly byte[] truths = Array.ConvertAll(value.Words, w => Truth.Of(isWanted(w)));

    public override byte[] Of(StoryRows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Look(value.Of(rows), truths, made);
        return made;
    }
}

/// <summary>At least so many of several conditions.</summary>
sealed class AtLeastNode(int wanted, IReadOnlyList<Condition> of) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        (int[] yes, int[] unknown) = (new int[rows.Count], new int[rows.Count]);
        foreach (Condition one in of) TruthKernel.Count(one.Of(rows), yes, unknown);
        byte[] made = new byte[rows.Count];
        for (int i = 0; i < made.Length; i++) made[i] = yes[i] >= wanted ? Truth.Yes : yes[i] + unknown[i] >= wanted ? Truth.Unknown : Truth.No;
        return made;
    }
}

/// <summary>Yes where a value is known, no where it is missing; never unknown.</summary>
sealed class KnownNode(Node value) : Condition
{
    public override byte[] Of(StoryRows rows) => value switch
    {
        NumberNode number => Array.ConvertAll(number.Of(rows), n => Truth.Of(!double.IsNaN(n))),
        DayNode day => Array.ConvertAll(day.Of(rows), d => Truth.Of(d != Days.Unknown)),
        TextNode text => Array.ConvertAll(text.Of(rows), c => Truth.Of(c >= 0)),
        Condition condition => Array.ConvertAll(condition.Of(rows), t => Truth.Of(t != Truth.Unknown)),
        _ => new byte[rows.Count],
    };
}

sealed class WithinNode(DayNode value, WindowNode window) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        byte[] made = new byte[rows.Count];
        (int[] least, int[] most) = window.Of(rows);
        TruthKernel.Between(value.Of(rows), least, most, made);
        return made;
    }
}
