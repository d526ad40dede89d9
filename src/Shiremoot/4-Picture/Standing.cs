namespace Shiremoot.Picture;

/// <summary>
/// Where a value stands beside a benchmark. "Lower" and "higher" say nothing of better or worse: that is the indicator's polarity.
/// Outside at 95% happens by chance to 1 area in 20; outside at 99.8% to 1 in 500.
/// </summary>
public enum Standing
{
    /// <summary>Lower, and outside the 99.8% limits.</summary>
    FarLower,

    /// <summary>Lower, outside the 95% limits but inside the 99.8% limits.</summary>
    Lower,

    /// <summary>Inside the 95% limits: no difference can be told.</summary>
    Similar,

    /// <summary>Higher, outside the 95% limits but inside the 99.8% limits.</summary>
    Higher,

    /// <summary>Higher, and outside the 99.8% limits.</summary>
    FarHigher,
}
