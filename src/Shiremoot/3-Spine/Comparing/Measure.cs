namespace Shiremoot.Spine.Comparing;

/// <summary>How like two records are in something, as one number. What cannot be told, because a value is missing, is not-a-number, and no condition holds of it.</summary>
abstract class Measure
{
    public abstract float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b);

    /// <summary>Fetches what it will look at of many records, so that waits for memory overlap. What it gives means nothing. Of most there is nothing worth the while.</summary>
    public virtual int Touch(RecordRows rows, ReadOnlySpan<int> records) => 0;
}
