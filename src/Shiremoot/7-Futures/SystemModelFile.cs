using System.Collections.Immutable;
using System.Globalization;
using Shiremoot.Futures.Modelling;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads model.yaml: docs/how-to/write-a-model.md describes it key by key.</summary>
public static class SystemModelFile
{
    /// <summary>Reads a model with the values calibration found for the numbers the file leaves open; where none is given, with the values it starts from.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="over">Text of the place's own file, laid over it: what it writes wins; null if it has none.</param>
    /// <param name="shownAs">Its name in messages.</param>
    /// <param name="fitted">Values by name; may be empty.</param>
    public static Outcome<SystemModel> Read(string text, string? over, string shownAs, IReadOnlyDictionary<string, double> fitted) =>
        over is null ? PlaceFile.ReadText(text, shownAs, map => Read(map, fitted, [])) : PlaceFile.ReadTextOver(text, over, shownAs, map => Read(map, fitted, []));

    /// <summary>Reads a model from layers, each laid over those before: the country's, the place's, what a scenario changes.</summary>
    /// <param name="layers">As <see cref="PlaceFile.ReadLayers{T}"/> takes them.</param>
    /// <param name="shownAs">Their name in messages.</param>
    /// <param name="numbers">Values of open numbers by name.</param>
    /// <param name="turnedTo">Stages that people are turned to from elsewhere: they need no route to them.</param>
    internal static Outcome<SystemModel> Read(IReadOnlyList<(string Text, string? Key)> layers, string shownAs, IReadOnlyDictionary<string, double> numbers, IReadOnlyList<string> turnedTo) =>
        PlaceFile.ReadLayers(layers, shownAs, map => Read(map, numbers, turnedTo));

    private static SystemModel Read(MapNode map, IReadOnlyDictionary<string, double> fitted, IReadOnlyList<string> turnedTo)
    {
        map.TextOr("id");
        map.TextOr("source");
        ModelNumbers numbers = new(fitted);
        ModelNames names = new(map);
        ImmutableArray<ModelNeed> needs = [.. map.Maps("needs").Select(n => ReadNeed(n, numbers))];
        (MapNode? offences, MapNode? entry) = (map.MapOr("offences"), map.MapOr("entry"));
        bool hasPeople = offences is not null;
        if (entry is null) map.Fault("entry", "is missing; say who comes in, at what age and at which stage.");
        StageReading stages = new(names, numbers);
        IReadOnlyList<MapNode> listed = map.Maps("stages");
        ModelStage[] read = [.. listed.Select(stages.Read)];
        if (entry is not null) StageChecks.Look(listed, read, names.Stage(entry, "stage"), turnedTo);
        return new SystemModel
        {
            Title = map.Text("title"),
            Needs = needs,
            SameOffenceAgain = offences is null ? 0 : numbers.ShareOr(offences, "again", 0),
            OffenceGroups = offences is null ? [] : [.. offences.Maps("groups").Select(g => ReadGroup(g, names, numbers))],
            Entry = entry is null ? Nobody : ReadEntry(entry, names, numbers, hasPeople),
            Stages = read,
            Arrivals = map.MapOr("arrivals") is { } arrivals ? FlowReading.Arrivals(arrivals, names) : null,
            Resources = [.. map.Maps("resources").Select(r => FlowReading.Resource(r, names, stages))],
            Contacts = [.. map.Maps("contacts").Select(c => ReadContact(c, names, numbers, stages))],
            Kinds = names.Kinds,
            Disposals = names.Disposals,
            OffenceCodes = names.OffenceCodes,
            Covariates = names.Covariates,
            Fitted = numbers.Fitted,
            Coefficients = numbers.All,
        };
    }

    private static ModelEntry Nobody => new(0, 0, [], [], 0, 0, 80);

    private static ModelNeed ReadNeed(MapNode map, ModelNumbers numbers) =>
        new(map.Text("id"), numbers.Share(map, "men"), numbers.Share(map, "women"), numbers.ShareOr(map, "loading", 0.5));

    private static OffenceGroup ReadGroup(MapNode map, ModelNames names, ModelNumbers numbers)
    {
        List<(int, double)> codes = [];
        if (map.MapOr("codes") is { } listed)
            foreach (string code in listed.Keys) codes.Add((names.OffenceCode(code), numbers.Weight(listed, code)));
        if (codes.Count == 0) map.Fault("codes", "must list at least one offence code with its share.");
        return new(map.Text("id"), numbers.Weight(map, "share"), names.Odds(map, numbers), codes);
    }

    private static ModelEntry ReadEntry(MapNode map, ModelNames names, ModelNumbers numbers, bool hasPeople)
    {
        MapNode? frailty = map.MapOr("frailty");
        return new(
            names.Stage(map, "stage"),
            hasPeople ? numbers.Share(map, "women_share") : numbers.ShareOr(map, "women_share", 0),
            AgeBands(map, "men", numbers, hasPeople),
            AgeBands(map, "women", numbers, hasPeople),
            frailty is null ? 0 : numbers.Weight(frailty, "spread"),
            frailty is null ? 0 : numbers.ShareOr(frailty, "with_vulnerability", 0),
            map.WholeOr("last_age") ?? 80);
    }

    private static List<AgeShare> AgeBands(MapNode map, string key, ModelNumbers numbers, bool needed)
    {
        List<AgeShare> bands = [];
        foreach (MapNode group in map.Maps(key))
        {
            double weight = numbers.Weight(group, "weight"), until = numbers.Weight(group, "until");
            if (group.MapOr("ages") is not { } ages)
            {
                group.Fault("ages", "is missing; give the first age of each band with its share.");
                continue;
            }
            List<(double From, double Share)> parts = [.. ages.Keys.Select(k => (Age(ages, k), numbers.Weight(ages, k)))];
            double sum = parts.Sum(p => p.Share);
            for (int i = 0; i < parts.Count; i++)
            {
                double end = i + 1 < parts.Count ? parts[i + 1].From : until;
                if (end <= parts[i].From) group.Fault("ages", "must rise from band to band, and 'until' must lie above the last.");
                bands.Add(new(parts[i].From, end, weight * parts[i].Share / sum));
            }
        }
        if (bands.Count == 0 && needed) map.Fault(key, "is missing; give bands of age at first contact.");
        return bands;
    }

    private static double Age(MapNode map, string key)
    {
        if (Whole(key, out double age) && age is >= 10 and < 100) return age;
        map.Fault(key, "must be an age in whole years, 10 or over.");
        return 10;
    }

    private static bool Whole(string text, out double value) => double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static ModelContact ReadContact(MapNode map, ModelNames names, ModelNumbers numbers, StageReading stages)
    {
        IReadOnlyList<string> ages = map.Texts("ages");
        (double from, double until) = ages.Count == 2 && Whole(ages[0], out double a) && Whole(ages[1], out double b) && a < b ? (a, b) : (-1, -1);
        if (from < 0) map.Fault("ages", "must be two ages, the first and the one it ends before: [10, 18].");
        return new(map.Text("id"), names.Kind(map, "kind"), numbers.Weight(map, "per_year"), from, until, names.Need(map, "need"), names.Odds(map, numbers), stages.Lasts(map));
    }
}
