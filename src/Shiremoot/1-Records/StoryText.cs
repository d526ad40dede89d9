using System.Globalization;
using System.Text;
using NodaTime.Text;
using Shiremoot.Records.Cohorts;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>
/// Reads little stories as examples write them: "sex female; born 2009-05-05; priors 3; offence 2023-02-01, 2023-04-01; custody-spell
/// 2023-05-01 to 2023-06-01". A word followed by dates is events of that kind; any other is an attribute, a number where it looks like one.
/// </summary>
static class StoryText
{
    /// <summary>One person a text. Throws if a text cannot be read: it stands in a file of ours or of a place, read and checked before.</summary>
    public static Outcome<Stories> Read(IReadOnlyList<string> stories)
    {
        StoryBuilder builder = new();
        for (int p = 0; p < stories.Count; p++)
        {
            int person = builder.Person("example"u8, Encoding.UTF8.GetBytes(p.ToString(CultureInfo.InvariantCulture)));
            foreach (string part in stories[p].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (!TryPut(builder, person, part)) return CohortRefusals.BadStory(part);
        }
        return builder.Build([]);
    }

    private static bool TryPut(StoryBuilder builder, int person, string part)
    {
        int cut = part.IndexOf(' ', StringComparison.Ordinal);
        (string name, string rest) = cut < 0 ? (part, "") : (part[..cut], part[(cut + 1)..].Trim());
        (int Start, int End)[]? dates = Dates(rest);
        if (name == "born")
        {
            if (dates is not [var born]) return false;
            builder.Birth(person, born.Start);
            return true;
        }
        if (dates is null || rest.Length == 0)
        {
            if (rest.Length == 0) builder.Event(person, Encoding.UTF8.GetBytes(name), Days.Unknown, -1, Days.Unknown);
            else if (double.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) builder.PersonColumn(name).Set(person, number);
            else builder.PersonColumn(name).Set(person, Encoding.UTF8.GetBytes(rest switch { "yes" => "true", "no" => "false", _ => rest }));
            return true;
        }
        foreach ((int start, int end) in dates) builder.Event(person, Encoding.UTF8.GetBytes(name), start, -1, end);
        return true;
    }

    private static (int, int)[]? Dates(string text)
    {
        List<(int, int)> dates = [];
        foreach (string item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = item.Split(" to ", StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !LocalDatePattern.Iso.Parse(ends[0]).TryGetValue(default, out NodaTime.LocalDate start)) return null;
            NodaTime.LocalDate end = default;
            if (ends.Length == 2 && !LocalDatePattern.Iso.Parse(ends[1]).TryGetValue(default, out end)) return null;
            dates.Add((Days.Number(start), ends.Length == 2 ? Days.Number(end) : Days.Unknown));
        }
        return [.. dates];
    }
}
