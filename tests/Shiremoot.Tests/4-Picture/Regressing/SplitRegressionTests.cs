using System.Diagnostics;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Picture.Regressing;

/// <summary>Chosen on one half and fitted on the other: against tables counted by hand, made data of known odds, and things that are nothing but noise.</summary>
public sealed class SplitRegressionTests(ITestOutputHelper output)
{
    // Of one yes-or-no thing Firth's likelihood is that of the table with one half added to each cell (G. Heinze and M. Schemper, 2002).
    [Theory]
    [InlineData(1UL)]
    [InlineData(9UL)]
    public void One_thing_has_the_odds_ratio_of_its_table_with_a_half_added_to_each_cell(ulong seed)
    {
        (bool[] came, ModelColumns columns) = Made(400, 3, [1.2]);
        SampleHalves halves = SampleHalves.Of(came, seed);
        SplitModel model = SplitRegression.Fit(came, columns, [true], halves, new() { Seed = seed }).Value;
        double Cell(bool with, bool back) => 0.5 + halves.Fitting.Count(r => columns.Values[0][r] == (with ? 1 : 0) && came[r] == back);
        double ratio = Cell(true, true) * Cell(false, false) / (Cell(true, false) * Cell(false, true));
        model.Model!.Coefficients[0].Ratio.ShouldBe(ratio, 1e-6);
        double error = Math.Sqrt((1 / Cell(true, true)) + (1 / Cell(true, false)) + (1 / Cell(false, true)) + (1 / Cell(false, false)));
        model.Model.Coefficients[0].StandardError.ShouldBe(error, 0.02 * error);
    }

    // Of one thing by plain likelihood it is the difference of two shares, and its error theirs.
    [Fact]
    public void The_average_difference_of_one_thing_is_that_of_the_shares_with_the_same_error()
    {
        (bool[] came, ModelColumns columns) = Made(500, 4, [0.9]);
        RegressionModel model = Logistic.Fit(came, columns).Value;
        AverageDifference found = AverageDifference.Of(model, columns, [.. Enumerable.Range(0, 500).Select(r => model.PredictorOf(columns, r))], 0, [], isNumber: false);
        (double Share, double Of) Part(int value) => (Enumerable.Range(0, 500).Where(r => columns.Values[0][r] == value).Average(r => came[r] ? 1.0 : 0), columns.Values[0].Count(v => v == value));
        ((double with, double withOf), (double without, double withoutOf)) = (Part(1), Part(0));
        found.Value.ShouldBe(with - without, 1e-9);
        found.Error.ShouldBe(Math.Sqrt((with * (1 - with) / withOf) + (without * (1 - without) / withoutOf)), 1e-9);
        found.Lower.ShouldBe(found.Value - (1.959964 * found.Error), 1e-6);
    }

    // The slope of the average along each effect, by small steps, with the covariance: the delta method done plainly.
    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public void The_error_of_an_average_difference_is_that_of_small_steps_along_each_effect(int column, bool isNumber)
    {
        (bool[] came, ModelColumns columns) = Made(300, 5, [0.8, -0.6, 0.3], numberAt: 2);
        RegressionModel model = Logistic.Fit(came, columns).Value;
        int[] others = column == 0 ? [1] : [];
        double[] at = [model.Intercept.Value, .. model.Coefficients.Select(c => c.Value)];
        double Average(double[] b) => Enumerable.Range(0, 300).Average(r =>
        {
            double eta = b[0];
            for (int c = 0; c < 3; c++)
                if (!others.Contains(c) && (c != column || isNumber)) eta += b[c + 1] * columns.Values[c][r];
            return (1 / (1 + Math.Exp(-eta - b[column + 1]))) - (1 / (1 + Math.Exp(-eta)));
        });
        double[] slope = [.. Enumerable.Range(0, 4).Select(k => (Average([.. at.Select((v, i) => i == k ? v + 1e-5 : v)]) - Average([.. at.Select((v, i) => i == k ? v - 1e-5 : v)])) / 2e-5)];
        double variance = 0;
        for (int a = 0; a < 4; a++)
            for (int b = 0; b < 4; b++) variance += slope[a] * slope[b] * model.Covariance[(a * 4) + b];
        AverageDifference found = AverageDifference.Of(model, columns, [.. Enumerable.Range(0, 300).Select(r => model.PredictorOf(columns, r))], column, others, isNumber);
        found.Value.ShouldBe(Average(at), 1e-12);
        found.Error.ShouldBe(Math.Sqrt(variance), 1e-7);
    }

    // Two things that go together: held alike, each has its own odds; and the intervals hold them as often as they say. 100 data sets: 95 per cent within 4 points.
    [Fact]
    public void Intervals_hold_the_truth_nineteen_times_in_twenty()
    {
        double[] truth = [0.9, -0.8, 0, 0, 0, 0];
        int[] held = new int[truth.Length], kept = new int[truth.Length];
        for (int set = 0; set < 100; set++)
        {
            (bool[] came, ModelColumns columns) = Made(2400, 1000 + set, truth);
            SplitModel model = SplitRegression.Fit(came, columns, new bool[6], SampleHalves.Of(came, (ulong)set)).Value;
            for (int k = 0; k < model.Kept.Count; k++)
            {
                int c = model.Kept[k];
                kept[c]++;
                Coefficient effect = model.Model!.Coefficients[k];
                if (effect.Lower <= truth[c] && truth[c] <= effect.Upper) held[c]++;
            }
        }
        output.WriteLine($"kept {string.Join(" ", kept)}; held {string.Join(" ", held)}");
        kept[..2].ShouldAllBe(k => k >= 99);
        for (int c = 0; c < 2; c++) (held[c] / (double)kept[c]).ShouldBeInRange(0.92, 0.98);
        (held[2..].Sum() / (double)kept[2..].Sum()).ShouldBeInRange(0.92, 0.98);
    }

    // 2,000 things that are nothing but noise. An interval made on the same rows as the choice errs far more often: that is why the rows are split.
    [Fact]
    public void Of_things_that_are_noise_no_more_than_one_in_twenty_is_found()
    {
        int found = 0, kept = 0, naive = 0, naiveKept = 0;
        for (int set = 0; set < 100; set++)
        {
            (bool[] came, ModelColumns columns) = Made(400, 5000 + set, new double[20]);
            SampleHalves halves = SampleHalves.Of(came, (ulong)set);
            SplitModel model = SplitRegression.Fit(came, columns, new bool[20], halves, new() { Seed = (ulong)set }).Value;
            kept += model.Kept.Count;
            found += model.Model?.Coefficients.Count(c => c.Lower > 0 || c.Upper < 0) ?? 0;
            int[] same = [.. model.Kept];
            if (same.Length == 0) continue;
            RegressionModel again = Logistic.Fit([.. halves.Choosing.Select(r => came[r])], new([.. same.Select(c => columns.Names[c])], [.. same.Select(c => halves.Choosing.Select(r => columns.Values[c][r]).ToArray())]), new() { Firth = true, Profile = true }).Value;
            naiveKept += same.Length;
            naive += again.Coefficients.Count(c => c.Lower > 0 || c.Upper < 0);
        }
        output.WriteLine($"of 2000 noise: kept {kept}, found {found}; on the rows that chose {naive} of {naiveKept}");
        kept.ShouldBeGreaterThan(100);
        (found / 2000.0).ShouldBeLessThan(0.05);
        (found / (double)kept).ShouldBeInRange(0.02, 0.08);
        (naive / (double)naiveKept).ShouldBeGreaterThan(0.12);
    }

    [Fact]
    public void Nothing_depends_on_the_number_of_threads_and_another_seed_is_another_draw()
    {
        (bool[] came, ModelColumns columns) = Made(30_000, 8, [0.4, 0, 0.2, 0, 0]);
        SplitModel Fit(ulong seed, int threads) => SplitRegression.Fit(came, columns, new bool[5], SampleHalves.Of(came, seed), new() { Seed = seed, Threads = threads }).Value;
        SplitModel one = Fit(1, 1), four = Fit(1, 4), other = Fit(2, 4);
        four.Kept.ShouldBe(one.Kept);
        four.Model!.Coefficients.ShouldBe(one.Model!.Coefficients);
        four.Unseen.ShouldBe(one.Unseen);
        other.Model!.Coefficients[0].Value.ShouldNotBe(one.Model.Coefficients[0].Value);
    }

    [Fact]
    public void Halves_are_of_like_outcome_and_hold_every_row_once()
    {
        (bool[] came, _) = Made(1001, 6, [1.0]);
        SampleHalves halves = SampleHalves.Of(came, 7);
        halves.Choosing.Concat(halves.Fitting).Order().ShouldBe(Enumerable.Range(0, 1001));
        Math.Abs(halves.Choosing.Count(r => came[r]) - halves.Fitting.Count(r => came[r])).ShouldBeLessThanOrEqualTo(1);
        SampleHalves.Of(came, 7).Fitting.ShouldBe(halves.Fitting);
        SampleHalves.Of(came, 8).Fitting.ShouldNotBe(halves.Fitting);
        SampleHalves.Of([], 1).Fitting.ShouldBeEmpty();
    }

    // People foretold by a model that has not seen them: right on the whole, slope near one, and no better than the truth tells.
    [Fact]
    public void What_is_foretold_of_people_not_seen_is_neither_too_high_nor_too_far_apart()
    {
        (bool[] came, ModelColumns columns) = Made(20_000, 11, [0.7, -0.5, 0.5]);
        SampleHalves halves = SampleHalves.Of(came, 1);
        SplitModel model = SplitRegression.Fit(came, columns, new bool[3], halves).Value;
        Foretelling found = Foretelling.Of([.. halves.Fitting.Select(r => came[r])], model.Unseen!).Value;
        found.CalibrationIntercept.ShouldBe(0, 0.01);
        found.CalibrationSlope.ShouldBe(1, 0.12);
        double[] truth = [.. halves.Fitting.Select(r => 1 / (1 + Math.Exp(1 - (0.7 * columns.Values[0][r]) + (0.5 * columns.Values[1][r]) - (0.5 * columns.Values[2][r]))))];
        found.Auc.ShouldBe(Foretelling.Of([.. halves.Fitting.Select(r => came[r])], truth).Value.Auc, 0.01);
    }

    [Fact]
    public void Columns_that_are_constant_or_made_of_those_before_them_are_told()
    {
        (_, ModelColumns made) = Made(200, 12, [0.0, 0.0]);
        double[][] values = [made.Values[0], new double[200], made.Values[1], [.. made.Values[0].Select((v, r) => v + (2 * made.Values[1][r]))], [.. made.Values[0].Select(v => 1 - v)]];
        ApartColumns.Of(new(["a", "constant", "b", "of both", "not a"], values), [.. Enumerable.Range(0, 200)]).ShouldBe([0, 2]);
    }

    [Fact]
    [Trait("kind", "speed")]
    public void Twenty_thousand_people_and_thirty_things_take_a_second_or_two()
    {
        (bool[] came, ModelColumns columns) = Made(20_000, 13, [.. Enumerable.Range(0, 30).Select(c => c % 2 == 0 ? 0.2 : 0.0)]);
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan worked = Process.GetCurrentProcess().TotalProcessorTime;
        SplitModel model = SplitRegression.Fit(came, columns, new bool[30], SampleHalves.Of(came, 1)).Value;
        worked = Process.GetCurrentProcess().TotalProcessorTime - worked;
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s, {worked.TotalSeconds:0.0} s of processor, kept {model.Kept.Count}");
        worked.TotalSeconds.ShouldBeLessThan(15); // an order of magnitude, of processor time so that a busy machine does not matter: the figure is in the method page
    }

    // Things of one in five to two in five, each a little likelier where the one before it holds; one of them a number if asked.
    private static (bool[] Came, ModelColumns Columns) Made(int rows, int seed, double[] effects, int numberAt = -1)
    {
        double[][] values = [.. effects.Select(_ => new double[rows])];
        bool[] came = new bool[rows];
        for (int r = 0; r < rows; r++)
        {
            Chance chance = new((ulong)seed, (ulong)r, 77);
            double odds = -1;
            for (int c = 0; c < effects.Length; c++)
            {
                double value = chance.Happens(0.2 + (c > 0 && values[c - 1][r] > 0 ? 0.3 : 0)) ? 1 : 0;
                if (c == numberAt) value = Math.Round(3 * chance.Normal(), 1);
                values[c][r] = value;
                odds += effects[c] * value;
            }
            came[r] = chance.Happens(1 / (1 + Math.Exp(-odds)));
        }
        return (came, new([.. effects.Select((_, c) => $"x{c}")], values));
    }
}
