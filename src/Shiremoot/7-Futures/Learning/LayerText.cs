using System.Globalization;
using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>Writes what was learned in the form of model.yaml, to be laid over it.</summary>
internal static class LayerText
{
    public static string Of(LearnedModel learned)
    {
        StringBuilder text = new("# yaml-language-server: $schema=../../docs/schemas/model.schema.json\n");
        Line(text, $"# Written by ./shiremoot calibrate PLACE --from-stories. Laid over the model of {learned.Place} where it lies in the place's folder as learned.yaml.");
        Line(text, $"# Learned from {learned.Years:0.#} years of stories of {learned.People} {(learned.Origin == Origin.Generated ? "GENERATED people; none is real" : "people")}. It holds no person: each number rests on ten people or more.");
        Line(text, $"# Beside each number: its 95% interval, the people it rests on, and the number it replaces (docs/methods/learning-from-stories.md).");
        Line(text, $"# First contacts are those of people whom no justice agency met in {learned.QuietYears:0.#} years before.");
        Top(text, learned.Numbers);
        foreach ((int index, IGrouping<string, LearnedNumber> stage) in learned.Numbers.Where(n => n.Stage.Length > 0).GroupBy(n => n.Stage).Index())
        {
            if (index == 0) text.Append("stages:\n");
            Line(text, $"  - id: {stage.Key}");
            Own(text, [.. stage.Where(n => n.Way.Length == 0)]);
            Ways(text, [.. stage.Where(n => n.Way.Length > 0)]);
        }
        text.Append("# Left as it was:\n");
        foreach (IGrouping<string, KeptNumber> why in learned.Kept.GroupBy(k => k.Why)) Line(text, $"# - {string.Join("; ", why.Select(k => k.What))}: {why.Key}");
        return text.ToString();
    }

    private static void Top(StringBuilder text, IReadOnlyList<LearnedNumber> numbers)
    {
        if (numbers.FirstOrDefault(n => n.Key == "women_share") is { } women)
        {
            text.Append("entry:\n");
            Number(text, "  ", "women_share", women);
        }
        LearnedNumber? perYear = numbers.FirstOrDefault(n => n.Key == "per_year");
        LearnedNumber[] season = [.. numbers.Where(n => n.Key.StartsWith("season.", StringComparison.Ordinal))];
        if (perYear is null) return;
        text.Append("arrivals:\n");
        Number(text, "  ", "per_year", perYear);
        if (season.Length == 12) Line(text, $"  season: [{string.Join(", ", season.Select(s => s.Written(s.Value)))}] # January first; 1 is the mean of the year");
    }

    private static void Own(StringBuilder text, IReadOnlyList<LearnedNumber> numbers)
    {
        foreach (IGrouping<string, LearnedNumber> part in numbers.GroupBy(n => n.Key.Split('.')[0]))
        {
            bool isMap = part.First().Key.Contains('.', StringComparison.Ordinal);
            if (isMap) Line(text, $"    {part.Key}:");
            foreach (LearnedNumber number in part) Number(text, isMap ? "      " : "    ", number.Key[(number.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], number);
        }
    }

    private static void Ways(StringBuilder text, IReadOnlyList<LearnedNumber> numbers)
    {
        if (numbers.Count > 0) text.Append("    to:\n");
        foreach (IGrouping<string, LearnedNumber> way in numbers.GroupBy(n => n.Way))
        {
            Line(text, $"      - stage: {way.Key}");
            foreach (LearnedNumber number in way.Where(n => n.Key == "share")) Number(text, "        ", "share", number);
            LearnedNumber[] odds = [.. way.Where(n => n.Key.StartsWith("odds.", StringComparison.Ordinal))];
            if (odds.Length > 0) text.Append("        odds:\n");
            foreach (LearnedNumber number in odds) Number(text, "          ", number.Key[5..], number);
        }
    }

    private static void Number(StringBuilder text, string indent, string key, LearnedNumber n) =>
        Line(text, $"{indent}{key}: {n.Written(n.Value)} # {n.Written(n.Lower)} to {n.Written(n.Upper)}, of {n.People} people; {(n.Was is { } was ? $"was {n.Written(was)}" : "was not there")}");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
