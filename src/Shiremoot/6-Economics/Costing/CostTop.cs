namespace Shiremoot.Economics.Costing;

/// <summary>How many people have any of an amount, and what the two with the most have.</summary>
struct CostTop
{
    public long People;

    public long First;

    public long Second;

    /// <summary>One more person, with so much.</summary>
    public void Put(long amount)
    {
        People++;
        if (amount <= Second) return;
        if (amount > First) (First, Second) = (amount, First);
        else Second = amount;
    }

    /// <summary>Other people, none of whom is among these.</summary>
    public void Join(in CostTop other)
    {
        People += other.People;
        (First, Second) = First >= other.First ? (First, Math.Max(Second, other.First)) : (other.First, Math.Max(other.Second, First));
    }
}
