using System.Globalization;
using Shiremoot.Futures.Modelling;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads scenarios/*.yaml: docs/how-to/ask-what-if.md describes it key by key.</summary>
public static class ScenarioFile
{
    /// <summary>What a scenario may not lay over the model: who comes in must be the same in both arms, so that they share their luck.</summary>
    private static readonly string[] NotTouched = ["needs", "entry", "offences", "arrivals", "contacts"];

    /// <summary>Reads a scenario's file.</summary>
    /// <param name="path">The file.</param>
    public static Outcome<Scenario> Read(string path)
    {
        string name = Path.GetFileName(path);
        return PlaceFile.TextOf(path, name).Then(text => ReadText(text, name));
    }

    /// <summary>Reads a scenario from its text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shownAs">Its name in messages.</param>
    public static Outcome<Scenario> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, map => Read(map, text, shownAs, null));

    /// <summary>Reads a scenario again against the model it was laid over: whatever it names must be there.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="names">What the model has, the scenario's own lines among it.</param>
    internal static Outcome<Scenario> ReadAgainst(Scenario scenario, ScenarioNames names) =>
        PlaceFile.ReadText(scenario.Text, scenario.ShownAs, map => Read(map, scenario.Text, scenario.ShownAs, names));

    private static Scenario Read(MapNode map, string text, string shownAs, ScenarioNames? names)
    {
        HashSet<string> told = new(names?.Fitted ?? [], StringComparer.Ordinal);
        ScenarioNumber[] numbers = [.. map.Maps("numbers").Select(n => Number(n, told))];
        if (!map.Has("model") && !map.Has("instead") && !map.Has("prevents")) map.Fault("model", "is missing; write the lines of the model that change, or who goes where 'instead'.");
        foreach (string key in NotTouched)
            if (map.HasUnder("model", key)) map.Fault("model", $"may not change '{key}': the same people come in with the scenario and without it.");
        double from = map.NumberOr("from_year") ?? 0, ramp = map.NumberOr("ramp_years") ?? 0, fade = map.NumberOr("fade_years") ?? 0;
        double? until = map.NumberOr("until_year");
        if (from < 0) map.Fault("from_year", "must not be negative.");
        if (ramp < 0) map.Fault("ramp_years", "must not be negative.");
        if (fade < 0) map.Fault("fade_years", "must not be negative.");
        if (fade > 0 && until is null) map.Fault("fade_years", "is years after the end: give 'until_year' too.");
        if (until <= from) map.Fault("until_year", "must lie after 'from_year'.");
        return new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Says = map.TextOr("says", ""),
            Answers = map.Texts("answers"),
            Source = map.Text("source"),
            FromYear = from,
            UntilYear = until,
            RampYears = ramp,
            FadeYears = fade,
            Who = map.MapOr("who") is { } who ? Audience(who, names) : new(),
            Numbers = numbers,
            Instead = [.. map.Maps("instead").Select(i => Instead(i, numbers, names))],
            Prevents = map.Has("prevents") ? Value(map, "prevents", numbers) : null,
            Costs = [.. map.Maps("costs").Select(c => Cost(c, names))],
            Text = text,
            ShownAs = shownAs,
        };
    }

    private static ScenarioInstead Instead(MapNode map, ScenarioNumber[] numbers, ScenarioNames? names)
    {
        IReadOnlyList<string> of = map.Texts("of");
        string to = map.Text("to");
        if (of.Count == 0) map.Fault("of", "is missing; list the stages that some would go to.");
        foreach (string stage in of) names?.HasStage(map, "of", stage);
        if (to != "leaves") names?.HasStage(map, "to", to);
        return new(of, to, Value(map, "share", numbers));
    }

    private static ScenarioAudience Audience(MapNode map, ScenarioNames? names)
    {
        IReadOnlyList<string> ages = map.Texts("ages"), needs = map.Texts("needs");
        (double from, double under) = (0, double.PositiveInfinity);
        if (ages.Count > 0 && (ages.Count != 2 || !Reads(ages[0], out from) || !Reads(ages[1], out under) || from >= under)) map.Fault("ages", "must be two ages, the first and the one it ends before: [10, 18].");
        foreach (string need in needs) names?.HasNeed(map, "needs", need);
        int least = map.WholeOr("needs_at_least") ?? 1;
        if (least < 1 || least > Math.Max(1, needs.Count)) map.Fault("needs_at_least", "must lie between 1 and the number of needs listed.");
        return new()
        {
            Female = map.Choice<bool?>("sex", ("everyone", null), ("female", true), ("male", false)),
            FromAge = from,
            UnderAge = under,
            Sanctions = map.WholeOr("sanctions") ?? 0,
            Needs = needs,
            NeedsAtLeast = least,
        };
    }

    private static ScenarioNumber Number(MapNode map, HashSet<string> told)
    {
        if (!told.Add(map.Text("name"))) map.Fault("name", $"'{map.Text("name")}' is the name of another number, of this scenario or of those the model leaves to calibration; choose another.");
        double value = map.Number("value"), low = map.NumberOr("low") ?? value, high = map.NumberOr("high") ?? value;
        NumberScale scale = map.Choice("scale", ("ratio", NumberScale.Ratio), ("share", NumberScale.Share), ("plain", NumberScale.Plain));
        bool known = map.Flag("known");
        if (!known && (!map.Has("low") || !map.Has("high"))) map.Fault("low", "and 'high' are missing: give the 95% interval, or 'known: true' where it is decided and not estimated.");
        if (low > value || value > high) map.Fault("value", "must lie between 'low' and 'high'.");
        if (scale == NumberScale.Ratio && low <= 0) map.Fault("low", "must be above 0: a ratio is.");
        if (scale == NumberScale.Share && (low <= 0 || high >= 1)) map.Fault("low", "and 'high' of a share must lie between 0 and 1.");
        string evidence = map.TextOr("evidence", ""), source = map.TextOr("source", "");
        if (evidence.Length == 0 && source.Length == 0) map.Fault("source", "is missing; name an entry of the register with 'evidence', or say 'assumption: ' and why.");
        IReadOnlyList<string> slider = map.Texts("slider");
        (double least, double most) = (low, high);
        if (slider.Count > 0 && (slider.Count != 2 || !Reads(slider[0], out least) || !Reads(slider[1], out most) || least >= most)) map.Fault("slider", "must be two numbers, the lower first.");
        return new(map.Text("name"), map.TextOr("title", map.Text("name")), value, low, high, scale, evidence, source, (least, most));
    }

    // A share between 0 and 1, or the name of a number.
    private static ScenarioValue Value(MapNode map, string key, ScenarioNumber[] numbers)
    {
        if (map.IsMap(key) && map.MapOr(key) is { } named)
        {
            string name = named.Text("number");
            if (!numbers.Any(n => n.Name == name)) named.Fault("number", $"'{name}' is not among the scenario's numbers.{Spelling.Suggest(name, [.. numbers.Select(n => n.Name)])}");
            return new(0, name);
        }
        double value = map.Number(key);
        if (value is < 0 or > 1) map.Fault(key, "must lie between 0 and 1.");
        return new(value, null);
    }

    private static ScenarioCost Cost(MapNode map, ScenarioNames? names)
    {
        string per = map.Text("per");
        if (per.Split(':') is [var what, { Length: > 0 } of])
        {
            if (what == "service") names?.HasService(map, "per", of);
            else names?.HasStage(map, "per", of);
        }
        if (per is not ("year" or "once") && !(per.Split(':') is ["entry" or "day" or "service", { Length: > 0 }])) map.Fault("per", "must be year, once, entry:STAGE, day:STAGE or service:ID.");
        if (!map.Has("price_year")) map.Fault("price_year", "is missing; say whose prices the pounds are: 2024/25.");
        decimal pounds = map.DecimalOr("pounds") ?? 0;
        if (!map.Has("pounds")) map.Fault("pounds", "is missing.");
        return new(map.Text("name"), pounds, map.TextOr("price_year", ""), per, map.Text("agency"), map.Text("source"));
    }

    private static bool Reads(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
