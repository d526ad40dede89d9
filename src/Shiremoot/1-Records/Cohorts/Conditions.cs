using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

sealed class ConditionConstant(byte value) : Condition
{
    public override byte[] Of(Rows rows) => Columns.Filled(rows.Count, value);
}

sealed class FlagColumn(int[] codes, string[] words) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Look(codes, Array.ConvertAll(words, w => Truth.Of(w == "true")), made);
        return made;
    }
}

sealed class NotNode(Condition of) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = of.Of(rows);
        TruthKernel.Not(made);
        return made;
    }
}

sealed class AllNode(IReadOnlyList<Condition> all) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = all[0].Of(rows);
        foreach (Condition next in all.Skip(1)) TruthKernel.And(made, next.Of(rows));
        return made;
    }
}

sealed class AnyNode(IReadOnlyList<Condition> any) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = any[0].Of(rows);
        foreach (Condition next in any.Skip(1)) TruthKernel.Or(made, next.Of(rows));
        return made;
    }
}

sealed class CompareNumbers(Comparison by, NumberNode left, NumberNode right) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Compare(by, left.Of(rows), right.Of(rows), made);
        return made;
    }
}

sealed class CompareDays(Comparison by, DayNode left, DayNode right) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = new byte[rows.Count];
        TruthKernel.Compare(by, left.Of(rows), right.Of(rows), Days.Unknown, made);
        return made;
    }
}

/// <summary>Equality of texts: the words of one side are found among those of the other once, and rows compare codes.</summary>
sealed class CompareTexts(Comparison by, TextNode left, TextNode right) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = new byte[rows.Count];
        (int[] codes, string[] words) = left.Of(rows);
        if (right is TextConstant constant)
        {
            TruthKernel.Look(codes, Array.ConvertAll(words, w => Truth.Of((w == constant.Value) == (by == Comparison.Is))), made);
            return made;
        }
        (int[] others, string[] otherWords) = right.Of(rows);
        Dictionary<string, int> codeOf = [];
        for (int w = 0; w < words.Length; w++) codeOf.TryAdd(words[w], w);
        int[] here = Array.ConvertAll(otherWords, w => codeOf.GetValueOrDefault(w, words.Length));
        TruthKernel.Compare(by, codes, Array.ConvertAll(others, c => c < 0 ? -1 : here[c]), -1, made);
        return made;
    }
}

sealed class CompareConditions(Comparison by, Condition left, Condition right) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] a = left.Of(rows), b = right.Of(rows);
        for (int i = 0; i < a.Length; i++) a[i] = a[i] == Truth.Unknown || b[i] == Truth.Unknown ? Truth.Unknown : Truth.Of((a[i] == b[i]) == (by == Comparison.Is));
        return a;
    }
}

sealed class TextAmong(TextNode value, IReadOnlyCollection<string> list) : Condition
{
    public override byte[] Of(Rows rows)
    {
        (int[] codes, string[] words) = value.Of(rows);
        HashSet<string> wanted = new(list, StringComparer.Ordinal);
        byte[] made = new byte[rows.Count];
        TruthKernel.Look(codes, Array.ConvertAll(words, w => Truth.Of(wanted.Contains(w))), made);
        return made;
    }
}

/// <summary>Yes where a value is known, no where it is missing; never unknown.</summary>
sealed class KnownNode(Node value) : Condition
{
    public override byte[] Of(Rows rows) => value switch
    {
        NumberNode number => Array.ConvertAll(number.Of(rows), n => Truth.Of(!double.IsNaN(n))),
        DayNode day => Array.ConvertAll(day.Of(rows), d => Truth.Of(d != Days.Unknown)),
        TextNode text => Array.ConvertAll(text.Of(rows).Codes, c => Truth.Of(c >= 0)),
        Condition condition => Array.ConvertAll(condition.Of(rows), t => Truth.Of(t != Truth.Unknown)),
        _ => new byte[rows.Count],
    };
}

sealed class WithinNode(DayNode value, WindowNode window) : Condition
{
    public override byte[] Of(Rows rows)
    {
        byte[] made = new byte[rows.Count];
        (int[] least, int[] most) = window.Of(rows);
        TruthKernel.Between(value.Of(rows), least, most, made);
        return made;
    }
}
