using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>The evidence register: what is shipped, faults, a place's own entries, effects with a distribution, and local results shrunk towards what is published.</summary>
public sealed class RegisterTests : IDisposable
{
    private static readonly string Vocabulary = Path.Combine(TestData.Root, "vocabulary");

    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-register-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_shipped_entry_has_a_source_and_what_was_not_checked_says_why()
    {
        EvidenceRegister register = EvidenceRegister.ReadAll(Vocabulary).Value;
        register.Entries.Count.ShouldBeGreaterThanOrEqualTo(50);
        register.Entries.Count(e => !register.Find(e.Id).Refused(out _, out _)).ShouldBeGreaterThanOrEqualTo(28);
        register.Entries.Where(e => e.IsVerified).ShouldAllBe(e => e.Read.Length > 10);
        register.Entries.ShouldAllBe(e => e.HasInterval || !e.IsDerived);
        register.Entries.ShouldAllBe(e => e.Source.Length > 20 && e.Reference.Length > 8 && !e.IsLocal);
        register.Entries.Where(e => !e.IsVerified).ShouldAllBe(e => e.Note.Contains("not read", StringComparison.Ordinal));
    }

    [Fact]
    public void An_effect_is_named_by_its_id_and_has_a_distribution_on_its_scale()
    {
        EvidenceRegister register = EvidenceRegister.ReadAll(Vocabulary).Value;
        RegisterEffect effect = register.Find("evidence:scared-straight").Value;
        effect.Scale.ShouldBe(RegisterScale.LogOddsRatio);
        effect.Mean.ShouldBe(Math.Log(1.68), 1e-12);
        effect.StandardError.ShouldBe((Math.Log(2.36) - Math.Log(1.20)) / (2 * 1.959963985), 1e-8);
        effect.At(0.5).ShouldBe(effect.Mean, 1e-9);
        effect.Applied(0.4, Math.Log(1.68))!.Value.ShouldBe(1.68 * (0.4 / 0.6) / (1 + (1.68 * (0.4 / 0.6))), 1e-12);
        register.Find("evidence:cbt-adults").Value.At(0.975).ShouldBe(-Math.Log(1.28), 0.002);
        Why(register.Find("drug-courts-adults")).Code.ShouldBe("REGISTER-03");
        Why(register.Find("cbt-adult")).Says.ShouldContain("Did you mean 'cbt-adults'");
    }

    // What the sources give, put through the formula that the entry states.
    [Theory]
    [InlineData("prison-education-trust", 0.18, 9041, 2)]
    [InlineData("clink", 0.12, 258, 2)]
    [InlineData("brighton-womens-centre", 0.25, 114, 1)]
    public void An_interval_of_the_data_lab_follows_from_its_rate_its_number_and_its_rounding(string id, double rate, int people, int rounded)
    {
        RegisterEntry entry = EvidenceRegister.ReadAll(Vocabulary).Value.Entry(id).Value;
        double reach = 1.96 * Math.Sqrt((10000 * rate * (1 - rate) / people) + (rounded / 12.0));
        entry.Lower!.Value.ShouldBe(entry.Effect!.Value - reach, 0.051);
        entry.Upper!.Value.ShouldBe(entry.Effect!.Value + reach, 0.051);
        entry.IntervalIs().ShouldBe("worked out here");
    }

    // The counts of the seven trials: offended and all, of those who went and of those who did not.
    [Fact]
    public void The_interval_of_Scared_Straight_follows_from_the_counts_of_its_trials()
    {
        (int, int, int, int)[] trials = [(19, 46, 4, 35), (16, 94, 8, 67), (43, 53, 37, 55), (12, 28, 5, 30), (16, 39, 16, 41), (14, 39, 11, 40), (27, 137, 17, 90)];
        double r = 0, s = 0, pr = 0, psqr = 0, qs = 0;
        foreach ((int a, int n1, int c, int n2) in trials)
        {
            double n = n1 + n2, b = n1 - a, d = n2 - c, ri = a * d / n, si = b * c / n, p = (a + d) / n;
            (r, s, pr, psqr, qs) = (r + ri, s + si, pr + (p * ri), psqr + (p * si) + ((1 - p) * ri), qs + ((1 - p) * si));
        }
        double error = Math.Sqrt((pr / (2 * r * r)) + (psqr / (2 * r * s)) + (qs / (2 * s * s)));
        RegisterEntry entry = EvidenceRegister.ReadAll(Vocabulary).Value.Entry("scared-straight").Value;
        (entry.Effect, entry.Lower, entry.Upper).ShouldBe((Math.Round(r / s, 2), Math.Round(r / s * Math.Exp(-1.96 * error), 2), Math.Round(r / s * Math.Exp(1.96 * error), 2)));
    }

    [Fact]
    public void What_is_worked_out_says_so_and_needs_an_interval()
    {
        RegisterEntry entry = EvidenceRegister.ReadText(Text("a", "points", -5, -9, -1, "derived: by hand\nfollow_up: one year\nread: in a test"), "a.yaml").Value;
        entry.InWords().ShouldBe("−5 points (95% interval −9 to −1, worked out here)");
        (entry.IntervalIs(), entry.FollowUp, entry.Read).ShouldBe(("worked out here", "one year", "in a test"));
        string[] without = [.. Text("a", "points", -5, -9, -1, "derived: by hand").Split('\n').Where(l => !l.StartsWith("lower", StringComparison.Ordinal) && !l.StartsWith("upper", StringComparison.Ordinal))];
        Why(EvidenceRegister.ReadText(string.Join('\n', without), "a.yaml")).Details.Single().ShouldContain("'derived'");
    }

    [Fact]
    public void A_figure_of_success_is_turned_round()
    {
        RegisterEntry entry = EvidenceRegister.ReadText(Text("a", "odds ratio", 1.5, 1.25, 2.0, "higher_is: better"), "a.yaml").Value;
        entry.Shown(1.5).ShouldBe(1 / 1.5, 1e-12);
        entry.InWords().ShouldBe("odds ratio 0.67 (95% interval 0.50 to 0.80)");
        EvidenceRegister.ReadText(Text("a", "points", 5, 1, 9, "higher_is: better"), "a.yaml").Value.Shown(5).ShouldBe(-5);
        Why(EvidenceRegister.ReadText(Text("a", "risk ratio", 1.6, 1.25, 2.0, "higher_is: better"), "a.yaml")).Details.Single().ShouldContain("higher_is");
    }

    [Theory]
    [InlineData("quality: 7", "a.yaml:", "quality")]
    [InlineData("verified: maybe", "a.yaml:", "verified")]
    [InlineData("upper: 0.5", "a.yaml:", "lower")]
    [InlineData("effect: -1", "a.yaml:", "effect")]
    [InlineData("year: 13", "a.yaml:", "year")]
    [InlineData("id: A b", "a.yaml:", "id")]
    [InlineData("outcom: x", "a.yaml:", "outcom")]
    public void Faults_are_told_with_file_line_and_key(string line, string file, string key)
    {
        string[] lines = [.. Text("a", "odds ratio", 0.8, 0.7, 0.9).Split('\n').Where(l => !l.StartsWith(line.Split(' ')[0], StringComparison.Ordinal)), line];
        Refusal why = Why(EvidenceRegister.ReadText(string.Join('\n', lines), "a.yaml"));
        why.Details.ShouldContain(d => d.StartsWith(file, StringComparison.Ordinal) && d.Contains($"'{key}'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_stands_over_the_vocabulary_and_two_files_of_one_id_are_a_fault()
    {
        Write("mine.yaml", Text("scared-straight", "odds ratio", 1.1, 0.9, 1.3));
        RegisterEntry own = EvidenceRegister.ReadAll(Vocabulary, folder).Value.Entry("scared-straight").Value;
        (own.Effect, own.File).ShouldBe((1.1, "evidence/mine.yaml"));
        Write("again.yaml", Text("scared-straight", "odds ratio", 1.2, 0.9, 1.4));
        Why(EvidenceRegister.ReadAll(Vocabulary, folder)).Details.Single().ShouldContain("scared-straight");
    }

    [Fact]
    public void A_local_result_is_drawn_towards_what_is_published_by_the_weights_shown()
    {
        // Three published, and a local one: the prior is metafor's by hand; tau and the mean are those of Synthesis, tested elsewhere.
        Write("one.yaml", Text("one", "risk ratio", 0.8, 0.7, 0.914));
        Write("two.yaml", Text("two", "risk ratio", 0.9, 0.8, 1.0125));
        Write("three.yaml", Text("three", "risk ratio", 0.6, 0.5, 0.72));
        Write("here.yaml", Text("here", "risk ratio", 0.5, 0.25, 1.0, "local: true"));
        EvidenceRegister register = EvidenceRegister.ReadAll(folder).Value;
        RegisterCombined combined = register.Combine(register.Entry("here").Value).Value;
        double[] y = [.. combined.Published.Select(p => register.Find(p.Entry.Id).Value.Mean)], v = [.. combined.Published.Select(p => Math.Pow(register.Find(p.Entry.Id).Value.StandardError, 2) + Math.Pow(combined.Tau, 2))];
        double mean = y.Zip(v, (a, b) => a / b).Sum() / v.Sum(b => 1 / b), error = Math.Sqrt((1 / v.Sum(b => 1 / b)) + Math.Pow(combined.Tau, 2));
        RegisterEffect own = register.Find("here").Value;
        double weight = error * error / ((error * error) + (own.StandardError * own.StandardError));
        combined.Prior.Mean.ShouldBe(mean, 1e-9);
        combined.LocalWeight.ShouldBe(weight, 1e-9);
        combined.Effect.Mean.ShouldBe((weight * own.Mean) + ((1 - weight) * mean), 1e-9);
        combined.Effect.StandardError.ShouldBe(own.StandardError * Math.Sqrt(weight), 1e-9);
        (combined.LocalWeight + combined.Published.Sum(p => p.Weight)).ShouldBe(1, 1e-12);
        combined.Effect.Mean.ShouldBeInRange(own.Mean, mean);
    }

    [Fact]
    public void Nothing_is_combined_where_nothing_fits()
    {
        Write("here.yaml", Text("here", "risk ratio", 0.5, 0.25, 1.0, "local: true"));
        EvidenceRegister alone = EvidenceRegister.ReadAll(folder).Value;
        Why(alone.Combine(alone.Entry("here").Value)).Code.ShouldBe("REGISTER-05");
        Write("one.yaml", Text("one", "risk ratio", 0.8, 0.7, 0.914));
        EvidenceRegister one = EvidenceRegister.ReadAll(folder).Value;
        Why(one.Combine(one.Entry("here").Value)).Code.ShouldBe("REGISTER-06");
        Why(one.Combine(one.Entry("one").Value)).Code.ShouldBe("REGISTER-04");
        Write("one.yaml", Text("one", "risk ratio", 0.8, 0.7, 0.914, "spread: 0.2"));
        EvidenceRegister spread = EvidenceRegister.ReadAll(folder).Value;
        spread.Combine(spread.Entry("here").Value).Value.Tau.ShouldBe(0.2);
    }

    private static string Text(string id, string measure, double effect, double lower, double upper, string more = "note: made for a test") => FormattableString.Invariant(
        $"id: {id}\ntitle: Made\nintervention: made\npopulation: anyone\noutcome: reoffending\nmeasure: {measure}\neffect: {effect}\nlower: {lower}\nupper: {upper}\ndesign: trial\nquality: 5\nplace: nowhere\nyear: 2020\nsource: Made for a test\nreference: none at all\nverified: yes\n{more}\n");

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "evidence"));
        File.WriteAllText(Path.Combine(folder, "evidence", name), text);
    }

    private static Refusal Why<T>(Outcome<T> outcome)
    {
        outcome.Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!;
    }
}
