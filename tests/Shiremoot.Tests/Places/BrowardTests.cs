using Shiremoot.Picture;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>The published figures of the Broward records, by way of feed, cohort and measure files alone.</summary>
[Trait("kind", "golden")]
public sealed class BrowardTests
{
    private const string Data = "compas-broward/compas_scores_two_years_pseudonymised.csv.gz";

    [DataFact(Data)]
    public void The_published_figures_come_out()
    {
        using PublicPlace broward = new("broward", TestStore.Sqlite);
        broward.Receipts.Single().RowsAccepted.ShouldBe(7214);
        broward.Receipts.Single().RowsQuarantined.ShouldBe(0);
        broward.Draw("people").All.People.Shown.ShouldBe(7214);
        PeoplePicture filtered = broward.Draw("people-published-filter");
        filtered.All.People.Shown.ShouldBe(6172);
        filtered.Rows.Single(r => r.By == "sex" && r.Group == "female").People.Shown.ShouldBe(1175);
        PeopleRow reoffended = broward.Draw("reoffended").All;
        (reoffended.With!.Value.Shown, reoffended.People.Shown).ShouldBe((2809, 6172));
        reoffended.Share!.Value.Value!.Value.ShouldBe(0.4551, 0.00005);
        reoffended.Share.Value.Interval!.Value.Lower.ShouldBe(0.44273, 0.00005);
        reoffended.Share.Value.Interval!.Value.Upper.ShouldBe(0.46757, 0.00005);
    }

    [DataFact(Data)]
    public void The_score_errs_as_published()
    {
        using PublicPlace broward = new("broward", TestStore.Sqlite);
        long With(string measure, string group = "Everyone") => broward.Draw(measure).Rows.Single(r => r.Group == group).With!.Value.Shown!.Value;
        (With("true-negatives"), With("false-positives"), With("false-negatives"), With("true-positives")).ShouldBe((2681, 1282, 1216, 2035));
        double FalsePositiveRate(string group) => (double)With("false-positives", group) / (With("false-positives", group) + With("true-negatives", group));
        double FalseNegativeRate(string group) => (double)With("false-negatives", group) / (With("false-negatives", group) + With("true-positives", group));
        (FalsePositiveRate("African-American"), FalseNegativeRate("African-American")).ShouldBe((0.4485, 0.2799), new Near(0.00005));
        (FalsePositiveRate("Caucasian"), FalseNegativeRate("Caucasian")).ShouldBe((0.2345, 0.4772), new Near(0.00005));
    }

    [DataFact(Data)]
    public void The_files_flag_and_its_dates_agree_but_for_a_few_people()
    {
        using PublicPlace broward = new("broward", TestStore.Sqlite);
        long With(string measure) => broward.Draw(measure).All.With!.Value.Shown!.Value;
        long both = With("dates-and-flag"), flag = With("flag-only"), dates = With("dates-only");
        (both + flag).ShouldBe(3251); // the flag's own total in the file
        broward.Draw("reoffended-by-dates").All.With!.Value.Shown.ShouldBe(both + dates);
        (flag + dates).ShouldBeLessThan(50);
    }

    [DataFact(Data)]
    public void The_attrition_of_the_published_filter_ends_at_its_people()
    {
        using PublicPlace broward = new("broward", TestStore.Sqlite);
        IReadOnlyList<AttritionLine> lines = PeopleDrawing.Attrition(broward.Cohorts.Single(c => c.Id == "published-filter"), new PeopleSetting(broward.Stories, broward.Cohorts, broward.Rules, Intervals.OfShare)).Value;
        lines.Select(l => l.Left.Shown!.Value).ShouldBe([7214, 7214, 6172, 6172, 6172, 6172]);
        lines[2].Condition.ShouldBe("abs(days_b_screening_arrest) <= 30");
        lines[2].InWords.ShouldBe("the size of days b screening arrest is at most 30");
    }

    [DataFact(Data)]
    public void Under_the_default_rules_every_figure_comes_from_rounded_counts()
    {
        using PublicPlace broward = new("broward", TestStore.Sqlite);
        PeopleRow row = broward.Draw("reoffended", DisclosureRules.Default).All;
        (row.With!.Value.Shown, row.People.Shown).ShouldBe((2810, 6170));
        row.Share!.Value.Value.ShouldBe(2810.0 / 6170);
        row.Share.Value.Interval!.Value.Lower.ShouldBe(TestWilson.Lower(2810, 6170), 1e-12);
        row.Share.Value.Interval.Value.Upper.ShouldBe(TestWilson.Upper(2810, 6170), 1e-12);
        foreach (string measure in broward.Measures)
        {
            PeoplePicture picture = broward.Draw(measure, DisclosureRules.Default);
            foreach (long? shown in picture.Rows.SelectMany(r => new[] { r.People.Shown, r.With?.Shown, r.LeftOut?.Shown, r.Events?.Shown })) (shown ?? 0L).ShouldSatisfyAllConditions(n => (n % 5).ShouldBe(0));
        }
    }

    [PostgresDataFact(Data)]
    public void Both_stores_give_the_same_tables()
    {
        using PublicPlace one = new("broward", TestStore.Sqlite), other = new("broward", TestStore.Postgres);
        other.Everything().ShouldBe(one.Everything());
    }
}

/// <summary>Pairs of shares that agree to a published digit.</summary>
sealed class Near(double within) : IEqualityComparer<(double, double)>
{
    public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= within && Math.Abs(x.Item2 - y.Item2) <= within;

    public int GetHashCode((double, double) pair) => 0;
}

/// <summary>A test that needs data and PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class PostgresDataFactAttribute : FactAttribute
{
    public PostgresDataFactAttribute(params string[] files) => Skip = TestData.Absent(files) ?? (TestStore.PostgresAddress is null ? "PostgreSQL not present" : null);
}
