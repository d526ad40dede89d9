namespace Shiremoot.Spine;

/// <summary>A record as a reviewer sees it: what it says, in the standard forms by which it is compared. It identifies a person.</summary>
/// <param name="Name">Agency and reference.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Records">How many records that person has.</param>
/// <param name="Fields">Each field of the model and its values.</param>
public sealed record ReviewedRecord(RecordName Name, long Person, int Records, IReadOnlyList<(string Field, IReadOnlyList<string> Values)> Fields);

/// <summary>What a decision would change.</summary>
/// <param name="PairsJoined">Pairs of records of two people that would be of one.</param>
/// <param name="PairsParted">Pairs of records of one person that would be of two.</param>
/// <param name="RecordsMoved">Records that would be of another person.</param>
public readonly record struct DecisionEffect(long PairsJoined, long PairsParted, int RecordsMoved)
{
    public static DecisionEffect Of(LivingChange change)
    {
        (long joined, long parted, int moved) = (0, 0, 0);
        for (int a = 0; a < change.Before.Length; a++)
        {
            if (change.Before[a] != change.After[a]) moved++;
            for (int b = a + 1; b < change.Before.Length; b++)
            {
                bool was = change.Before[a] == change.Before[b] && change.Before[a] != 0, isNow = change.After[a] == change.After[b];
                if (!was && isNow) joined++;
                if (was && !isNow) parted++;
            }
        }
        return new DecisionEffect(joined, parted, moved);
    }
}

/// <summary>Two records side by side, with all that a reviewer needs to decide.</summary>
public sealed record PairReview(ReviewedRecord A, ReviewedRecord B, PairReasons Reasons, double Threshold, DecisionEffect IfSame, DecisionEffect IfDifferent, IReadOnlyList<LinkDecision> Decisions, IReadOnlyList<SpineChange> Changes, bool IsGenerated)
{
    /// <summary>True if the two are of one person as it stands.</summary>
    public bool IsJoined => A.Person == B.Person;

    /// <summary>The decision that holds; null if there is none.</summary>
    public LinkDecision? Holds => Decisions.FirstOrDefault(d => d.Withdrawn is null);

    internal static ReviewedRecord Record(LivingRecords living, int record)
    {
        (RecordTable table, int row) = living.At(record);
        return new ReviewedRecord(living.NameOf(record), living.PersonOf(record), living.RecordsOf(living.PersonOf(record)).Count,
            [.. table.Columns.Select(c => (c.Name, (IReadOnlyList<string>)[.. c.Of(row).ToArray().Select(v => System.Text.Encoding.UTF8.GetString(c.Table[v]))]))]);
    }
}
