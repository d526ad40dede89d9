namespace Shiremoot.Spine;

/// <summary>Decisions that hold, as pairs of records of a table.</summary>
/// <param name="Forced">Pairs decided to be of one person.</param>
/// <param name="Forbidden">Pairs decided not to be.</param>
public sealed record DecidedPairs(IReadOnlyList<(int A, int B)> Forced, IReadOnlyList<(int A, int B)> Forbidden)
{
    public static readonly DecidedPairs None = new([], []);

    /// <summary>The decisions that hold; one on a record that is not there waits until it is.</summary>
    public static DecidedPairs Of(IReadOnlyList<LinkDecision> decisions, RecordTable table)
    {
        LinkDecision[] hold = [.. decisions.Where(d => d.Withdrawn is null && d.Verdict != Verdict.Unsure)];
        if (hold.Length == 0) return None;
        Dictionary<UInt128, int> rows = hold.SelectMany(d => new[] { d.A.Key(), d.B.Key() }).Distinct().ToDictionary(k => k, _ => -1);
        for (int r = 0; r < table.Count; r++)
            if (RecordName.Key(table.SourceNames[table.Sources[r]], table.IdBytes(r)) is var key && rows.ContainsKey(key)) rows[key] = r;
        IReadOnlyList<(int, int)> Pairs(Verdict verdict) => [.. hold.Where(d => d.Verdict == verdict).Select(d => (rows[d.A.Key()], rows[d.B.Key()])).Where(p => p.Item1 >= 0 && p.Item2 >= 0)];
        return new DecidedPairs(Pairs(Verdict.Same), Pairs(Verdict.Different));
    }

    /// <summary>The people whom a decision would change as they stand.</summary>
    public IEnumerable<long> Unsettled(IReadOnlyList<long> people)
    {
        foreach ((int a, int b) in Forced.Where(p => people[p.A] != people[p.B])) foreach (int r in (int[])[a, b]) yield return people[r];
        foreach ((int a, int b) in Forbidden.Where(p => people[p.A] == people[p.B])) yield return people[a];
    }

    /// <summary>These, and one more decision.</summary>
    public DecidedPairs With(Verdict verdict, int a, int b) => verdict switch
    {
        Verdict.Same => new([.. Forced, (a, b)], [.. Forbidden.Where(p => !Is(p, a, b))]),
        Verdict.Different => new([.. Forced.Where(p => !Is(p, a, b))], [.. Forbidden, (a, b)]),
        _ => new([.. Forced.Where(p => !Is(p, a, b))], [.. Forbidden.Where(p => !Is(p, a, b))]),
    };

    private static bool Is((int A, int B) pair, int a, int b) => pair == (a, b) || pair == (b, a);
}
