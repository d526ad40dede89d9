using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>The loops of conditions: a truth for every row from columns of truths, numbers, days or codes.</summary>
static class TruthKernel
{
    // Both: no if either is no, yes if both are yes. Rows: one side no, yes, unknown; columns: the other.
    private static ReadOnlySpan<byte> Both => [0, 0, 0, 0, 1, 2, 0, 2, 2];

    private static ReadOnlySpan<byte> Either => [0, 1, 2, 1, 1, 1, 2, 1, 2];

    public static void And(Span<byte> into, ReadOnlySpan<byte> other)
    {
        for (int i = 0; i < into.Length; i++) into[i] = Both[(into[i] * 3) + other[i]];
    }

    public static void Or(Span<byte> into, ReadOnlySpan<byte> other)
    {
        for (int i = 0; i < into.Length; i++) into[i] = Either[(into[i] * 3) + other[i]];
    }

    /// <summary>Adds to each row's number of yes and of unknown.</summary>
    public static void Count(ReadOnlySpan<byte> truth, Span<int> yes, Span<int> unknown)
    {
        for (int i = 0; i < truth.Length; i++)
        {
            if (truth[i] == Truth.Yes) yes[i]++;
            else if (truth[i] == Truth.Unknown) unknown[i]++;
        }
    }

    public static void Not(Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
            if (into[i] != Truth.Unknown) into[i] ^= 1;
    }

    public static void Compare(Comparison by, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<byte> into)
    {
        (byte below, byte same, byte above) = Answers(by);
        for (int i = 0; i < into.Length; i++)
        {
            double a = left[i], b = right[i];
            into[i] = a < b ? below : a > b ? above : double.IsNaN(a) || double.IsNaN(b) ? Truth.Unknown : same;
        }
    }

    public static void Compare(Comparison by, ReadOnlySpan<int> left, ReadOnlySpan<int> right, int missing, Span<byte> into)
    {
        (byte below, byte same, byte above) = Answers(by);
        for (int i = 0; i < into.Length; i++)
        {
            int a = left[i], b = right[i];
            into[i] = a == missing || b == missing ? Truth.Unknown : a < b ? below : a > b ? above : same;
        }
    }

    /// <summary>A truth for each code: in a table of the words' truths.</summary>
    public static void Look(ReadOnlySpan<int> codes, ReadOnlySpan<byte> truthOfWord, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++) into[i] = codes[i] < 0 ? Truth.Unknown : truthOfWord[codes[i]];
    }

    public static void Between(ReadOnlySpan<int> days, ReadOnlySpan<int> least, ReadOnlySpan<int> most, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
            into[i] = days[i] == Days.Unknown || least[i] == Days.Unknown ? Truth.Unknown : Truth.Of(days[i] >= least[i] && days[i] <= most[i]);
    }

    private static (byte Below, byte Same, byte Above) Answers(Comparison by) => by switch
    {
        Comparison.Is => (0, 1, 0),
        Comparison.IsNot => (1, 0, 1),
        Comparison.Below => (1, 0, 0),
        Comparison.AtMost => (1, 1, 0),
        Comparison.Above => (0, 0, 1),
        _ => (0, 1, 1),
    };
}
