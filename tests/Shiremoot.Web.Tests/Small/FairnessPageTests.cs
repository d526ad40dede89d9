using System.Text;

namespace Shiremoot.Web.Tests.Small;

/// <summary>What scores get right and wrong, as a page.</summary>
public sealed class FairnessPageTests
{
    [Fact]
    public async Task A_place_without_a_score_says_what_to_add_and_the_warning_stands_first()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        string page = await door.TextAsync("/evidence/fairness");
        page.ShouldContain("no measure that sets a score beside what came of people");
        page.ShouldContain("cannot both mean the same in every group");
        (await door.TextAsync("/evidence")).ShouldContain("by sex, ethnicity and age");
    }

    [Fact]
    public async Task Groups_stand_beside_each_other_with_charts_and_a_table_behind_each()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        string page = await door.TextAsync("/evidence/fairness");
        page.ShouldContain("Generated: no such people exist");
        page.ShouldContain("Flagged means an expected share of half or more");
        foreach (string table in (string[])["Counts and errors by sex", "What being flagged means by sex", "Calibration by sex", "Area under the curve by sex"]) page.ShouldContain(table);
        page.ShouldContain("19.0% (12.7 to 27.6)"); // 20 of 105 men who did not reoffend were flagged; Wilson
        page.ShouldContain("27.3% (19.8 to 36.3)"); // 30 of 110 women, as rounded
    }

    // Men: 100 of low expected share, 80 of high; women: 90 and 60, as the library's own test has them.
    private static SmallPlace Place()
    {
        SmallPlace place = SmallPlace.Bare();
        place.Write("feeds/courts.yaml", """
            id: courts
            title: Courts of Smallshire
            source: Made up for this test
            origin: generated
            agreement: none needed
            agency: police
            file: courts.csv
            columns:
              id: { type: id, required: true }
              person: { type: id, required: true }
              sex: { type: code, required: true, codes: [female, male] }
              born: { type: date, formats: [yyyy-MM-dd], required: true }
              sentenced: { type: date, formats: [yyyy-MM-dd] }
              convicted: { type: date, formats: [yyyy-MM-dd], required: true }
              offence: { type: text, required: true }
              offence_date: { type: date, formats: [yyyy-MM-dd] }
            key: [id]
            record: { person: person, sex: sex, birth_date: born }
            events:
              - { kind: sentence, person: person, start: sentenced, when: [{ column: sentenced, present: true }] }
              - { kind: conviction, person: person, start: convicted, offence: offence, attributes: [offence_date] }
            """);
        StringBuilder rows = new("id,person,sex,born,sentenced,convicted,offence,offence_date\n");
        int person = 0, id = 0;
        void Add(int people, int back, string sex, string born, string offence, params string[] before)
        {
            for (int n = 0; n < people; n++)
            {
                person++;
                void Row(string sentenced, string convicted, string of, string day) => rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"r{++id},p{person},{sex},{born},{sentenced},{convicted},{of},{day}\n");
                foreach (string day in before) Row("", day, "00301", day);
                Row("2020-06-01", "2020-06-01", offence, "2020-05-01");
                if (n < back) Row("", "2020-09-01", "00301", "2020-08-01");
            }
        }
        Add(100, 15, "male", "2000-01-01", "00301");
        Add(80, 60, "male", "2005-01-01", "02800", "2017-02-01", "2018-02-01", "2018-05-01", "2018-06-01", "2018-07-01");
        Add(90, 12, "female", "1987-01-01", "06200");
        Add(60, 30, "female", "2004-01-01", "04400", "2017-02-01", "2018-02-01", "2018-05-01", "2018-06-01", "2018-07-01", "2018-08-01", "2018-09-01");
        rows.Append("last,p-last,male,1990-01-01,,2023-01-01,00301,2022-12-01\n");
        place.Write("courts.csv", rows.ToString());
        place.Write("measures/expected.yaml", "id: expected\nkind: people\ntitle: Expected\nsource: Made up for this test\nshows: expected\nscore: ogrs3\nentries:\n  - { name: Sentence, kinds: sentence }\nproved_by: { kinds: [conviction] }\ncommitted: offence_date\nby: [sex]\n");
        return place;
    }
}
