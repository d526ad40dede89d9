namespace Shiremoot.Spine.Comparing;

/// <summary>How like two records are in something, as one number. What cannot be told, because a value is missing, is not-a-number, and no condition holds of it.</summary>
abstract class Measure
{
    public abstract float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b);
}
