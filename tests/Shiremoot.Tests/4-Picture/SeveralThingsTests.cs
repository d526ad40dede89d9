using Shiremoot.Picture;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>Measures that show several things of a group: prevalence, mix, from year to year, who is at the top again, and what is added up.</summary>
public sealed class SeveralThingsTests
{
    private const string Proven = "id: proven\ntitle: Proven\nsource: ours\nindex: first(conviction)\n";
    private const string Cared = "id: cared\ntitle: Cared for\nsource: ours\nwhere: exists(looked-after)\n";
    private const string Missed = "id: missed\ntitle: Missed\nsource: ours\nwhere: exists(missing-episode)\n";
    private const string Things = "each:\n  - { name: Looked after, cohort: cared }\n  - { name: Girls, where: \"sex = 'female'\" }\n";

    private static readonly string[] Stories =
    [
        "sex female; looked-after 2010-01-01; missing-episode 2011-01-01; conviction 2014-06-01, 2014-09-01",
        "sex female; conviction 2014-06-01",
        "sex male; looked-after 2010-01-01; conviction 2014-06-01, 2015-05-30",
        "sex male; conviction 2014-06-01, 2016-06-01",
        "conviction 2014-06-01",
        "sex male; conviction 2016-05-30",                  // not followed for a year
        "sex male; looked-after 2010-01-01",                // never convicted
        "sex male; arrest 2016-12-31",                      // the last day of the records
    ];

    [Fact]
    public void Prevalence_is_the_share_of_the_cohort_with_each_thing_and_leaves_out_those_of_whom_it_is_not_known()
    {
        PeoplePicture picture = Draw($"shows: prevalence\ncohort: proven\n{Things}by: [sex]");
        picture.All.People.Shown.ShouldBe(6);
        Figures(picture, "each").ShouldBe([("Looked after", "Looked after", 2, 6), ("Girls", "Girls", 2, 5)]);
        Figures(picture, "sex").ShouldContain(("female", "Looked after", 1, 2));
        Figures(picture, "sex").ShouldContain(("male", "Looked after", 1, 3));
        picture.Notes.ShouldContain("1 people for whom it is not known whether girls are left out.");
    }

    [Fact]
    public void With_a_follow_up_those_who_came_back_stand_beside_those_who_did_not_and_nobody_else_counts()
    {
        PeoplePicture picture = Draw($"shows: prevalence\ncohort: proven\n{Things}to: first(conviction, after index)\nwithin_days: 365");
        picture.All.People.Shown.ShouldBe(5);
        Figures(picture, "came back within 365 days").ShouldBe([("Came back", "Looked after", 2, 2), ("Came back", "Girls", 1, 2), ("Did not", "Looked after", 0, 3), ("Did not", "Girls", 1, 2)]);
        PeopleFinding.Of(picture)!.ShouldContain("2 people came back and 3 did not");
    }

    [Fact]
    public void A_number_of_cohorts_is_a_breakdown_whose_last_group_has_so_many_and_more()
    {
        PeoplePicture picture = Draw("shows: return\ncohort: proven\nto: first(conviction, after index)\nwithin_days: 365\nnumber_of: { name: things, cohorts: [cared, missed], most: 1 }");
        picture.Rows.Where(r => r.By == "things").Select(r => (r.Group, r.With!.Value.Shown, r.People.Shown)).ShouldBe([("0", 0L, 3L), ("1 or more", 2L, 2L)]);
        PeopleFinding.Of(picture).ShouldBe("t: 40.0% of 5 people: 0.0% with no things, 100.0% with 1 or more things; the difference is no more than chance explains.");
        Draw("shows: people\nnumber_of: { name: things, cohorts: [cared, missed] }").Rows.Where(r => r.By == "things").Select(r => r.Group).ShouldBe(["0", "1", "2"]);
    }

    [Fact]
    public void A_mix_has_everyone_in_the_first_class_that_holds_and_the_classes_add_up()
    {
        PeoplePicture picture = Draw("shows: mix\neach:\n  - { name: Convicted, where: exists(conviction) }\n  - { name: Looked after, where: exists(looked-after) }\n  - { name: Nobody, where: exists(recall or conviction) and not exists(conviction) }", also: ["recall"]);
        Figures(picture, "each").ShouldBe([("Convicted", "Convicted", 6, 8), ("Looked after", "Looked after", 1, 8), ("None of these", "None of these", 1, 8)]);
    }

    [Fact]
    public void A_small_class_cannot_be_worked_out_from_the_others()
    {
        string[] stories = [.. Enumerable.Repeat("x 1", 3), .. Enumerable.Repeat("x 2", 40), .. Enumerable.Repeat("x 3", 60)];
        PeoplePicture picture = Draw("shows: mix\neach:\n  - { name: One, where: x = 1 }\n  - { name: Two, where: x = 2 }\n  - { name: Three, where: x = 3 }", stories, DisclosureRules.Default);
        PeopleRow[] rows = [.. picture.Rows.Where(r => r.By == "each")];
        rows[0].With!.Value.IsWithheld.ShouldBeTrue();
        // What a reader who knows the rules can work out from the total and the other classes: anything from nobody to more than the threshold.
        long[] shown = [.. rows.Where(r => !r.With!.Value.IsWithheld).Select(r => r.With!.Value.Shown!.Value)];
        if (shown.Length == rows.Length - 1 && picture.All.People.Shown is { } total)
        {
            (double least, double most) = DisclosureRules.Default.Known(total);
            (least - shown.Sum(s => DisclosureRules.Default.Known(s).Most)).ShouldBeLessThanOrEqualTo(0);
            (most - shown.Sum(s => DisclosureRules.Default.Known(s).Least)).ShouldBeGreaterThanOrEqualTo(DisclosureRules.Default.Threshold);
        }
        picture.ToTable().Columns.Select(c => c.Name).ShouldContain("Of them");
    }

    // Three of 23 girls have it and all 40 boys: hidden in one table, the number of girls is hidden in all.
    [Fact]
    public void A_number_of_people_hidden_behind_one_thing_is_hidden_behind_all()
    {
        string[] stories = [.. Enumerable.Repeat("sex female; x 1; y 1", 3), .. Enumerable.Repeat("sex female; x 2; y 1", 20), .. Enumerable.Repeat("sex male; x 1; y 2", 40)];
        PeoplePicture picture = Draw("shows: prevalence\neach:\n  - { name: X, where: x = 1 }\n  - { name: Y, where: y = 1 }\nby: [sex]", stories, DisclosureRules.Default);
        foreach (IGrouping<(string, string), PeopleRow> group in picture.Rows.Where(r => r.By == "sex").GroupBy(r => (r.By, r.Group)))
            group.Select(r => r.People.IsWithheld).Distinct().Count().ShouldBe(1, $"{group.Key}");
        picture.Rows.Single(r => r.By == "sex" && r.Group == "female" && r.Each == "X").With!.Value.IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public void In_each_whole_year_a_person_counts_once_with_the_class_that_goes_before()
    {
        string[] stories =
        [
            "sentence 2014-04-10 disposal=fine, 2014-12-01 disposal=custody, 2015-06-01 disposal=fine",
            "sentence 2014-05-01 disposal=fine, 2014-06-01 disposal=discharge",
            "sentence 2016-03-20 disposal=custody",
            "sentence 2016-04-05 disposal=custody", // in a year of which the records have days only
            "arrest 2014-05-01",
        ];
        PeoplePicture picture = Draw("shows: yearly\nkinds: sentence\nclasses:\n  - { name: Custody, where: \"disposal = 'custody'\" }\n  - { name: Fine, where: \"disposal = 'fine'\" }", stories);
        Figures(picture, "year").ShouldBe([("2014/15", "Custody", 1, 2), ("2014/15", "Fine", 1, 2), ("2015/16", "Custody", 1, 2), ("2015/16", "Fine", 1, 2)]);
        picture.All.People.Shown.ShouldBe(4);
        Draw("shows: yearly\nkinds: sentence\nkinds_where: \"disposal = 'discharge'\"\nclasses:\n  - { name: Fine, where: \"disposal = 'fine'\" }", stories).All.People.Shown.ShouldBe(0); // one event covers no year
    }

    [Fact]
    public void Who_is_at_the_top_again_is_counted_from_year_to_year()
    {
        string Arrests(int year, int many) => string.Join(", ", Enumerable.Range(0, many).Select(n => $"{year}-{1 + (n % 12):00}-{1 + n:00}"));
        string[] stories =
        [
            $"arrest {Arrests(2014, 13)}, {Arrests(2015, 13)}", $"arrest {Arrests(2014, 9)}", .. Enumerable.Range(0, 18).Select(n => $"arrest 2014-0{1 + (n % 9)}-03, 2015-12-30"),
        ];
        PeoplePicture picture = Draw("shows: persistence\nkinds: arrest\ntop: 10\nyear_begins: 1", stories);
        (picture.All.With!.Value.Shown, picture.All.People.Shown).ShouldBe((1L, 2L));
        Figures(picture, "year").ShouldBe([("2014 to 2015", "Top 10%", 1, 2), ("2014 to 2015", "Others with any", 0, 18)]);
        PeopleFinding.Of(picture).ShouldBe("t: of the 10% with the most events in a year, 50.0% are among them the next year; of others with any, 0.0%.");
    }

    [Fact]
    public void The_least_of_the_top_agrees_with_the_plain_twin_on_random_years()
    {
        Random random = new(11);
        for (int round = 0; round < 400; round++)
        {
            int people = random.Next(0, 40), years = random.Next(1, 4), year = random.Next(years), most = random.Next(1, 8);
            int[] counts = [.. Enumerable.Range(0, people * years).Select(_ => random.Next(0, most))];
            double share = random.Next(1, 60);
            int[] own = [.. Enumerable.Range(0, people).Select(p => counts[(p * years) + year]).Where(c => c > 0)];
            int allowed = (int)Math.Ceiling((own.Length * share / 100) - 1e-9);
            int expected = Enumerable.Range(1, most + 2).First(t => own.Count(c => c >= t) <= allowed);
            int least = YearKernel.Least(counts, years, year, share);
            own.Count(c => c >= least).ShouldBe(own.Count(c => c >= expected));
        }
    }

    [Fact]
    public void The_best_class_and_the_number_of_a_year_agree_with_the_plain_twin()
    {
        Random random = new(5);
        for (int round = 0; round < 200; round++)
        {
            int n = random.Next(0, 60), people = 5, years = 3;
            int[] person = [.. Enumerable.Range(0, n).Select(_ => random.Next(people))], year = [.. person.Select(_ => random.Next(-1, years))], place = [.. person.Select(_ => random.Next(4))];
            int[] best = new int[people * years], counts = new int[people * years];
            YearKernel.Best(person, year, place, years, best);
            YearKernel.Count(person, year, years, counts);
            for (int at = 0; at < best.Length; at++)
            {
                int[] own = [.. Enumerable.Range(0, n).Where(e => person[e] == at / years && year[e] == at % years).Select(e => place[e])];
                best[at].ShouldBe(own.Length == 0 ? -1 : own.Min());
                counts[at].ShouldBe(own.Length);
            }
        }
    }

    [Fact]
    public void Nights_and_severity_are_added_up_and_what_has_none_adds_nothing()
    {
        string[] stories = ["custody-spell 2015-01-01 to 2015-01-31, 2016-01-01", "custody-spell 2015-01-01 to 2015-01-11", "arrest 2015-01-01"];
        PeoplePicture nights = Draw("shows: events\nkinds: custody-spell\nadds: days", stories);
        (nights.All.Events!.Value.Shown, nights.All.With!.Value.Shown).ShouldBe((40L, 2L));
        nights.Notes.ShouldContain("1 events add nothing: they have no end yet.");
        PeoplePicture severity = Draw("shows: events\nkinds: conviction\nadds: severity", ["conviction 2015-01-01 offence=a, 2015-02-01 offence=b, 2015-03-01"]);
        severity.All.Events!.Value.Shown.ShouldBe(100);
        severity.Notes.ShouldContain("2 events add nothing: their offence has no weight.");
    }

    [Theory]
    [InlineData("shows: prevalence", "'each' is missing")]
    [InlineData("shows: mix\neach: [{ name: A }]", "'each[1].where' must be given, or a 'cohort'")]
    [InlineData("shows: mix\neach: [{ name: A, where: x, cohort: cared }]", "one of the two")]
    [InlineData("shows: mix\neach: [{ name: A, where: x }, { name: A, where: y }]", "holds two of one name")]
    [InlineData("shows: prevalence\neach: [{ name: A, where: x }]\nto: first(arrest)\ncohort: proven", "'within_days' must be")]
    [InlineData("shows: yearly\nkinds: sentence", "'classes' is missing")]
    [InlineData("shows: yearly\nkinds: sentence\nclasses: [{ name: A, where: x }]\nyear_begins: 13", "must be a month")]
    [InlineData("shows: persistence\ntop: 5", "'kinds' is missing")]
    [InlineData("shows: persistence\nkinds: arrest", "must be one share")]
    [InlineData("shows: concentration\nadds: days", "'kinds' is missing")]
    [InlineData("shows: people\nnumber_of: { name: things, cohorts: [] }", "'number_of.cohorts' is missing")]
    public void A_faulty_measure_is_refused_at_its_line(string rest, string says)
    {
        PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\n{rest}\n", "measures/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldContain(d => d.StartsWith("measures/m.yaml:") && d.Contains(says));
    }

    [Fact]
    public void A_cohort_that_is_not_there_is_refused_with_the_nearest_one() =>
        Try("shows: mix\neach: [{ name: A, cohort: careed }]", Stories, DisclosureRules.None, []).Refused(out Refusal? why, out _).ShouldBe(why?.Says.Contains("'cared'", StringComparison.Ordinal) == true);

    private static (string Group, string Each, long? With, long? People)[] Figures(PeoplePicture picture, string by) =>
        [.. picture.Rows.Where(r => r.By == by).Select(r => (r.Group, r.Each, r.With!.Value.Shown, r.People.Shown))];

    private static PeoplePicture Draw(string rest, string[]? stories = null, DisclosureRules? rules = null, string[]? also = null) => Try(rest, stories ?? Stories, rules ?? DisclosureRules.None, also ?? []).Value;

    private static Outcome<PeoplePicture> Try(string rest, string[] stories, DisclosureRules rules, string[] also)
    {
        PeopleMeasure measure = PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\n{rest}\n", "measures/m.yaml").Value;
        Cohort[] cohorts = [.. new[] { Proven, Cared, Missed }.Select(text => CohortFile.ReadText(text, "cohorts/c.yaml").Value)];
        CohortNames names = CohortNames.Of([.. also, "conviction", "looked-after", "missing-episode", "arrest", "sentence", "custody-spell"], ["sex", "x", "y", "disposal"]);
        return PeopleDrawing.Draw(measure, new PeopleSetting(StoryText.Read(stories).Value, cohorts, rules, Intervals.OfShare) { Also = names, Severity = code => code == "a" ? 100 : null });
    }
}
