using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Shiremoot.Web.Tests.Small;

/// <summary>Pages of measures that set groups beside what is expected of them, and beside one another with people held alike.</summary>
public sealed class ComparedPagesTests
{
    [Fact]
    public async Task Expected_reoffending_has_a_funnel_ratios_and_calibration_each_with_its_table()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        var page = await door.Client.ReadAsync("/people/measures/beside");
        foreach (string id in (string[])["funnel-court", "by-court", "by-sex", "calibration"])
            page.QuerySelectorAll($"#{id} table").Length.ShouldBe(1, id);
        string text = await door.TextAsync("/people/measures/beside");
        text.ShouldContain("Observed over expected");
        text.ShouldContain("Calibration slope");
        text.ShouldContain("They are never for decisions on one person");
        text.ShouldContain("within limits");
        (await door.Client.ReadAsync("/people/measures/beside?by=sex")).QuerySelectorAll("#funnel-court").Length.ShouldBe(0);

        using JsonDocument json = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/people/beside"));
        JsonElement everyone = json.RootElement.GetProperty("rows")[0];
        (everyone.GetProperty("people").GetInt32(), everyone.GetProperty("with").GetInt32()).ShouldBe((900, 300));
        everyone.GetProperty("ratio").GetDouble().ShouldBe(300 / everyone.GetProperty("expected").GetDouble(), 1e-12);
        json.RootElement.GetProperty("score_holds").GetProperty("area_under_curve").GetProperty("value").GetDouble().ShouldBeInRange(0.3, 0.7);
        (await door.Client.GetStringAsync("/api/v1/people/beside/table.csv")).ShouldContain("Observed over expected");
    }

    [Fact]
    public async Task Groups_held_alike_are_drawn_beside_the_plain_rates()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        (await door.Client.ReadAsync("/people/measures/alike")).QuerySelectorAll("#adjusted-sex table").Length.ShouldBe(1);
        (await door.TextAsync("/people/measures/alike")).ShouldContain("Held alike in case mix");
        (await door.Client.GetStringAsync("/api/v1/people/alike")).ShouldContain("adjusted_rate");
    }

    // 900 people in three courts, a third of whom were proven again.
    private static SmallPlace Place()
    {
        SmallPlace place = SmallPlace.Bare();
        place.Write("feeds/court.yaml", """
            id: court
            title: Court
            source: Made up for this test
            origin: generated
            agreement: none needed
            agency: courts
            file: court.csv
            columns:
              person: { from: id, type: id, required: true }
              sex: { type: code, required: true, codes: [female, male] }
              born: { type: date, formats: [yyyy-MM-dd], required: true }
              court: {}
              offence: {}
              sentenced: { type: date, formats: [yyyy-MM-dd], required: true }
              again: { type: date, formats: [yyyy-MM-dd] }
              committed: { type: date, formats: [yyyy-MM-dd] }
              last: { type: date, formats: [yyyy-MM-dd], required: true }
            key: [person]
            record: { person: person, sex: sex, birth_date: born }
            events:
              - { kind: conviction, person: person, start: sentenced, offence: offence, attributes: [court] }
              - { kind: sentence, person: person, start: sentenced, offence: offence, attributes: [court] }
              - { kind: conviction, person: person, start: again, offence: offence, attributes: [committed], when: [{ column: again, present: true }] }
              - { kind: arrest, person: person, start: last }
            """);
        StringBuilder rows = new("id,sex,born,court,offence,sentenced,again,committed,last\n");
        for (int i = 0; i < 900; i++)
            rows.Append(CultureInfo.InvariantCulture, $"p{i},{(i % 2 == 0 ? "female" : "male")},{1960 + (i % 41)}-01-01,{(i % 9 < 3 ? "North" : i % 9 < 6 ? "South" : "East")},{(i % 5 == 0 ? "04400" : "00301")},2018-06-01,{(i % 3 == 0 ? "2018-12-01,2018-11-01" : ",")},2022-01-01\n");
        place.Write("court.csv", rows.ToString());
        place.Write("cohorts/sentenced.yaml", "id: sentenced\ntitle: People sentenced\nsource: Made up for this test\nindex: first(sentence)\n");
        place.Write("measures/beside.yaml", """
            id: beside
            kind: people
            title: Beside what was expected
            source: Made up for this test
            shows: expected
            score: ogrs3
            entries: [{ name: Sentence, kinds: sentence }]
            proved_by: { kinds: [conviction] }
            committed: committed
            by: [court, sex]
            """);
        place.Write("measures/alike.yaml", """
            id: alike
            kind: people
            title: Proven again
            source: Made up for this test
            shows: outcome
            cohort: sentenced
            outcome: exists(conviction, after index)
            by: [sex]
            against: [male]
            adjust: [{ name: Age, value: age on index, bands: [20, 30, 40, 50] }]
            """);
        return place;
    }
}
