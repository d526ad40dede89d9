using System.Globalization;
using NodaTime;
using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Pages.Data;
using Shiremoot.Web.Pages.People;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Pages;

/// <summary>What this place's data says of each of the five things it must know, and what it does not say.</summary>
internal sealed class HomeFacts(Shire shire, PlaceOnShow place, LocalDate today)
{
    public Known Of(Aim aim, Func<string, string?> measureHref) => aim.Number switch
    {
        1 => new([], ["Not known: no objectives have been recorded for this place."]),
        2 => PictureFacts.Of(shire, measureHref),
        3 => People(),
        4 => Power(),
        _ => With(),
    };

    private Known People()
    {
        const string None = "Not known: no records of people have been taken in. Published statistics say how much happens, not who it happens to.";
        if (!place.HasPeople) return new([], [None]);
        List<Fact> facts = [];
        if (!shire.Attrition(Cohort.Everyone).Refused(out _, out IReadOnlyList<AttritionLine>? lines)) facts.Add(new($"{lines[^1].Left}", Unlinked.Agencies(shire) is { Count: > 1 } agencies ? string.Create(CultureInfo.InvariantCulture, $"people in the records of {agencies.Count} agencies{(Unlinked.Matters(shire) ? "; someone known to several is counted once at each" : "")}") : "people in the records", "/people"));
        IReadOnlyList<PeopleMeasure> known = shire.Measures.Refused(out _, out PlaceMeasures? measures) ? [] : measures.OfPeople;
        // Of each kind the one its author breaks down most: that is the one meant to be looked at.
        PeopleShows[] telling = [PeopleShows.Concentration, PeopleShows.Outcome, PeopleShows.Return];
        foreach (PeopleMeasure measure in telling.Select(shows => known.Where(m => m.Shows == shows).MaxBy(m => m.By.Count)).OfType<PeopleMeasure>())
        {
            MeasureLine line = MeasureLine.Of(measure, shire.DrawPeople(measure));
            facts.Add(new(line.Value, $"{measure.Title}: {line.Meaning}", line.Href));
        }
        return new(facts, facts.Count == 0 ? ["Not known: the records cannot be drawn."] : []);
    }

    private Known Power()
    {
        IReadOnlyList<FeedLine> feeds = FeedLine.All(shire);
        AuditVerdict log = shire.VerifyAudit();
        List<Fact> facts = [new($"{feeds.Count(f => f.InUse.Count > 0)} of {feeds.Count}", "feeds have data, each with a receipt", "/data"), new(log.Holds ? "Whole" : "Broken", $"audit log: {log.Says}", "/data/audit")];
        GoverningBody[] bodies = [.. Governing()];
        if (bodies.Length > 0) facts.Add(new(bodies.Length.ToString(CultureInfo.InvariantCulture), $"{(bodies.Length == 1 ? "body governs" : "bodies govern")} today: {string.Join("; ", bodies.Select(b => b.Title))}"));
        return new(facts, ["Not known: no boards, decisions or scorecards have been recorded."]);
    }

    private Known With()
    {
        HashSet<string> sending = [.. shire.Receipts().Where(r => r.Status == LoadStatus.Active).Select(r => shire.Feeds.FirstOrDefault(f => f.Id == r.Feed)?.Agency).OfType<string>().Where(a => a.Length > 0)];
        string[] partners = [.. shire.Place.Partners.Select(Title)];
        List<Fact> facts = partners.Length == 0 ? [] : [new(partners.Length.ToString(CultureInfo.InvariantCulture), $"partners are named: {string.Join(", ", partners)}")];
        if (sending.Count > 0) facts.Add(new(sending.Count.ToString(CultureInfo.InvariantCulture), $"{(sending.Count == 1 ? "agency has" : "agencies have")} records here: {string.Join(", ", sending.Select(Title))}", "/data"));
        List<string> missing = ["Not known: what providers, people who use services, victims and the public say. Nothing has been recorded."];
        if (sending.Count == 0) missing.Insert(0, "No agency has shared records of its own.");
        return new(facts, missing);
    }

    /// <summary>Who governs today.</summary>
    public IEnumerable<GoverningBody> Governing() => shire.Place.Governing.Where(g => g.From <= today && (g.Until is not { } until || until > today));

    private string Title(string agency) =>
        !shire.Vocabulary.Refused(out _, out Vocabulary? words) && words.Agencies.TryFind(agency, out Agency? found) ? found.Term.Title : agency.Replace('-', ' ');
}
