using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Reoffending;

/// <summary>What entries can be grouped by besides what is known of people: the quarter, the way in, the age at entry, and what is said of the entry event.</summary>
sealed class EntryColumns(Stories stories, ReoffendingRule rule, EntryList entries)
{
    private readonly Lazy<int[]> births = new(() => stories.OfPeople.First(c => c.Name == "birth_date").Days);
    private static readonly (int From, string Name)[] Bands = [(10, "10 to 14"), (15, "15 to 17"), (18, "18 to 20"), (21, "21 to 24"), (25, "25 to 29"), (30, "30 to 34"), (35, "35 to 39"), (40, "40 to 49"), (50, "50 and over")];

    /// <summary>For each entry the event its current sanction rests on, -1 for none: it answers where the entry event says nothing, as a release says nothing of the court.</summary>
    public int[]? Sanction { get; init; }

    /// <summary>A value for each entry; null if it is none of the names.</summary>
    public StoryColumn? Of(string name) => name switch
    {
        "quarter" => Words(name, e => entries.Quarter[e], QuarterName),
        "entry" => Words(name, e => entries.Way[e], way => rule.Entries[way].Name),
        "children_and_adults" => Words(name, e => Age(e) switch { < 0 => -1, < 18 => 0, _ => 1 }, n => n == 0 ? "Children" : "Adults"),
        "age_band" => Words(name, e => Age(e) is >= 10 and var age ? Array.FindLastIndex(Bands, b => b.From <= age) : -1, n => Bands[n].Name),
        "offence" or "disposal" or "provider" or "area" => OfEvents(stories.OfEvents.First(c => c.Name == name)),
        _ => stories.OfPeople.Any(c => c.Name == name) ? null : stories.OfEvents.FirstOrDefault(c => c.Name == name && c.Value == StoryValue.Text) is { } column ? OfEvents(column) : null,
    };

    /// <summary>A value of people, for the entries of each.</summary>
    public StoryColumn OfPeople(StoryColumn column) => column.Value switch
    {
        StoryValue.Number => StoryColumn.OfNumbers(column.Name, Array.ConvertAll(entries.Person, p => column.Numbers[p])),
        StoryValue.Day => StoryColumn.OfDays(column.Name, Array.ConvertAll(entries.Person, p => column.Days[p])),
        StoryValue.Flag => StoryColumn.OfFlags(column.Name, Codes(column), column.Words),
        _ => StoryColumn.OfWords(column.Name, Codes(column), column.Words),
    };

    private int[] Codes(StoryColumn column)
    {
        int[] codes = column.Codes;
        return Array.ConvertAll(entries.Person, p => codes[p]);
    }

    /// <summary>2019 Q3.</summary>
    public static string QuarterName(int quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter / 4} Q{(quarter % 4) + 1}");

    private StoryColumn OfEvents(StoryColumn column)
    {
        int[] codes = new int[entries.Count];
        for (int e = 0; e < codes.Length; e++)
        {
            column.CodeCells.Read(entries.Event[e], codes.AsSpan(e, 1));
            if (codes[e] < 0 && Sanction is { } of && of[e] >= 0) column.CodeCells.Read(of[e], codes.AsSpan(e, 1));
        }
        return StoryColumn.OfWords(column.Name, codes, column.Words);
    }

    private int Age(int e)
    {
        int birth = births.Value[entries.Person[e]];
        return birth == Days.Unknown || birth > entries.Day[e] ? -1 : Days.WholeYears(birth, entries.Day[e]);
    }

    // Each number is given its word once.
    private StoryColumn Words(string name, Func<int, int> number, Func<int, string> word)
    {
        Dictionary<int, int> codes = [];
        int[] made = new int[entries.Count];
        (int last, int code) = (-1, -1);
        for (int e = 0; e < made.Length; e++)
        {
            int its = number(e);
            if (its < 0) made[e] = -1;
            else if (its == last) made[e] = code;
            else
            {
                if (!codes.TryGetValue(its, out code)) codes[its] = code = codes.Count;
                (made[e], last) = (code, its);
            }
        }
        return StoryColumn.OfWords(name, made, [.. codes.Keys.Select(word)]);
    }
}
