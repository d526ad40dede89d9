using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private readonly Lazy<Outcome<IReadOnlyList<Question>>> questions;

    /// <summary>The questions a place must be able to answer: the country's, with the place's own over them.</summary>
    public Outcome<IReadOnlyList<Question>> Questions => questions.Value;

    /// <summary>A question by its id; refused where there is none.</summary>
    public Outcome<Question> QuestionOf(string id) => Questions.Then<Question>(known =>
        known.FirstOrDefault(q => string.Equals(q.Id, id, StringComparison.OrdinalIgnoreCase)) is { } question ? question : Refusals.NoSuchQuestion(id, known.Select(q => q.Id)));

    /// <summary>
    /// What the place can say of a question now. A part that cannot be drawn says why and stops nothing: the first part with a figure gives the sentence.
    /// </summary>
    public Outcome<AnsweredQuestion> Answer(Question question)
    {
        if (Measures.Refused(out Refusal? why, out PlaceMeasures? known)) return why;
        AnswerPart[] parts = [.. question.Answers.Select(asked => Part(asked, known))];
        string? finding = parts.Select(p => p.Finding).FirstOrDefault(f => f is not null);
        AnsweredQuestion answered = new(question, finding ?? "", finding is not null, parts);
        if (finding is not null) return answered;
        string missing = !HasPeople && parts.Any(p => p.Why is not null) ? "Not known: no records of people, and none of the statistics asked for, have been taken in." : "Not known: no figure may be shown, or none has been taken in.";
        return answered with { Sentence = answered.RoomSays.Length > 0 ? answered.RoomSays : missing };
    }

    private AnswerPart Part(QuestionAnswer asked, PlaceMeasures known)
    {
        if (asked.Costs != CostAnswer.None) return asked.Costs == CostAnswer.Flows ? FlowsPart(asked) : SpendPart(asked);
        if (asked.Service is { } service) return ServicePart(asked, service);
        if (asked.Evidence is { } words) return EvidencePart(asked, words);
        if (asked.Cohort is { } id) return CohortPart(asked, id);
        if (known.OfPeople.FirstOrDefault(m => m.Id == asked.Measure) is { } ofPeople)
        {
            AnswerPart part = new(asked, ofPeople.Title);
            if (!HasPeople) return part with { Why = Refusals.NoRecordsOfPeople() };
            return DrawPeople(ofPeople, asked.By.Count > 0 ? asked.By : null).Refused(out Refusal? why, out PeoplePicture? picture)
                ? part with { Why = why }
                : part with { Measure = new DrawnMeasure(ofPeople.Id, null, picture), Finding = PeopleFinding.Of(picture), Table = picture.ToTable() };
        }
        if (known.OfAreas.FirstOrDefault(m => m.Id == asked.Measure) is { } ofAreas)
        {
            AnswerPart part = new(asked, ofAreas.Title);
            return DrawAreas(ofAreas, new AreaQuestion(asked.By, null)).Refused(out Refusal? why, out AreaPicture? picture)
                ? part with { Why = why }
                : part with { Measure = new DrawnMeasure(ofAreas.Id, picture, null), Finding = AreaFinding.Of(picture), Table = picture.ToTable() };
        }
        return new AnswerPart(asked, asked.Measure!) { Why = Refusals.NoSuchMeasure(asked.Measure!, known.Ids) };
    }

    private AnswerPart ServicePart(QuestionAnswer asked, string id)
    {
        if (ServiceOf(id).Refused(out Refusal? why, out ServiceStudy? study)) return new AnswerPart(asked, id) { Why = why };
        AnswerPart part = new(asked, study.Title);
        if (DrawService(study).Refused(out why, out ServiceEffects? effects)) return part with { Why = why };
        OutcomeEffect first = effects.Outcomes[0];
        return part with { Effects = effects, Finding = first.HasHeadline ? $"{study.Title}: {first.Sentence} {study.Note}".TrimEnd() : null };
    }

    private AnswerPart EvidencePart(QuestionAnswer asked, string words)
    {
        AnswerPart part = new(asked, words == "all" ? "What published reviews and local evaluations say" : $"What is published of {words}");
        if (EvidenceRegister.Refused(out Refusal? why, out EvidenceRegister? register)) return part with { Why = why };
        IReadOnlyList<RegisterEntry> found = register.Search(words == "all" ? "" : words);
        int verified = found.Count(e => e.IsVerified), withInterval = found.Count(e => e.HasInterval);
        return part with { Found = found, Finding = string.Create(CultureInfo.InvariantCulture, $"{found.Count} entries of the evidence register, {verified} of them read in their source and {withInterval} with an interval.") };
    }

    private AnswerPart CohortPart(QuestionAnswer asked, string id)
    {
        if (CohortOf(id, null).Refused(out Refusal? why, out Cohort? cohort)) return new AnswerPart(asked, id) { Why = why };
        AnswerPart part = new(asked, cohort.Title) { Cohort = cohort };
        if (!HasPeople) return part with { Why = Refusals.NoRecordsOfPeople() };
        if (Attrition(cohort).Refused(out why, out IReadOnlyList<AttritionLine>? lines)) return part with { Why = why };
        return part with { People = lines[^1].Left, Finding = lines[^1].Left.Shown is null ? null : $"{cohort.Title}: {lines[^1].Left} people." };
    }

    private AnswerPart FlowsPart(QuestionAnswer asked)
    {
        AnswerPart part = new(asked, "What the flows through the system cost, and which agency bears it");
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs)) return part with { Why = why };
        if (PriceFlows(costs.Deflator.Years.Last(y => !y.IsForecast).Period.Label).Refused(out why, out PlaceCosts? priced) || priced.Costs.ByAgency().Refused(out why, out IReadOnlyList<AgencyCost>? byAgency))
            return part with { Why = why };
        return part with { Finding = Bearer(priced, byAgency), Table = priced.Costs.Lines.Count == 0 ? null : CostTables.OfFlows(priced, this) };
    }

    // Flows are of different years: of each agency the latest it has, fiscal costs alone, for social value is nobody's bill.
    private static string? Bearer(PlaceCosts priced, IReadOnlyList<AgencyCost> byAgency)
    {
        (string Agency, decimal Pounds, string Period)[] latest =
        [
            .. byAgency.Where(a => a.Kind == CostKind.Fiscal).GroupBy(a => a.Agency).Select(g => g.OrderBy(a => a.Period, StringComparer.Ordinal).Last())
                .Select(a => (a.Agency, a.Cost.Pounds, a.Period)).OrderByDescending(a => a.Item2),
        ];
        return latest.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Of the flows that are priced, at {priced.Costs.Year} prices, most falls on {latest[0].Agency}: £{latest[0].Pounds / 1_000_000m:0.0}m ({latest[0].Period}).");
    }

    private AnswerPart SpendPart(QuestionAnswer asked)
    {
        AnswerPart part = new(asked, "What is spent, as its sources give it");
        if (Spending().Refused(out Refusal? why, out IReadOnlyList<Spend>? spend)) return part with { Why = why };
        if (spend.Count == 0) return part with { Why = Refusals.NoSpending() };
        string[] largest = [.. spend.OrderByDescending(s => s.Cost.Pounds).Take(3).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Title} {(s.IsApproximate ? "about " : "")}£{s.Cost.Pounds / 1_000_000m:#,##0.#}m ({s.Year})"))];
        return part with { Finding = $"Spending that is known: {string.Join("; ", largest)}. Entries overlap and are no total.", Table = CostTables.OfSpend(spend, this) };
    }
}
