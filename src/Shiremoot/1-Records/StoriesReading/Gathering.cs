using Shiremoot.Terms;

namespace Shiremoot.Records.StoriesReading;

/// <summary>
/// Puts what several records say of a person together. Of sex, ethnicity and date of birth what most records say holds, and the last of those that are equally many; of all else the last
/// that is known.
/// </summary>
/// <param name="personOf">The person of each record.</param>
/// <param name="people">How many people there are.</param>
sealed class Gathering(int[] personOf, int people)
{
    private const string Several = "several agencies";
    private readonly (int[] Records, int[] First) sorted = Sorted(personOf, people);

    public StoryColumn Most(StoryColumn column) => column.Value == StoryValue.Day
        ? StoryColumn.OfDays(column.Name, Most(column.Days, Days.Unknown))
        : With(column, Most(column.Codes, missing: -1));

    public StoryColumn Last(StoryColumn column) => column.Value switch
    {
        StoryValue.Number => StoryColumn.OfNumbers(column.Name, Last(column.Numbers, double.NaN, double.IsNaN)),
        StoryValue.Day => StoryColumn.OfDays(column.Name, Last(column.Days, Days.Unknown, d => d == Days.Unknown)),
        _ => With(column, Last(column.Codes, -1, c => c < 0)),
    };

    /// <summary>The agency all records are of; "several agencies" where they are of more than one.</summary>
    public StoryColumn Agencies(StoryColumn column)
    {
        int[] codes = column.Codes, made = new int[people];
        string[] words = [.. column.Words, Several];
        for (int p = 0; p < people; p++)
        {
            ReadOnlySpan<int> own = Of(p);
            made[p] = codes[own[0]];
            foreach (int record in own)
                if (codes[record] != made[p]) made[p] = words.Length - 1;
        }
        return StoryColumn.OfWords(column.Name, made, Array.IndexOf(made, words.Length - 1) < 0 ? column.Words : words);
    }

    private static StoryColumn With(StoryColumn column, int[] codes) =>
        column.Value == StoryValue.Flag ? StoryColumn.OfFlags(column.Name, codes, column.Words) : StoryColumn.OfWords(column.Name, codes, column.Words);

    private T[] Last<T>(T[] values, T missing, Func<T, bool> isMissing)
    {
        T[] made = new T[people];
        for (int p = 0; p < people; p++)
        {
            ReadOnlySpan<int> own = Of(p);
            int at = own.Length - 1;
            while (at >= 0 && isMissing(values[own[at]])) at--;
            made[p] = at < 0 ? missing : values[own[at]];
        }
        return made;
    }

    private int[] Most(int[] values, int missing)
    {
        int[] made = new int[people];
        for (int p = 0; p < people; p++)
        {
            ReadOnlySpan<int> own = Of(p);
            int best = missing, most = 0;
            for (int i = own.Length - 1; i >= 0 && most <= i; i--)
            {
                int value = values[own[i]], count = 0;
                if (value == missing) continue;
                for (int j = i; j >= 0; j--)
                    if (values[own[j]] == value) count++;
                if (count > most) (best, most) = (value, count);
            }
            made[p] = best;
        }
        return made;
    }

    private ReadOnlySpan<int> Of(int person) => sorted.Records.AsSpan(sorted.First[person]..sorted.First[person + 1]);

    private static (int[], int[]) Sorted(int[] personOf, int people)
    {
        int[] first = new int[people + 1], records = new int[personOf.Length];
        foreach (int p in personOf) first[p + 1]++;
        for (int p = 0; p < people; p++) first[p + 1] += first[p];
        int[] next = first.AsSpan(0, people).ToArray();
        for (int r = 0; r < personOf.Length; r++) records[next[personOf[r]]++] = r;
        return (records, first);
    }
}
