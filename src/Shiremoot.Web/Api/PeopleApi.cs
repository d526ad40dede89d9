using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Api;

/// <summary>A measure of people in the list.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Shows">people, events, spells, concentration, outcome, return or number.</param>
/// <param name="Cohort">The cohort it is of; null for everyone.</param>
/// <param name="By">The breakdowns it offers.</param>
/// <param name="Source">Who defined it.</param>
/// <param name="Version">The version of its definition.</param>
internal sealed record PeopleMeasureAnswer(string Id, string Title, string Shows, string? Cohort, IReadOnlyList<string> By, string Source, string Version);

/// <summary>A cohort of the place with the people left after each condition; null where the number is withheld.</summary>
internal sealed record CohortAnswer(string Id, string Title, string InWords, string Source, string Origin, string OriginSays, string Disclosure, long? People, IReadOnlyList<AttritionAnswer> Attrition);

/// <summary>A line of an attrition table.</summary>
internal sealed record AttritionAnswer(string Condition, string InWords, long? Left);

/// <summary>People, counted and protected: the figures its pages show.</summary>
internal static class PeopleApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/people", List).Produces<IReadOnlyList<PeopleMeasureAnswer>>().ProducesProblem(409).WithName("people").WithSummary("The place's measures of people.");
        v1.MapGet("/people/{id}", One).Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithName("people-measure").WithSummary("One measure of people: protected figures with intervals, by the breakdowns it offers.").WithDescription("by: one breakdown the measure offers; all of them if left out.");
        foreach (string format in (string[])["csv", "xlsx"])
            v1.MapGet($"/people/{{id}}/table.{format}", (Shire shire, string id) => Table(shire, id, format))
                .Produces(StatusCodes.Status200OK, contentType: format == "csv" ? "text/csv" : TableFile.Workbook).ProducesProblem(404).ProducesProblem(409).WithName($"people-{format}").WithSummary($"A measure of people as a table ({format}).");
        v1.MapGet("/cohorts", Cohorts).Produces<IReadOnlyList<CohortAnswer>>().ProducesProblem(409).WithName("cohorts").WithSummary("The place's cohorts, with the people left after each condition.");
    }

    private static IResult List(Shire shire) => shire.Measures.Then(known => Outcome.Of<IReadOnlyList<PeopleMeasureAnswer>>(
        [.. known.OfPeople.Select(m => new PeopleMeasureAnswer(m.Id, m.Title, $"{m.Shows}".ToLowerInvariant(), m.Cohort, [.. m.By.Select(b => b.Written)], m.Source, m.Version))])).Answer();

    private static IResult One(Shire shire, string id, string? by)
    {
        if (Find(shire, id).Refused(out Refusal? why, out PeopleMeasure? measure)) return why.Answer();
        // Only what the measure offers: breakdowns made up by a caller could single people out by comparing tables.
        if (by is not null && measure.By.All(b => b.Written != by)) return ApiRefusals.NoBreakdown(by, measure.By.Select(b => b.Written)).Answer(StatusCodes.Status400BadRequest);
        if (shire.DrawPeople(measure).Refused(out why, out PeoplePicture? picture)) return why.Answer();
        MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream)) PeopleJson.Write(json, by is null ? picture : picture with { Rows = [.. picture.Rows.Where(r => r.By.Length == 0 || r.By == by)] });
        return Results.Bytes(stream.ToArray(), "application/json");
    }

    private static IResult Table(Shire shire, string id, string format)
    {
        if (Find(shire, id).Refused(out Refusal? why, out PeopleMeasure? measure)) return why.Answer();
        return shire.DrawPeople(measure).Refused(out why, out PeoplePicture? picture) ? why.Answer() : TableFile.Of(picture.ToTable(), id, format);
    }

    private static IResult Cohorts(Shire shire)
    {
        Origin origin = shire.OriginOfPeople;
        if (shire.Cohorts.Refused(out Refusal? why, out IReadOnlyList<Cohort>? known)) return why.Answer();
        List<CohortAnswer> answers = [];
        foreach (Cohort cohort in known)
        {
            if (shire.Attrition(cohort).Refused(out why, out IReadOnlyList<AttritionLine>? lines)) return why.Answer();
            answers.Add(new(cohort.Id, cohort.Title, cohort.InWords, cohort.Source, $"{origin}".ToLowerInvariant(), origin.Says(), shire.Disclosure.Label, lines[^1].Left.Shown, [.. lines.Select(l => new AttritionAnswer(l.Condition, l.InWords, l.Left.Shown))]));
        }
        return Results.Json(answers);
    }

    private static Outcome<PeopleMeasure> Find(Shire shire, string id) => shire.Measures.Then<PeopleMeasure>(known =>
        known.OfPeople.FirstOrDefault(m => m.Id == id) is { } measure ? measure : ApiRefusals.NoPeopleMeasure(id, known.OfPeople.Select(m => m.Id)));
}
