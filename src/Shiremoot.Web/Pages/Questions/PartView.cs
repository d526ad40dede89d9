using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Web.Pages.Evidence;
using Shiremoot.Web.Pages.People;
using Shiremoot.Web.Pages.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Questions;

/// <summary>One thing that answers a question, made ready for its page.</summary>
internal sealed record PartView(string Id, AnswerPart Part)
{
    public IReadOnlyList<FigureView> Figures { get; init; } = [];

    public IReadOnlyList<ChartView> Charts { get; init; } = [];

    public IReadOnlyList<TableView> Tables { get; init; } = [];

    /// <summary>The page that shows it in full.</summary>
    public string? Href { get; init; }

    public string HrefSays { get; init; } = "See it in full";

    public IReadOnlyList<Download> Downloads { get; init; } = [];

    public string Title => Part.Title;

    /// <summary>Makes a part ready. Ids begin with its place, for a page holds several parts.</summary>
    public static PartView Of(AnswerPart part, int at)
    {
        PartView view = new($"part-{at}", part);
        if (part.Cohort is { } cohort) return view with { Href = $"/people/cohorts/{Uri.EscapeDataString(cohort.Id)}", HrefSays = "Who is meant, and who is left after each condition" };
        if (part.Asked.Costs != CostAnswer.None) return OfCosts(view, part.Asked.Costs);
        if (part.Effects is { } effects) return OfService(view, effects, at);
        if (part.Asked.Evidence is not null) return view with { Tables = part.Found.Count == 0 ? [] : [EvidenceViews.TableOf(part.Found)], Href = "/evidence", HrefSays = "Search the evidence register" };
        if (part.Measure?.OfPeople is { } people) return OfPeople(view, people, at);
        return part.Measure?.OfAreas is { } areas ? OfAreas(view, areas, at) : view;
    }

    private static PartView OfCosts(PartView view, CostAnswer costs) => costs switch
    {
        CostAnswer.People => view with { Href = "/costs/people", HrefSays = "See what people cost" },
        CostAnswer.Options => view with { Href = "/costs/options", HrefSays = "See the options" },
        _ => view with { Href = "/costs", HrefSays = "See the costs" },
    };

    private static PartView OfPeople(PartView view, PeoplePicture picture, int at)
    {
        string id = Uri.EscapeDataString(picture.Measure.Id);
        PeopleView drawn = PeopleView.Of(picture, picture.Measure.By);
        return view with
        {
            Figures = drawn.Figures,
            Charts = [.. drawn.Charts.Select(c => Under(c, at))],
            Tables = drawn.Tables,
            Href = $"/people/measures/{id}",
            Downloads = [new($"/api/v1/people/{id}/table.csv", "CSV", picture.Measure.Title), new($"/api/v1/people/{id}/table.xlsx", "Excel", picture.Measure.Title)],
        };
    }

    private static PartView OfService(PartView view, ServiceEffects effects, int at) => view with
    {
        Figures = [.. ServiceViews.Figures(effects, effects.Outcomes[0])],
        Charts = [.. ServiceViews.Charts(effects, effects.Outcomes[0], 0).Select(c => Under(c, at))],
        Href = ServiceViews.Href(effects.Study),
    };

    // The page of the measure has all its charts: here the first is enough.
    private static PartView OfAreas(PartView view, AreaPicture picture, int at)
    {
        MeasureView drawn = MeasureView.Of(picture, null);
        return view with
        {
            Figures = drawn.Figures,
            Charts = [.. drawn.Charts.Take(1).Select(c => Under(c, at))],
            Href = $"/picture/{Uri.EscapeDataString(picture.Measure.Id)}",
            Downloads = drawn.Downloads,
        };
    }

    private static ChartView Under(ChartView chart, int at) => chart with { Id = $"part-{at}-{chart.Id}", HeadingLevel = 3 };
}
