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
        return of(new CostSetting(people.Stories, prices, costs, Disclosure) { Offence = people.Offence, Severity = people.Severity, Also = people.Also }, asked);
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
