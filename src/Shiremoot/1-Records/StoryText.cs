using System.Globalization;
using System.Text;
using NodaTime.Text;
using Shiremoot.Records.Cohorts;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>
/// Reads little stories as examples write them: "sex female; born 2009-05-05; priors 3; offence 2023-02-01, 2023-04-01; custody-spell
/// 2023-05-01 to 2023-06-01; sentence 2023-06-01 disposal=fine". A word followed by dates is events of that kind, each with what is said of it
/// after its date; any other is an attribute, a number where it looks like one.
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
        IReadOnlyList<Dated>? dates = Dates(rest);
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
        foreach (Dated dated in dates)
        {
            int e = builder.Event(person, Encoding.UTF8.GetBytes(name), dated.Start, -1, dated.End);
            foreach ((string of, string value) in dated.Said) Say(builder, e, of, value);
        }
        return true;
    }

    private static void Say(StoryBuilder builder, int e, string of, string value)
    {
        int known = Array.IndexOf(["offence", "disposal", "provider", "area"], of);
        if (known >= 0) builder.EventText(e, known, Encoding.UTF8.GetBytes(value));
        else if (of == "amount" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)) builder.Amount(e, amount);
        else builder.EventColumn(of).Set(e, Encoding.UTF8.GetBytes(value));
    }

    private static List<Dated>? Dates(string text)
    {
        List<Dated> dates = [];
        foreach (string item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || !LocalDatePattern.Iso.Parse(words[0]).TryGetValue(default, out NodaTime.LocalDate start)) return null;
            bool ends = words.Length > 2 && words[1] == "to";
            NodaTime.LocalDate end = default;
            if (ends && !LocalDatePattern.Iso.Parse(words[2]).TryGetValue(default, out end)) return null;
            string[][] said = [.. words.Skip(ends ? 3 : 1).Select(w => w.Split('=', 2))];
            if (said.Any(s => s.Length != 2)) return null;
            dates.Add(new Dated(Days.Number(start), ends ? Days.Number(end) : Days.Unknown, [.. said.Select(s => (s[0], s[1]))]));
        }
        return dates;
    }

    private sealed record Dated(int Start, int End, IReadOnlyList<(string Of, string Value)> Said);
}
