namespace Shiremoot.Picture;

/// <summary>
/// What happened to cases (people, fines, referrals), as columns: case c's events are <c>First[c]</c> up to <c>First[c + 1]</c> of the others, in order of time. It knows no file:
/// a log read from one and a place's stories both come in this form.
/// </summary>
/// <param name="First">Where each case begins; one more than there are cases. Never falls.</param>
/// <param name="Activity">The activity of each event: its place in <paramref name="Names"/>.</param>
/// <param name="Times">When each event was.</param>
/// <param name="Names">The activities.</param>
sealed record EventColumns(int[] First, int[] Activity, EventTimes Times, IReadOnlyList<string> Names)
{
    public int Cases => First.Length - 1;

    public int Events => Activity.Length;

    /// <summary>The activities of a case, in order.</summary>
    public ReadOnlySpan<int> PathOf(int one) => Activity.AsSpan(First[one], First[one + 1] - First[one]);
}
