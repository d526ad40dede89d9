using NodaTime;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>The schedules of discount rates: costs/discounting.yaml.</summary>
public sealed class DiscountSchedules
{
    private static readonly (string, DiscountUse)[] Uses = [("standard", DiscountUse.Standard), ("health", DiscountUse.Health), ("sensitivity", DiscountUse.Sensitivity)];

    private DiscountSchedules(IReadOnlyList<DiscountSchedule> all) => All = all;

    /// <summary>In the order of the file. A schedule that takes over from another has its id and a later day.</summary>
    public IReadOnlyList<DiscountSchedule> All { get; }

    /// <summary>Reads the file.</summary>
    public static Outcome<DiscountSchedules> Read(string path, string shownAs) => PlaceFile.TextOf(path, shownAs).Then(text => ReadText(text, shownAs));

    /// <summary>As <see cref="Read"/>, from text in hand.</summary>
    public static Outcome<DiscountSchedules> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, map =>
    {
        map.Text("source");
        HashSet<(string, LocalDate)> seen = [];
        List<DiscountSchedule> all = [];
        foreach (MapNode node in map.Maps("schedules"))
        {
            DiscountSchedule schedule = ReadOne(node);
            if (!seen.Add((schedule.Id, schedule.From))) node.Fault("id", $"'{schedule.Id}' is there twice from {schedule.From:uuuu-MM-dd}; rename one or give it its own day.");
            all.Add(schedule);
        }
        if (all.Count == 0) map.Fault("schedules", "has no schedule; add one with id, rates and source.");
        return new DiscountSchedules(all);
    });

    /// <summary>The schedule of an id that stands on a day.</summary>
    public Outcome<DiscountSchedule> Find(string id, LocalDate day) =>
        All.Where(s => s.Id == id && s.From <= day).MaxBy(s => s.From) is { } found ? found : Appraising.Refusals.NoSchedule(id, day, All.Select(s => $"{s.Id} (from {s.From:uuuu-MM-dd})"));

    private static DiscountSchedule ReadOne(MapNode map)
    {
        DiscountRate[] rates = [.. map.Maps("rates").Select(r => new DiscountRate(r.Whole("from_year"), r.DecimalOr("rate") ?? Missing(r)))];
        int last = map.Whole("to_year");
        if (rates.Length == 0 || rates[0].FromYear != 1) map.Fault("rates", "must begin with 'from_year: 1', for year 0 is not discounted.");
        for (int i = 1; i < rates.Length; i++)
            if (rates[i].FromYear <= rates[i - 1].FromYear) map.Fault("rates", $"has year {rates[i].FromYear} after year {rates[i - 1].FromYear}; put them in order of year.");
        if (rates.Any(r => r.Rate is <= -1 or >= 1)) map.Fault("rates", "has a rate outside -1 to 1; write 3.5% as 0.035.");
        if (rates.Length > 0 && last < rates[^1].FromYear) map.Fault("to_year", $"is {last}, before the last rate begins.");
        return new(map.Text("id"), map.Text("title"), map.Choice("use", Uses), map.Day("from"), rates, last, map.Text("source"), map.TextOr("note", ""));
    }

    private static decimal Missing(MapNode map)
    {
        if (!map.Has("rate")) map.Fault("rate", "is missing; add 'rate:' with a share such as 0.035.");
        return 0;
    }
}
