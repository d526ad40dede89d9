using System.Globalization;
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
        if (asked.Costs != CostAnswer.None) return CostsPart(asked);
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
}
