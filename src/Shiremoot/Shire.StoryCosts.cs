using Shiremoot.Economics;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>A question about what people cost.</summary>
/// <param name="Cohort">Whose cost; null: everyone.</param>
/// <param name="Rows">What the rows are.</param>
/// <param name="Columns">What the columns are.</param>
public sealed record PeopleCostQuestion(Cohort? Cohort, CostBy Rows = CostBy.Agency, CostBy Columns = CostBy.Stage)
{
    /// <summary>The year whose prices the money is in; null: the latest of the deflator that is no forecast.</summary>
    public string? PriceYear { get; init; }

    /// <summary>Only this financial year; null: all.</summary>
    public string? Year { get; init; }

    /// <summary>Only what follows the index date, for so many months. A cohort without one is followed from the first proven offence.</summary>
    public int? Months { get; init; }

    public CostKind Kind { get; init; } = CostKind.Fiscal;

    public CostBasis Basis { get; init; } = CostBasis.Average;
}

public sealed partial class Shire
{
    private const string FirstProven = "first(conviction or caution or conditional-caution or youth-caution or youth-conditional-caution)";
    private Outcome<EventPrices>? eventPrices;

    /// <summary>What each kind of event costs: the country's list with the place's own laid over it; refused with the faults of its files.</summary>
    public Outcome<EventPrices> EventPrices => eventPrices ??= ReadEventPrices();

    /// <summary>What people of the place cost, in rows and columns, protected. Drawn once for each question until other data is taken in.</summary>
    public Outcome<StoryCosts> CostPeople(PeopleCostQuestion question) => Once($"costs/{Key(question)}", () => Ask(question, StoryCosts.Of));

    /// <summary>How the cost is spread over them: mean, median, the heaviest users. Drawn once likewise.</summary>
    public Outcome<HeaviestUsers> HeaviestUsers(PeopleCostQuestion question) => Once($"heaviest/{Key(question)}", () => Ask(question, (setting, asked) => Economics.HeaviestUsers.Of(setting, asked)));

    /// <summary>What each spell and each case cost, protected. Rows and columns of the question do not count. Drawn once likewise.</summary>
    public Outcome<SpellCosts> CostSpells(PeopleCostQuestion question) => Once($"spells/{Key(question)}", () => Ask(question, SpellCosts.Of));

    /// <summary>What would be saved in a year if their use fell by so much; the year of the question, or the latest that the records cover. Drawn once likewise.</summary>
    public Outcome<FallSavings> Savings(PeopleCostQuestion question, UseFall fall) => Once($"savings/{fall}/{Key(question)}", () => Ask(question, (setting, asked) => FallSavings.Of(setting, asked, fall)));

    private Outcome<T> Ask<T>(PeopleCostQuestion question, Func<CostSetting, CostQuestion, Outcome<T>> of)
    {
        if (!HasPeople) return Refusals.NoRecordsOfPeople();
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || EventPrices.Refused(out why, out EventPrices? prices) || Setting().Refused(out why, out PeopleSetting? people)) return why;
        CostQuestion asked = new(question.PriceYear ?? costs.Deflator.Years.Last(y => !y.IsForecast).Period.Label, question.Rows, question.Columns)
        {
            Kind = question.Kind,
            Basis = question.Basis,
            Year = question.Year,
            MonthsAfterIndex = question.Months,
        };
        Cohort? cohort = question.Cohort;
        if (question.Months is not null && cohort?.Index is null)
        {
            if (CohortText.Read(FirstProven).Refused(out why, out CohortText? first)) return why;
            cohort = (cohort ?? Cohort.Everyone with { Title = "" }) with { Index = first };
            cohort = cohort with { Title = $"{(cohort.Title.Length > 0 ? cohort.Title : "Everyone")}, from the first proven offence" };
        }
        if (cohort is not null)
        {
            if (cohort.Draw(people.Stories, people.Also).Refused(out why, out DrawnCohort? drawn)) return why;
            asked = asked with { Cohorts = [drawn] };
        }
        if (Parts(question, people).Refused(out why, out PeopleParts? parts)) return why;
        return of(SettingOf(people.Stories, prices, costs, people), asked with { Parts = parts.Names.Count > 0 ? parts : null });
    }

    private CostSetting SettingOf(Stories stories, EventPrices prices, UnitCosts costs, PeopleSetting people) =>
        new(stories, prices, costs, Disclosure) { Offence = people.Offence, Severity = people.Severity, Also = people.Also };

    // Who is in which row, where the rows are parts of the people; none where they are not.
    private Outcome<PeopleParts> Parts(PeopleCostQuestion question, PeopleSetting people)
    {
        if (question.Rows == CostBy.Area) return HomesOf(people.Stories);
        if (question.Rows != CostBy.Pathway) return new PeopleParts([], []);
        if (Steps().Refused(out Refusal? why, out IReadOnlyList<(string, string)>? kinds) || PeopleRoutes.Find(question.Cohort ?? Cohort.Everyone, kinds, people).Refused(out why, out PeopleRoutes? routes)) return why;
        return new PeopleParts(routes.Names, routes.Of);
    }

    // The authorities of the place are rows of their own; homes in any other are one.
    private PeopleParts HomesOf(Stories stories)
    {
        if (stories.OfPeople.FirstOrDefault(c => c.Name == "home_area" && c.Value == StoryValue.Text) is not { } home) return new PeopleParts([], []);
        string?[] named = [.. home.Words.Select(w => Place.Areas.FirstOrDefault(a => a.Code == w || a.Name == w)?.Name)];
        string[] names = [.. Place.Areas.Select(a => a.Name).Where(named.Contains).Distinct(), "Elsewhere", "Not known"];
        int[] place = [.. named.Select(n => n is null ? names.Length - 2 : Array.IndexOf(names, n))];
        return new PeopleParts(names, Array.ConvertAll(home.Codes, c => c < 0 ? names.Length - 1 : place[c]));
    }

    private static string Key(PeopleCostQuestion question) =>
        string.Join('/', question.Cohort?.Id, question.Cohort?.InWords, question.Rows, question.Columns, question.PriceYear, question.Year, question.Months, question.Kind, question.Basis);

    private Outcome<EventPrices> ReadEventPrices()
    {
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || Vocabulary.Refused(out why, out Vocabulary? words)) return why;
        if (Storage.PlaceFile.TextOf(Path.Combine(VocabularyFolder.Find(), "costs", "events.yaml"), "vocabulary/costs/events.yaml").Refused(out why, out string? lower)) return why;
        (string own, string? upper) = (Path.Combine(Place.FolderPath, "costs", "events.yaml"), null);
        if (File.Exists(own) && Storage.PlaceFile.TextOf(own, "costs/events.yaml").Refused(out why, out upper)) return why;
        return Economics.EventPrices.Read(lower, upper, "costs/events.yaml", costs, words);
    }
}
