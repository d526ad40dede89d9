using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Pages.People;

/// <summary>A line of the list: a measure and what it comes to, or why it cannot be drawn.</summary>
internal sealed record MeasureLine(PeopleMeasure Measure, string Value, string Meaning, string Period)
{
    public string Href => $"/people/measures/{Uri.EscapeDataString(Measure.Id)}";

    public static MeasureLine Of(PeopleMeasure measure, Outcome<PeoplePicture> drawn)
    {
        if (drawn.Refused(out Refusal? why, out PeoplePicture? picture)) return new(measure, "not known", why.Says, measure.Period);
        PeopleHeadline says = PeopleHeadline.Of(picture);
        return new(measure, says.Value, says.Meaning, picture.Period);
    }
}

public sealed class IndexPage(Shire shire, PlaceOnShow place) : PageModel
{
    internal IReadOnlyList<MeasureLine> Rows { get; private set; } = [];

    /// <summary>True if records of people are there, real or generated.</summary>
    public bool HasRecords => place.HasPeople;

    /// <summary>What the records are: generated, if any is.</summary>
    public Origin Records => shire.OriginOfPeople;

    public bool CountsTwice => Unlinked.Matters(shire);

    /// <summary>How many records became how many people; null until the spine is built.</summary>
    internal SpineView? Spine { get; private set; }

    public Refusal? Why { get; private set; }

    public void OnGet()
    {
        Spine = SpineView.Of(shire);
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known)) Why = why;
        // How many come first, then what they do and how long it lasts: the order in which a reader asks.
        else if (HasRecords) Rows = [.. known.OfPeople.OrderBy(m => Order(m.Shows)).Select(m => MeasureLine.Of(m, shire.DrawPeople(m)))];
    }

    private static int Order(PeopleShows shows) => shows switch
    {
        PeopleShows.People => 0,
        PeopleShows.Outcome => 1,
        PeopleShows.Return => 2,
        PeopleShows.Events or PeopleShows.Concentration => 3,
        _ => 4,
    };
}
