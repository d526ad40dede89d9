using Shiremoot.Futures;
using Shiremoot.Futures.Learning;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>Numbers of a model learned from stories: people made from them are like those they were learned from. At full size by bench/run learned.</summary>
public sealed class StoryCalibrationTests(ITestOutputHelper output)
{
    private const double Level = 0.01;
    private static readonly LearnedProof Proof = new(TestData.Root, "west-midlands", 6_000, 12);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void People_made_from_what_was_learned_are_like_those_it_was_learned_from(bool isUnlike)
    {
        ProofRun run = Proof.Run(isUnlike ? LearnedProof.Unlike : null, 1, 1001);
        for (int i = 0; i < TenSummaries.Names.Count; i++) output.WriteLine($"{TenSummaries.Names[i]}: {run.Seen[i]:G4}, {run.Made[i]:G4}, P {run.P[i]:0.000}; as it stood {run.Before[i]:G4}, P {run.PBefore[i]:G3}");
        run.Held.ShouldAllBe(p => p >= Level);

        // A test that finds no difference anywhere proves nothing: the model as it stood is told apart where the place is unlike it.
        if (isUnlike) run.HeldBefore.Count(p => p < Level).ShouldBeGreaterThanOrEqualTo(5);
        SystemModel made = Proof.Over(isUnlike ? LearnedProof.Unlike : null);
        (LearnedNumber Number, double? Truth)[] known = [.. run.Learned.Numbers.Select(n => (n, LearnedTruth.Of(made, Proof.Own, run.Learned, n))).Where(n => n.Item2 is not null)];
        known.Length.ShouldBeGreaterThan(50);
        foreach ((LearnedNumber n, double? truth) in known.Where(k => k.Truth < k.Number.Lower || k.Truth > k.Number.Upper)) output.WriteLine($"outside: {n.Title} {n.Value:G4} ({n.Lower:G4} to {n.Upper:G4}), {truth:G4}");
        known.Count(k => k.Truth >= k.Number.Lower && k.Truth <= k.Number.Upper).ShouldBeGreaterThanOrEqualTo((int)(0.88 * known.Length)); // of 60 at 95%, 53: five standard deviations down
        known.Count(k => k.Truth * 1.5 >= k.Number.Lower && k.Truth * 1.5 <= k.Number.Upper).ShouldBeLessThan(known.Length / 2);
    }

    // The extracts of agencies by their feeds, mistakes and planted rows and all: what the product reads.
    [Fact]
    public void Numbers_that_made_the_people_are_learned_from_their_extracts()
    {
        LearnedModel learned = Proof.Learn(Recovery.MadeRun.Of(TestData.Root, "west-midlands", 6_000, 12, 2).Stories);
        (LearnedNumber Number, double? Truth)[] known = [.. learned.Numbers.Select(n => (n, LearnedTruth.Of(Proof.Own, Proof.Own, learned, n))).Where(n => n.Item2 is not null)];
        foreach ((LearnedNumber n, double? truth) in known.Where(k => k.Truth < k.Number.Lower || k.Truth > k.Number.Upper)) output.WriteLine($"outside: {n.Title} {n.Value:G4} ({n.Lower:G4} to {n.Upper:G4}), {truth:G4}");
        learned.Numbers.Select(n => n.Title).ShouldContain("decision to community-resolution, share");
        known.Length.ShouldBeGreaterThan(50);
        known.Count(k => k.Truth >= k.Number.Lower && k.Truth <= k.Number.Upper).ShouldBeGreaterThanOrEqualTo((int)(0.88 * known.Length));
    }

    [Fact]
    public void What_is_written_is_a_layer_of_a_model_and_holds_no_person()
    {
        LearnedModel learned = Proof.Learn(Proof.Make(Proof.Own, 3));
        learned.Origin.ShouldBe(Origin.Generated);
        learned.Yaml.ShouldContain("GENERATED");
        learned.Numbers.ShouldAllBe(n => n.People.Shown >= 10 && n.People.Shown % 5 == 0 && n.Lower <= n.Value && n.Value <= n.Upper);
        learned.Numbers.Select(n => n.Title).Distinct().Count().ShouldBe(learned.Numbers.Count);
        SystemModel over = Proof.Over(learned.Yaml);
        foreach (LearnedNumber n in learned.Numbers.Where(n => n.Key == "share"))
            over.Stages.Single(s => s.Id == n.Stage).Routes.Single(r => r.To >= 0 ? over.Stages[r.To].Id == n.Way : n.Way == "leaves").Share.ShouldBe(double.Parse(n.Written(n.Value), System.Globalization.CultureInfo.InvariantCulture));
        learned.Kept.Select(k => k.What).ShouldContain("entry: frailty");
        learned.Kept.Single(k => k.What == "at-risk to will-return").Why.ShouldContain("frailty");
        learned.Kept.ShouldAllBe(k => k.Why.Length > 0);
        Proof.Learn(Proof.Make(Proof.Own, 3)).Yaml.ShouldBe(learned.Yaml);
    }

    // Coming back is told where it hangs on nothing unseen and the records are long enough.
    [Fact]
    public void A_return_that_hangs_on_nothing_unseen_is_learned_with_how_long_it_takes()
    {
        string back = SmallModels.Returning("0.6", 200).Replace("fixed: 200", "exponential: 200"), other = SmallModels.Returning("1.5", 60).Replace("fixed: 60", "exponential: 60");
        (SystemModel truth, SystemModel own) = (SmallModels.Model(back), SmallModels.Model(other));
        Stories seen = LivesAsStories.Make(truth, SmallModels.Read(SmallModels.Settings, truth), 4_000, 10, 5);
        LearnedModel learned = StoryCalibration.Learn(own, seen, DisclosureRules.Default, "small").Value;
        LearnedNumber days = learned.Numbers.Single(n => n.Key == "days.exponential");
        days.Lower.ShouldBeInRange(180, 200);
        days.Upper.ShouldBeInRange(200, 220);
        // Of those who come back or leave, half come back: weights that count against each other, one kept as it was.
        LearnedNumber share = learned.Numbers.Single(n => n.Key == "share");
        double kept = share.Way == "leaves" ? 1.5 : 0.6;
        share.Lower.ShouldBeLessThan(kept);
        share.Upper.ShouldBeGreaterThan(kept);
        (share.Upper / share.Lower).ShouldBeLessThan(1.3);
    }

    [Fact]
    public void Without_stories_or_with_too_few_people_nothing_is_learned()
    {
        Stories none = LivesAsStories.Write(Proof.Own, []);
        StoryCalibration.Learn(Proof.Own, none, DisclosureRules.Default, "nowhere").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("FUTURES-17");
        StoryCalibration.Learn(Proof.Own, Arrested(9), DisclosureRules.Default, "nowhere").Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("FUTURES-18");
        LearnedModel ten = StoryCalibration.Learn(Proof.Own, Arrested(10), DisclosureRules.Default, "nowhere").Value;
        ten.Numbers.ShouldAllBe(n => n.People.Shown == 10);
        ten.Kept.ShouldContain(k => k.What == "arrest: days" && k.Why.StartsWith("fewer than 10", StringComparison.Ordinal));
        Should.NotThrow(() => Proof.Over(ten.Yaml));
    }

    [Fact]
    public void A_stage_that_no_record_shows_stays_as_it_was_and_is_said_to()
    {
        Stories all = Proof.Make(Proof.Own, 4);
        Stories some = new(all.Sources, all.OfPeople, [.. all.OfEvents.Select(c => c.Name == "kind" ? StoryColumn.OfWords("kind", c.Codes, [.. c.Words.Select(w => w is "trial" or "recall" ? "unheard-of-" + w : w)]) : c)], all.First, all.MinuteCells);
        LearnedModel learned = StoryCalibration.Learn(Proof.Own, some, DisclosureRules.Default, "no trials").Value;
        learned.Kept.ShouldContain(k => k.What == "trial" && k.Why == "no record shows this stage");
        learned.Kept.ShouldContain(k => k.What == "crown-court: days");
        learned.Numbers.ShouldNotContain(n => n.Stage == "crown-court" || n.Stage == "trial");
        Should.NotThrow(() => Proof.Over(learned.Yaml));
    }

    [Fact]
    public void A_model_in_which_no_case_begins_cannot_be_set_beside_stories()
    {
        SystemModel model = Proof.Own with { Stages = [.. Proof.Own.Stages.Select(s => s with { IsOffence = false })] };
        StoryCalibration.Learn(model, Arrested(20), DisclosureRules.Default, "nowhere").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("FUTURES-16");
    }

    // Remission of leukaemia under 6-mercaptopurine (E. J. Freireich and others, 1963) in hundredths of weeks, so that whole days hardly matter; survreg of R's survival 3.5 gives the rest.
    [Theory]
    [InlineData(LastingShape.Exponential, 3988.889, 0, 0.3333333)]
    [InlineData(LastingShape.Weibull, 3094.712, 1.3537346, 0)]
    [InlineData(LastingShape.LogNormal, 3972.651, 0.9787248, 0)]
    public void Lengths_under_censoring_are_those_of_another_program(LastingShape shape, double mean, double spread, double error)
    {
        int[] weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35], over = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
        FittedWait found = new WaitLikelihood(weeks.Zip(over, (w, o) => (w * 100, o == 1)), isCut: false).Fit(shape);
        found.Lasts.Mean.ShouldBe(mean, mean * 0.001);
        if (spread > 0) found.Lasts.Spread.ShouldBe(spread, 0.002);
        if (error > 0) (Math.Log(found.Mean.Upper / found.Mean.Lower) / 3.919928).ShouldBe(error, 0.001);
        else (Math.Log(found.Spread.Upper / found.Spread.Lower) / 3.919928).ShouldBe(shape == LastingShape.Weibull ? 0.278398 : 0.256039, 0.002);
    }

    [Theory]
    [InlineData(LastingShape.Exponential, 3, 0)]
    [InlineData(LastingShape.Weibull, 45, 1.6)]
    [InlineData(LastingShape.Weibull, 20, 0.8)]
    [InlineData(LastingShape.LogNormal, 27, 0.8)]
    public void Lengths_are_found_again_in_whole_days_some_not_over(LastingShape shape, double mean, double spread)
    {
        Lasting truth = new(shape, mean, spread);
        Chance chance = new(1, 2, 3);
        List<(int, bool)> waits = [];
        for (int i = 0; i < 20_000; i++)
        {
            (double start, double length, int seen) = (chance.Share(), truth.Draw(ref chance), (int)(mean * (0.5 + (3 * chance.Share()))));
            int end = (int)(start + length);
            waits.Add(start + length < seen ? (end, true) : (seen, false));
        }
        FittedWait found = new WaitLikelihood(waits, isCut: false).Fit(shape);
        found.Mean.Lower.ShouldBeLessThan(mean * 1.01);
        found.Mean.Upper.ShouldBeGreaterThan(mean * 0.99);
        (found.Mean.Upper / found.Mean.Lower).ShouldBeLessThan(1.1);
        if (spread == 0) return;
        found.Lasts.Spread.ShouldBe(spread, 0.03 * spread);
        FittedWait[] all = [.. new[] { LastingShape.Exponential, LastingShape.Weibull, LastingShape.LogNormal }.Select(new WaitLikelihood(waits, isCut: false).Fit)];
        all.MinBy(f => f.Akaike)!.Lasts.Shape.ShouldBe(shape);
    }

    // S. Holm (1979) on four P values, and a test of two shares, worked out by hand.
    [Fact]
    public void The_tests_of_two_samples_are_those_of_the_books()
    {
        TwoSamples.Holm([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.03, 0.06, 0.06, 0.02], 1e-12);
        (double, double)[] Of(int part, int whole) => [.. Enumerable.Range(0, whole).Select(i => (i < part ? 1.0 : 0, 1.0))];
        double z = (0.3 - 0.36) / Math.Sqrt((0.3 * 0.7 / 200) + (0.36 * 0.64 / 250));
        TwoSamples.Shares(Of(60, 200), Of(90, 250)).ShouldBe(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, z), 1e-9);
        TwoSamples.Means([1, 2, 3, 4], [1, 2, 3, 4]).ShouldBe(1);
        TwoSamples.Medians([.. Enumerable.Range(0, 200).Select(i => (double)i)], [.. Enumerable.Range(100, 200).Select(i => (double)i)]).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void A_length_of_another_shape_takes_the_place_of_the_models()
    {
        ModelStage stage = Proof.Over("stages: [{ id: arrest, days: { weibull: 12, shape: 0.9 } }]").Stages.Single(s => s.Id == "arrest");
        stage.Days.ShouldBe(new Lasting(LastingShape.Weibull, 12, 0.9));
        Proof.Over("stages: [{ id: crown-court, days: { lognormal: 140 } }]").Stages.Single(s => s.Id == "crown-court").Days!.Spread.ShouldBe(0.7);
    }

    [Fact]
    public void A_layer_in_the_places_folder_lies_over_its_model_and_leaves_its_calibration_as_it_is()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shiremoot-learned");
        try
        {
            string place = Path.Combine(TestData.Root, "places", "west-midlands");
            foreach (string name in new[] { "place.yaml", "model.yaml", "generate.yaml", "calibration.yaml" }) File.Copy(Path.Combine(place, name), Path.Combine(folder.FullName, name));
            string country = Path.Combine(TestData.Root, "vocabulary");
            string mark = GenerationFiles.Open(folder.FullName, country).Value.Mark;
            File.WriteAllText(Path.Combine(folder.FullName, "learned.yaml"), "entry: { women_share: 0.31 }\n");
            GenerationFiles with = GenerationFiles.Open(folder.FullName, country).Value;
            with.Mark.ShouldBe(mark);
            with.ModelLearned(new Dictionary<string, double>()).Value.Entry.Women.ShouldBe(0.31);
            with.Model(new Dictionary<string, double>()).Value.Entry.Women.ShouldBe(0.135);
            with.ModelLayers.Count.ShouldBe(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Stories Arrested(int people) => LivesAsStories.Write(Proof.Own, Enumerable.Range(0, people).Select(p =>
        (-8000, p % 2 == 0, new[] { ("arrest", "", 16_000 + (30 * p), Days.Unknown, "04600", 15_990 + (30 * p), 0) })));
}
