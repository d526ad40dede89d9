using Shiremoot.Terms;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>The loop behind return within a follow-up.</summary>
static class ReturnKernel
{
    /// <summary>
    /// For each person: 1 returned in (index, index + within]; 0 did not; 2 left out, for nobody watched until the follow-up's end, whatever
    /// happened before; 3 not in the cohort. Someone who came back early in a follow-up cut short is left out too: counting them but not those
    /// who did not come back would inflate the share.
    /// </summary>
    public static void Follow(ReadOnlySpan<bool> isIn, ReadOnlySpan<int> index, ReadOnlySpan<int> back, ReadOnlySpan<int> followedTo, int within, Span<byte> answer)
    {
        for (int p = 0; p < isIn.Length; p++)
        {
            if (!isIn[p]) answer[p] = Answers.Outside;
            else if (followedTo[p] == Days.Unknown || (long)index[p] + within > followedTo[p]) answer[p] = Answers.LeftOut;
            else answer[p] = back[p] != Days.Unknown && back[p] > index[p] && back[p] <= (long)index[p] + within ? Answers.Yes : Answers.No;
        }
    }
}

/// <summary>What a person's answer may be.</summary>
static class Answers
{
    public const byte No = 0;
    public const byte Yes = 1;
    public const byte LeftOut = 2;
    public const byte Outside = 3;

    /// <summary>Counts answers 0, 1 and 2 by group: counts[group * 3 + answer].</summary>
    public static void Count(ReadOnlySpan<byte> answer, ReadOnlySpan<int> group, Span<long> counts)
    {
        for (int p = 0; p < answer.Length; p++)
            if (answer[p] != Outside) counts[(group[p] * 3) + answer[p]]++;
    }
}
