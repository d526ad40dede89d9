using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>What goes with coming back, of stories: against a table counted by hand and known odds; what is too few, the same for all or not known; what must not leave.</summary>
public sealed partial class WhatGoesWithTests
{
    private const string Head = "shows: factors\ncohort: proven\nto: first(conviction, after index)\nwithin_days: 365\n";
    private const string OneThing = Head + "each: [{ name: Looked after, where: exists(looked-after) }]";
    private const string ThreeThings = Head + "each:\n  - { name: Looked after, where: exists(looked-after) }\n  - { name: Missing, where: exists(missing-episode) }\n  - { name: Noise, where: x = 1 }";

    [Fact]
    public void One_thing_has_the_odds_ratio_of_the_half_that_is_measured_with_a_half_added_to_each_cell()
    {
        (string[] stories, bool[] came, bool[][] has) = Made(400, 1);
        PeopleFactor factor = Factor(Draw(OneThing, stories), "Looked after");
        int[] half = SampleHalves.Of(came, 1).Fitting;
        double Cell(bool with, bool back) => 0.5 + half.Count(r => has[0][r] == with && came[r] == back);
        factor.State.ShouldBe(FactorState.Kept);
        factor.OddsRatio.Shown.ShouldBe(Math.Round(Cell(true, true) * Cell(false, false) / (Cell(true, false) * Cell(false, true)), 2));
    }

    // Looked after: odds 4 times; missing goes with it and does nothing of its own; noise goes with nothing.
    [Fact]
    public void Held_alike_the_thing_that_does_it_stands_out_and_the_one_that_only_goes_with_it_does_not()
    {
        (string[] stories, bool[] came, _) = Made(3000, 2);
        PeoplePicture picture = Draw(ThreeThings, stories, DisclosureRules.Default);
        PeopleFactor cared = Factor(picture, "Looked after");
        cared.Lower.Shown!.Value.ShouldBeLessThan(4);
        cared.Upper.Shown!.Value.ShouldBeGreaterThan(4);
        cared.Lower.Shown!.Value.ShouldBeGreaterThan(2);
        cared.Points.Shown!.Value.ShouldBeInRange(20, 40);
        Factor(picture, "Missing").IsBeyondChance.ShouldBeFalse();
        Factor(picture, "Noise").IsBeyondChance.ShouldBeFalse();
        string finding = PeopleFinding.Of(picture)!;
        finding.ShouldContain("what goes with it is looked after (odds ");
        finding.ShouldNotContain("missing");
        finding.ShouldNotContain("cause");
        picture.All.People.Shown.ShouldBe(3000);
        picture.All.With!.Value.Shown.ShouldBe((came.Count(c => c) + 2) / 5 * 5);
        picture.All.Model!.Auc.Shown!.Value.ShouldBeInRange(0.55, 0.75);
        picture.All.Model.Slope.Shown!.Value.ShouldBeInRange(0.8, 1.25);
        PeopleRow[] parts = [.. picture.Rows.Where(r => r.By == WhatGoesWith.ByFifth)];
        parts.Length.ShouldBeGreaterThan(1);
        parts.ShouldAllBe(p => Math.Abs(p.Foretold!.Value.Shown!.Value - p.Share!.Value.Value!.Value) < 0.08);
    }

    // Three people with it came back: no figure of it leaves, by any door.
    [Fact]
    public void A_thing_that_too_few_have_is_not_in_the_model_and_has_no_figure()
    {
        (string[] stories, bool[] came, _) = Made(600, 3);
        int[] few = [.. Enumerable.Range(0, 600).Where(r => came[r]).Take(3), .. Enumerable.Range(0, 600).Where(r => !came[r]).Take(60)];
        foreach (int r in few) stories[r] += "; rare 1";
        string measure = ThreeThings + "\n  - { name: Rare, where: rare = 1 }";
        PeoplePicture picture = Draw(measure, stories, DisclosureRules.Default);
        PeopleFactor rare = Factor(picture, "Rare");
        (rare.State, rare.OddsRatio.IsWithheld, rare.Points.IsWithheld, rare.Says).ShouldBe((FactorState.TooFew, true, true, "Too few to say"));
        JsonElement row = Json(picture).GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("group").GetString() == "Rare");
        row.GetProperty("state").GetString().ShouldBe("too-few");
        row.GetProperty("odds_ratio").ValueKind.ShouldBe(JsonValueKind.Null);
        Factor(Draw(measure, stories), "Rare").State.ShouldNotBe(FactorState.TooFew); // exact counts may be shown
    }

    // Every figure that leaves is rounded, and every count is a multiple of five or withheld.
    [Fact]
    public void No_figure_that_leaves_is_finer_than_the_rule()
    {
        (string[] stories, _, _) = Made(1500, 4);
        PeoplePicture picture = Draw(ThreeThings + "\nwith: [age, sex]", stories, DisclosureRules.Default);
        string json = Json(picture).GetRawText();
        foreach (JsonElement row in Json(picture).GetProperty("rows").EnumerateArray())
        {
            foreach (string count in new[] { "people", "with", "left_out" })
                if (row.TryGetProperty(count, out JsonElement n) && n.ValueKind == JsonValueKind.Number) (n.GetInt64() % 5 == 0 && n.GetInt64() >= 5).ShouldBeTrue(count);
            foreach (JsonProperty figure in row.EnumerateObject().Where(p => p.Name.StartsWith("odds", StringComparison.Ordinal) || p.Name.StartsWith("points", StringComparison.Ordinal) || p.Name is "auc" or "slope" or "in_the_large" or "foretold"))
                if (figure.Value.ValueKind == JsonValueKind.Number) Decimals().IsMatch(figure.Value.GetRawText()).ShouldBeTrue($"{figure.Name} {figure.Value.GetRawText()}");
        }
        json.ShouldNotContain("covariance");
        picture.ToTable().Rows.Count().ShouldBe(picture.Rows.Count);
    }

    [Theory]
    [InlineData(90, "Too few to tell 3 things apart: that needs 100 people")]
    [InlineData(0, "Nothing asked has enough people")]
    public void Of_too_few_people_nothing_is_said(int people, string says)
    {
        PeoplePicture picture = Draw(ThreeThings, Made(people, 5).Stories, DisclosureRules.None);
        if (people > 0) picture.Notes.ShouldContain(n => n.StartsWith(says, StringComparison.Ordinal));
        picture.All.Model.ShouldBeNull();
        picture.Rows.Where(r => r.Factor is not null).ShouldAllBe(r => r.Factor!.OddsRatio.IsWithheld && r.Factor.Points.IsWithheld);
        PeopleFinding.Of(picture)!.ShouldContain("too few to say what goes with it");
        picture.Rows.ShouldNotContain(r => r.By == WhatGoesWith.ByFifth);
    }

    // 400 people of whom 24 came back: fewer than ten for each of three things.
    [Fact]
    public void Of_too_few_who_came_back_nothing_is_said()
    {
        (string[] stories, bool[] came, _) = Made(400, 6);
        int[] back = [.. Enumerable.Range(0, 400).Where(r => came[r]).Skip(24)];
        foreach (int r in back) stories[r] = stories[r].Replace(", 2014-09-01", "", StringComparison.Ordinal);
        PeoplePicture picture = Draw(ThreeThings, stories);
        picture.All.With!.Value.Shown.ShouldBe(24);
        picture.All.Model.ShouldBeNull();
        picture.Notes.ShouldContain(n => n.Contains("30 who came back and 30 who did not", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_the_same_for_all_or_asked_twice_is_left_out_and_said_to_be()
    {
        (string[] stories, _, _) = Made(600, 7);
        PeoplePicture picture = Draw(ThreeThings + "\n  - { name: Anyone, where: exists(conviction) }\n  - { name: Cared again, where: exists(looked-after) }", stories);
        Factor(picture, "Anyone").State.ShouldBe(FactorState.Dropped);
        Factor(picture, "Cared again").State.ShouldBe(FactorState.Dropped);
        Factor(picture, "Looked after").State.ShouldBe(FactorState.Kept);
    }

    [Fact]
    public void Values_held_alike_stay_in_the_model_and_groups_stand_beside_the_largest()
    {
        (string[] stories, _, _) = Made(1500, 8);
        PeoplePicture picture = Draw(ThreeThings + "\nwith: [age, sex, area]", stories, DisclosureRules.Default);
        Factor(picture, "Age").State.ShouldBe(FactorState.HeldAlike);
        Factor(picture, "Sex: male").State.ShouldBe(FactorState.Beside);
        Factor(picture, "Sex: female").State.ShouldBe(FactorState.HeldAlike);
        // Four people of one area and three of another: put together, and still too few.
        Factor(picture, "Area: all others").State.ShouldBe(FactorState.TooFew);
        picture.Rows.Select(r => r.Group).ShouldNotContain("Area: w");
        picture.Rows.Where(r => r.Factor is not null).SkipWhile(r => !r.Factor!.IsHeldAlike).ShouldAllBe(r => r.Factor!.IsHeldAlike);
    }

    [Fact]
    public void People_of_whom_something_is_not_known_are_left_out_and_counted()
    {
        (string[] stories, _, _) = Made(600, 9);
        for (int r = 0; r < 20; r++) stories[r] = stories[r].Replace("; age ", "; old ", StringComparison.Ordinal);
        PeoplePicture picture = Draw(ThreeThings + "\nwith: age", stories);
        picture.All.People.Shown.ShouldBe(580);
        picture.All.LeftOut!.Value.Shown.ShouldBe(20);
        picture.Notes.ShouldContain("20 people of whom something asked is not known are left out.");
    }

    [Fact]
    public void The_same_seed_and_any_number_of_threads_give_the_same_figures()
    {
        (string[] stories, _, _) = Made(1200, 10);
        string one = Json(Draw(ThreeThings, stories, threads: 1)).GetRawText();
        Json(Draw(ThreeThings, stories, threads: 4)).GetRawText().ShouldBe(one);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (commas.NumberFormat.NumberDecimalSeparator, commas.NumberFormat.NegativeSign) = (",", "~");
        CultureInfo.CurrentCulture = commas;
        try { Json(Draw(ThreeThings, stories)).GetRawText().ShouldBe(one); }
        finally { CultureInfo.CurrentCulture = before; }
        Json(Draw(ThreeThings + "\nseed: 2", stories)).GetProperty("rows").GetRawText().ShouldNotBe(JsonDocument.Parse(one).RootElement.GetProperty("rows").GetRawText());
    }

    [Theory]
    [InlineData("shows: factors\ncohort: proven\nto: first(conviction)\nwithin_days: 365", "'each' is missing")]
    [InlineData("shows: factors\ncohort: proven\nwithin_days: 365\neach: [{ name: A, where: x }]", "'to' is missing")]
    [InlineData("shows: factors\nto: first(conviction)\nwithin_days: 365\neach: [{ name: A, where: x }]", "'cohort' is missing")]
    [InlineData("shows: factors\ncohort: proven\nto: first(conviction)\neach: [{ name: A, where: x }]", "'within_days' must be")]
    [InlineData(OneThing + "\nby: sex", "'by' is not for factors")]
    [InlineData(OneThing + "\nseed: -1", "'seed' must be a whole number")]
    [InlineData(OneThing + "\nwith: \"age on\"", "'with' 'age on'")]
    public void A_faulty_measure_is_refused_at_its_line(string rest, string says)
    {
        PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\n{rest}\n", "measures/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }

    [Fact]
    public void A_day_cannot_be_held_alike() =>
        Try(ThreeThings + "\nwith: first(conviction)", Made(200, 11).Stories, DisclosureRules.None, 1).Refused(out Refusal? why, out _).ShouldBe(why?.Code == "PICTURE-43");

    // Looked after three in ten, with odds 4 times as high; missing in two of three of them and one in ten others; noise four in ten. Area: all v but seven.
    private static (string[] Stories, bool[] Came, bool[][] Has) Made(int people, int seed)
    {
        bool[] came = new bool[people];
        bool[][] has = [new bool[people], new bool[people], new bool[people]];
        string[] stories = new string[people];
        for (int p = 0; p < people; p++)
        {
            Chance chance = new((ulong)seed, (ulong)p, 78);
            has[0][p] = chance.Happens(0.3);
            has[1][p] = chance.Happens(has[0][p] ? 0.65 : 0.1);
            has[2][p] = chance.Happens(0.4);
            came[p] = chance.Happens(1 / (1 + Math.Exp(1.2 - (has[0][p] ? Math.Log(4) : 0))));
            StringBuilder story = new();
            story.Append(chance.Happens(0.7) ? "sex male" : "sex female").Append("; age ").Append(18 + chance.Below(40)).Append("; area ").Append(p % 400 == 1 ? "u" : p % 500 == 2 ? "w" : "v").Append("; x ").Append(has[2][p] ? 1 : 2);
            if (has[0][p]) story.Append("; looked-after 2010-01-01");
            if (has[1][p]) story.Append("; missing-episode 2011-01-01");
            story.Append("; conviction 2014-06-01").Append(came[p] ? ", 2014-09-01" : "");
            stories[p] = story.ToString();
        }
        return (stories, came, has);
    }

    private static PeopleFactor Factor(PeoplePicture picture, string name) => picture.Rows.Single(r => r.Group == name && r.Factor is not null).Factor!;

    private static JsonElement Json(PeoplePicture picture)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream)) PeopleJson.Write(writer, picture);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static PeoplePicture Draw(string rest, string[] stories, DisclosureRules? rules = null, int threads = 2) => Try(rest, stories, rules ?? DisclosureRules.None, threads).Value;

    // One more person, outside the cohort, so that everyone is followed long enough.
    private static Outcome<PeoplePicture> Try(string rest, string[] stories, DisclosureRules rules, int threads)
    {
        PeopleMeasure measure = PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\n{rest}\n", "measures/m.yaml").Value;
        Cohort[] cohorts = [CohortFile.ReadText("id: proven\ntitle: Proven\nsource: ours\nindex: first(conviction)\n", "cohorts/c.yaml").Value];
        CohortNames names = CohortNames.Of(["conviction", "looked-after", "missing-episode", "arrest"], ["sex", "x", "age", "area", "rare"]);
        return PeopleDrawing.Draw(measure, new PeopleSetting(StoryText.Read([.. stories, "arrest 2018-01-01"]).Value, cohorts, rules, Intervals.OfShare) { Also = names, Threads = threads });
    }

    [GeneratedRegex(@"^-?\d+(\.\d{1,2})?$")]
    private static partial Regex Decimals();
}
