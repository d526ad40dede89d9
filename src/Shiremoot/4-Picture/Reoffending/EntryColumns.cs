using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Reoffending;

/// <summary>What entries can be grouped by besides what is known of people: the quarter, the way in, the age at entry, and what is said of the entry event.</summary>
sealed class EntryColumns(Stories stories, ReoffendingRule rule, EntryList entries)
{
    public static readonly string[] Names = ["quarter", "entry", "adult", "age_band", "offence", "disposal", "provider", "area"];
    private static readonly (int From, string Name)[] Bands = [(10, "10 to 14"), (15, "15 to 17"), (18, "18 to 20"), (21, "21 to 24"), (25, "25 to 29"), (30, "30 to 34"), (35, "35 to 39"), (40, "40 to 49"), (50, "50 and over")];

    /// <summary>A value for each entry; null if it is none of the names.</summary>
    public StoryColumn? Of(string name) => name switch
    {
        "quarter" => Words(name, e => QuarterName(entries.Quarter[e])),
        "entry" => Words(name, e => rule.Entries[entries.Way[e]].Name),
        "adult" => Words(name, e => Age(e) is >= 0 and var age ? age < 18 ? "Children" : "Adults" : null),
        "age_band" => Words(name, e => Age(e) is >= 10 and var age ? Array.FindLast(Bands, b => b.From <= age).Name : null),
        "offence" or "disposal" or "provider" or "area" => OfEvents(name),
        _ => null,
    };

    /// <summary>A value of people, for the entries of each.</summary>
    public StoryColumn OfPeople(StoryColumn column) => column.Value switch
    {
        StoryValue.Number => StoryColumn.OfNumbers(column.Name, [.. entries.Person.Select(p => column.Numbers[p])]),
        StoryValue.Day => StoryColumn.OfDays(column.Name, [.. entries.Person.Select(p => column.Days[p])]),
        StoryValue.Flag => StoryColumn.OfFlags(column.Name, [.. entries.Person.Select(p => column.Codes[p])], column.Words),
        _ => StoryColumn.OfWords(column.Name, [.. entries.Person.Select(p => column.Codes[p])], column.Words),
    };

    /// <summary>2019 Q3.</summary>
    public static string QuarterName(int quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter / 4} Q{(quarter % 4) + 1}");

    private StoryColumn OfEvents(string name)
    {
        StoryColumn column = stories.OfEvents.First(c => c.Name == name);
        return StoryColumn.OfWords(name, [.. entries.Event.Select(e => column.CodeCells.Read(e, 1)[0])], column.Words);
    }

    private int Age(int e)
    {
        int birth = Births[entries.Person[e]];
        return birth == Days.Unknown || birth > entries.Day[e] ? -1 : NodaTime.Period.Between(Days.Date(birth), Days.Date(entries.Day[e]), NodaTime.PeriodUnits.Years).Years;
    }

    private int[] Births => stories.OfPeople.First(c => c.Name == "birth_date").Days;

    private StoryColumn Words(string name, Func<int, string?> word)
    {
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        int[] made = new int[entries.Count];
        for (int e = 0; e < made.Length; e++)
        {
            if (word(e) is not { } its) made[e] = -1;
            else if (!codes.TryGetValue(its, out made[e])) codes[its] = made[e] = codes.Count;
        }
        return StoryColumn.OfWords(name, made, [.. codes.Keys]);
    }
}
