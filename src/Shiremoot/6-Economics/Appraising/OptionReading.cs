using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Appraising;

/// <summary>Reads an option file: who it reaches, what it changes, what that is worth to whom, and what it costs whom.</summary>
internal static class OptionReading
{
    private const double UsualInflation = 0.02;

    public static AppraisalOption Read(MapNode map, OptionSources sources, string? askedYear)
    {
        string written = map.Text("price_year");
        if (written.Length > 0 && sources.Costs.Deflator.Year(written, "this option").Refused(out Refusal? why, out _)) map.Fault("price_year", $"cannot be used: {why.Says}");
        int years = map.Whole("years");
        if (map.Has("years") && years is < 1 or > 200) map.Fault("years", $"is {years}; write how many years are looked at, from 1 to 200.");
        years = Math.Clamp(years, 1, 200);
        OptionDraft draft = new(sources, written, askedYear ?? written, years);
        draft.Assumptions.ReadShared(map.Maps("assumptions"));
        DiscountSchedule schedule = Schedule(map, draft, out string[] labels);
        double[] levels = PriceLevels(map, draft, labels);
        int people = People(map, draft);
        double[] peopleByYear = draft.ByYear(map, "people_by_year", _ => 1, lastGoesOn: false);
        int takeUp = draft.Assumptions.Need(map, "take_up", "take-up", 0, 1);
        int retention = draft.Assumptions.Need(map, "retention", "retention", 0, 1);
        List<OptionOutcome> outcomes = [];
        List<OptionValue> values = [];
        foreach (MapNode node in map.Maps("outcomes")) OutcomeReading.Read(node, draft, outcomes, values);
        if (outcomes.Count == 0) map.Fault("outcomes", "is missing or empty; say what the option is to change.");
        List<OptionCost> costs = [.. map.Maps("costs").SelectMany(c => CostReading.Read(c, draft))];
        if (costs.Count == 0) map.Fault("costs", "is missing or empty; say what the option costs and whom.");
        foreach (IGrouping<string, OptionCost> twice in costs.GroupBy(c => c.Name).Where(g => g.Count() > 1)) map.Fault("costs", $"has the name '{twice.Key}' twice; rename one.");
        return new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            Note = map.TextOr("note", ""),
            Perspective = map.Choice("perspective", ("society", AppraisalPerspective.Society), ("taxpayer", AppraisalPerspective.Taxpayer)),
            PriceYear = draft.PriceYear,
            FirstYear = map.Text("first_year"),
            Years = labels,
            Discounting = schedule,
            HealthDiscounting = outcomes.Any(o => o.IsHealth) ? Health(map, draft, labels[0]) : null,
            PriceLevels = levels,
            People = people,
            PeopleByYear = peopleByYear,
            TakeUp = takeUp,
            Retention = retention,
            Outcomes = outcomes,
            Values = values,
            Costs = costs,
            Bearers = draft.Bearers,
            Correlations = [.. map.Maps("correlations").Select(c => Correlation(c, draft)).OfType<RankCorrelation>()],
            Inputs = draft.Assumptions.Inputs,
            Claims = [.. map.Maps("claims").Select(Claim)],
            Notes = draft.Notes,
        };
    }

    private static DiscountSchedule Schedule(MapNode map, OptionDraft draft, out string[] labels)
    {
        string first = map.Text("first_year"), id = map.TextOr("discounting", draft.Sources.Schedules.All[0].Id);
        DiscountSchedule harmless = draft.Sources.Schedules.All[0] with { ToYear = int.MaxValue };
        labels = [.. Enumerable.Range(0, draft.Years).Select(t => $"year {t}")];
        if (!Period.TryRead(first, out Period period) || (period.From.Month, period.Until.Year - period.From.Year) is not ((1 or 4), 1))
        {
            if (first.Length > 0) map.Fault("first_year", $"'{first}' cannot be read as a year; write it as 2016/17 or 2016.");
            return harmless;
        }
        bool isFinancial = period.From.Month == 4;
        labels = [.. Enumerable.Range(period.From.Year, draft.Years).Select(y => isFinancial ? Period.FinancialYear(y).Label : Period.CalendarYear(y).Label)];
        if (draft.Sources.Schedules.Find(id, period.From).Refused(out Refusal? why, out DiscountSchedule? schedule))
        {
            map.Fault("discounting", $"cannot be used: {why.Says}");
            return harmless;
        }
        if (draft.Years - 1 > schedule.ToYear)
        {
            map.Fault("years", Refusals.TooManyYears(draft.Years, schedule).Says);
            return harmless;
        }
        if (schedule.Note.Length > 0) draft.Note($"Discounting: {schedule.Title}. {schedule.Note}");
        return schedule;
    }

    // The schedule for health that stands in the first year.
    private static DiscountSchedule? Health(MapNode map, OptionDraft draft, string first)
    {
        if (!Period.TryRead(first, out Period period)) return null;
        DiscountSchedule? health = draft.Sources.Schedules.All.Where(s => s.Use == DiscountUse.Health && s.From <= period.From).MaxBy(s => s.From);
        if (health is null) map.Fault("outcomes", "has one discounted as health is, and costs/discounting.yaml has no schedule of 'use: health' that stands in the first year; add one or leave 'discounted' out.");
        else if (draft.Years - 1 > health.ToYear) map.Fault("years", Refusals.TooManyYears(draft.Years, health).Says);
        else draft.Note($"Discounting of health: {health.Title}. {health.Note}");
        return health is not null && draft.Years - 1 > health.ToYear ? health with { ToYear = int.MaxValue } : health;
    }

    // By the deflator where it has the year; after it by what the option says of inflation. Only cash of the year rests on it, no present value.
    private static double[] PriceLevels(MapNode map, OptionDraft draft, string[] labels)
    {
        double inflation = map.NumberOr("inflation") ?? UsualInflation;
        if (inflation is <= -1 or >= 1) map.Fault("inflation", $"is {inflation}; write 2% as 0.02.");
        double[] levels = new double[labels.Length];
        Deflator deflator = draft.Sources.Costs.Deflator;
        if (deflator.Year(draft.PriceYear, "").Refused(out _, out DeflatorYear? at)) return levels;
        for (int t = 0; t < levels.Length; t++)
        {
            bool isAfter = deflator.Year(labels[t], "").Refused(out _, out DeflatorYear? year);
            levels[t] = !isAfter ? (double)(year!.Index / at.Index) : t == 0 ? Math.Pow(1 + inflation, YearOf(labels[0]) - at.Period.From.Year) : levels[t - 1] * (1 + inflation);
            if (isAfter && (t == 0 || !deflator.Year(labels[t - 1], "").IsRefused)) draft.Note($"Cash of years the deflator does not have ({labels[t]} on) is at {100 * inflation:0.##}% inflation a year{(map.Has("inflation") ? "" : ", an assumption")}.");
        }
        return levels;
    }

    private static int YearOf(string label) => Period.TryRead(label, out Period period) ? period.From.Year : 0;

    private static int People(MapNode map, OptionDraft draft)
    {
        MapNode? node = map.IsMap("people") ? map.MapOr("people") : null;
        string? measure = node?.TextOr("measure"), cohort = node?.TextOr("cohort");
        if (node is not null && measure is null && cohort is null && node.Has("share")) node.Fault("share", "is of the people of a measure or a cohort; write the number itself as the value.");
        if (node is null || (measure is null && cohort is null)) return draft.Assumptions.Need(map, "people", "people", 0, double.PositiveInfinity);
        if (measure is not null && cohort is not null) node.Fault("cohort", "stands beside 'measure'; the people are of one of them.");
        string what = measure is null ? "cohort" : "measure", id = measure ?? cohort!;
        foreach (string own in (string[])["value", "low", "high", "deviation", "distribution"])
            if (node.Has(own)) node.Fault(own, $"stands beside '{what}', which gives the number.");
        double share = node.NumberOr("share") ?? 1;
        if (share is < 0 or > 1) node.Fault("share", $"is {share}; it is the share of those people whom the option is offered to, between 0 and 1.");
        node.TextOr("source");
        if (draft.Sources.People(what, id).Refused(out Refusal? why, out double number)) node.Fault(what, $"cannot be used: {why.Says} {why.Try}");
        return draft.Assumptions.Add(new(node.TextOr("name", "people"), number * share, Distribution.Fixed(number * share), 0, double.PositiveInfinity, $"The {what} '{id}' of the place", node.TextOr("note", "")));
    }

    private static RankCorrelation? Correlation(MapNode map, OptionDraft draft)
    {
        IReadOnlyList<string> between = map.Texts("between");
        double correlation = map.Number("correlation");
        if (correlation is < -1 or > 1) map.Fault("correlation", $"is {correlation}; it lies between -1 and 1.");
        if (between.Count != 2 || between[0] == between[1])
        {
            map.Fault("between", "must be the names of two numbers of this file.");
            return null;
        }
        foreach (string name in between)
            if (draft.Assumptions.Inputs.All(i => i.Name != name)) map.Fault("between", $"names '{name}', which is none of: {string.Join(", ", draft.Assumptions.Inputs.Select(i => i.Name))}.");
        return new(between[0], between[1], correlation);
    }

    private static OptionClaim Claim(MapNode map)
    {
        string figure = map.Text("figure");
        if (figure.Length > 0 && !OptionKernel.Figures.Contains(figure)) map.Fault("figure", $"'{figure}' is no figure of an appraisal; there are {string.Join(", ", OptionKernel.Figures)}.");
        return new(figure, map.Number("pounds"), map.Text("source"));
    }
}
