using Shiremoot.Storage;

namespace Shiremoot.Futures.Targets;

/// <summary>Reads the targets of generate.yaml against a model: names of events, disposals, groups and needs must be the model's.</summary>
internal sealed class TargetReading(SystemModel model, IReadOnlyList<string> districts, IReadOnlyList<string> ethnicities)
{
    private readonly string[] indexKinds = [.. model.Stages.Select(s => s.Index).OfType<string>().Distinct(StringComparer.Ordinal)];

    public Target Read(MapNode map)
    {
        TargetMeasure measure = Measure(map);
        string? fits = map.TextOr("fits");
        if (fits is not null && !model.Fitted.ContainsKey(fits)) map.Fault("fits", $"names '{fits}', which the model does not leave open.{Spelling.Suggest(fits, model.Fitted.Keys)}");
        double value = map.Number("value");
        if (measure.Unit == TargetUnit.Share ? value is <= 0 or >= 1 : value <= 0) map.Fault("value", measure.Unit == TargetUnit.Share ? "is a share and must lie between 0 and 1." : "must be above 0.");
        return new(measure)
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Value = value,
            Unit = measure.Unit,
            Source = map.Text("source"),
            Sets = map.Texts("set"),
            Fits = fits,
            SetsSize = map.Flag("sets_size"),
        };
    }

    private TargetMeasure Measure(MapNode map)
    {
        if (map.MapOr("count") is { } count) return new CountMeasure(Filter(count));
        if (map.MapOr("share") is { } part) return new ShareMeasure(Filter(part), Filter(Needed(map, "of")));
        if (map.MapOr("first_proven") is { } first) return new FirstProvenMeasure(Ages(first).From, Ages(first).Until, Marks(first, "district", districts));
        if (map.MapOr("mean_days") is { } days) return new MeanDaysMeasure(Find(days, "from", model.Kinds), Find(days, "to", model.Kinds));
        if (map.MapOr("reoffending") is { } after) return Reoffending(after);
        if (map.MapOr("people") is { } people) return new PeopleShareMeasure(Filter(Needed(people, "with")), NeedBits(people), people.WholeOr("at_least") ?? 1);
        if (map.MapOr("concentration") is { } most) return Concentration(most);
        map.Fault("count", "is missing; give one of count, share (with of), first_proven, mean_days, reoffending, people or concentration.");
        return new ConcentrationMeasure(0.1, 1);
    }

    private static ConcentrationMeasure Concentration(MapNode map)
    {
        (double top, int years) = (map.Number("top"), map.Whole("years"));
        if (top is <= 0 or >= 1) map.Fault("top", "is a share and must lie between 0 and 1.");
        if (years is < 1 or > Calibration.LongestYears) map.Fault("years", $"must be 1 to {Calibration.LongestYears}.");
        return new(Math.Clamp(top, 0.0001, 0.9999), Math.Clamp(years, 1, Calibration.LongestYears));
    }

    private static MapNode Needed(MapNode map, string key)
    {
        MapNode? found = map.MapOr(key);
        if (found is null) map.Fault(key, "is missing; say which events.");
        return found ?? map;
    }

    private EventFilter Filter(MapNode map)
    {
        (double from, double until) = Ages(map);
        IReadOnlyList<string> groups = map.Texts("offence");
        foreach (string group in groups)
            if (!model.OffenceGroups.Any(g => g.Id == group)) map.Fault("offence", $"names '{group}', which is not a group of the model.{Spelling.Suggest(group, model.OffenceGroups.Select(g => g.Id))}");
        IReadOnlyList<string> days = map.Texts("sentence_days");
        return new()
        {
            Kinds = Numbers(map, "event", model.Kinds),
            Disposals = Marks(map, "disposal", model.Disposals),
            Ethnicities = Marks(map, "ethnicity", ethnicities),
            Offences = groups.Count == 0 ? null : [.. model.OffenceCodes.Select((_, i) => model.OffenceGroups.Any(g => groups.Contains(g.Id) && g.Codes.Any(c => c.Code == i)))],
            Districts = Marks(map, "district", districts),
            Female = map.Choice("sex", ("any", (bool?)null), ("female", true), ("male", false)),
            FromAge = from,
            UntilAge = until,
            AmountFrom = days.Count == 2 && int.TryParse(days[0], out int least) ? least : 0,
            AmountBelow = days.Count == 2 && int.TryParse(days[1], out int most) ? most : int.MaxValue,
            CaseHas = map.Has("case_has") ? Find(map, "case_has", model.Kinds) : map.Has("case_lacks") ? Find(map, "case_lacks", model.Kinds) : -1,
            CaseLacks = map.Has("case_lacks"),
        };
    }

    private ReoffendingMeasure Reoffending(MapNode map)
    {
        bool[] kinds = Marks(map, "index", indexKinds) ?? [.. indexKinds.Select(_ => true)];
        IReadOnlyList<string> days = map.Texts("sentence_days");
        return new(kinds, map.Choice("who", ("all", (bool?)null), ("adults", false), ("children", true)),
            days.Count == 2 && int.TryParse(days[0], out int least) ? least : 0, days.Count == 2 && int.TryParse(days[1], out int most) ? most : int.MaxValue);
    }

    private uint NeedBits(MapNode map)
    {
        uint bits = 0;
        bool[] marks = Marks(map, "needs", [.. model.Needs.Select(n => n.Id)]) ?? [];
        for (int i = 0; i < marks.Length; i++)
            if (marks[i]) bits |= 1u << i;
        if (bits == 0) map.Fault("needs", "is missing; name at least one need.");
        return bits;
    }

    private static (double From, double Until) Ages(MapNode map)
    {
        IReadOnlyList<string> ages = map.Texts("ages");
        if (ages.Count == 0) return (0, double.MaxValue);
        if (ages.Count == 2 && int.TryParse(ages[0], out int from) && int.TryParse(ages[1], out int until) && from < until) return (from, until);
        map.Fault("ages", "must be two ages, the first and the one it ends before: [10, 18].");
        return (0, double.MaxValue);
    }

    private static bool[]? Marks(MapNode map, string key, IReadOnlyList<string> names)
    {
        IReadOnlyList<string> wanted = map.Texts(key);
        foreach (string name in wanted)
            if (!names.Contains(name)) map.Fault(key, $"names '{name}', which the model does not have.{Spelling.Suggest(name, names)}");
        return wanted.Count == 0 ? null : [.. names.Select(wanted.Contains)];
    }

    private static int[] Numbers(MapNode map, string key, IReadOnlyList<string> names)
    {
        bool[] marks = Marks(map, key, names) ?? [];
        if (marks.Length == 0) map.Fault(key, "is missing; name at least one kind of event.");
        return [.. Enumerable.Range(0, marks.Length).Where(i => marks[i])];
    }

    private static int Find(MapNode map, string key, IReadOnlyList<string> names)
    {
        if (map.TextOr(key) is not { } name) return -1;
        for (int i = 0; i < names.Count; i++)
            if (names[i] == name) return i;
        map.Fault(key, $"names '{name}', which is not known here.{Spelling.Suggest(name, names)}");
        return -1;
    }
}
