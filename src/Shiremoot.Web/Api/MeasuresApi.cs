using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Api;

/// <summary>A measure in the list of the place's measures.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Of">areas, of published statistics; or people, counted from records and protected.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="By">The dimensions it may be broken down by.</param>
/// <param name="Source">Who published or defined it.</param>
/// <param name="Version">The version of its definition.</param>
internal sealed record MeasureAnswer(string Id, string Title, string Of, string Unit, IReadOnlyList<string> By, string Source, string Version);

/// <summary>The place's measures and their figures, the same as its pages show.</summary>
internal static class MeasuresApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder measures = v1.MapGroup("/measures");
        measures.MapGet("", List).Produces<IReadOnlyList<MeasureAnswer>>().WithName("measures").WithSummary("The place's measures.");
        measures.MapGet("/{id}", One).Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(404).ProducesProblem(409)
            .WithName("measure").WithSummary("One measure: figures by period and area with intervals, totals, comparisons, trends, notes and figures not shown.")
            .WithDescription("by: dimensions separated by commas. period: the period in which areas are compared; the latest complete one if left out.");
        measures.MapGet("/{id}/table.csv", (Shire shire, string id, string? by, string? period, string? table) => File(shire, id, by, period, table, "csv"))
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(404).ProducesProblem(409).WithName("measure-csv").WithSummary("A measure's table as CSV.")
            .WithDescription("table: 'figures' for all figures, 'comparison' for areas beside others.");
        measures.MapGet("/{id}/table.xlsx", (Shire shire, string id, string? by, string? period, string? table) => File(shire, id, by, period, table, "xlsx"))
            .Produces(StatusCodes.Status200OK, contentType: TableFile.Workbook).ProducesProblem(404).ProducesProblem(409).WithName("measure-xlsx").WithSummary("A measure's table as an Excel workbook.")
            .WithDescription("table: 'figures' for all figures, 'comparison' for areas beside others.");
    }

    private static IResult List(Shire shire) => shire.Measures.Then<IReadOnlyList<MeasureAnswer>>(known => Outcome.Of<IReadOnlyList<MeasureAnswer>>(
    [
        .. known.OfAreas.Select(m => new MeasureAnswer(m.Id, m.Title, "areas", m.Unit, m.By, m.Source, m.Version)),
        .. known.OfPeople.Select(m => new MeasureAnswer(m.Id, m.Title, "people", m.Unit, [.. m.By.Select(b => b.InWords)], m.Source, m.Version)),
    ])).Answer();

    private static IResult One(Shire shire, string id, string? by, string? period)
    {
        if (Drawn(shire, id, by, period).Refused(out Refusal? why, out DrawnMeasure? drawn)) return why.Answer();
        MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            if (drawn.OfAreas is { } areas) AreaJson.Write(json, areas);
            else PeopleJson.Write(json, drawn.OfPeople!);
        }
        return Results.Bytes(stream.ToArray(), "application/json");
    }

    private static IResult File(Shire shire, string id, string? by, string? period, string? table, string format)
    {
        if (table is not (null or "figures" or "comparison")) return ApiRefusals.NoTable(table).Answer(StatusCodes.Status400BadRequest);
        if (Drawn(shire, id, by, period).Refused(out Refusal? why, out DrawnMeasure? drawn)) return why.Answer();
        ReleaseTable release = table == "comparison" && drawn.OfAreas is { } areas ? areas.ToComparisonTable() : drawn.Table;
        return TableFile.Of(release, $"{id}{(table == "comparison" ? "-comparison" : "")}", format);
    }

    private static Outcome<DrawnMeasure> Drawn(Shire shire, string id, string? by, string? period) =>
        DrawnMeasures.Draw(shire, [id], string.IsNullOrEmpty(by) ? [] : by.Split(','), string.IsNullOrEmpty(period) ? null : period).Then<DrawnMeasure>(drawn => drawn[0]);
}
