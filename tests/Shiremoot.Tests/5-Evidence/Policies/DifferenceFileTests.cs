using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Policies;

/// <summary>Panels that cannot tell an effect, and the ways periods and treatment are written.</summary>
public sealed class DifferenceFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-difference-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("POLICY-08", "a,2010,1,0\na,2011,2,1\na,2012,4,1\n")]
    [InlineData("POLICY-06", "a,2010,1,1\na,2011,2,1\nb,2010,4,1\nb,2011,1,1\nc,2010,4,1\nc,2011,1,1\n")]
    [InlineData("POLICY-07", "a,2010,1,0\na,2011,2,0\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,1,0\n")]
    [InlineData("POLICY-09", "a,2010,5,0\na,2011,5,1\nb,2010,5,0\nb,2011,5,0\nc,2010,5,0\nc,2011,5,0\n")]
    [InlineData("POLICY-11", "a,2010,1,0\na,2011,9,1\nb,2010,2,0\nb,2011,3,0\nc,2010,3,0\nc,2011,4,0\n")]
    [InlineData("POLICY-02", "a,May,1,0\na,June,2,1\nb,May,4,0\nb,June,1,0\nc,May,4,0\nc,June,1,0\n")]
    [InlineData("POLICY-01", "a,2010,many,0\na,2011,2,1\nb,2010,4,0\nb,2011,1,perhaps\nc,2010,4,0\nc,2011,1,0\n")]
    [InlineData("POLICY-01", "a,2010,1,0\na,2010,2,1\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,1,0\n")]
    [InlineData("POLICY-01", "a,2010,1,0\na,2011,2,1\na,2012,2,0\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,1,0\n")]
    [InlineData("POLICY-08", "a,2010,,0\na,2011,2,1\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,1,0\n")]
    [InlineData("POLICY-08", "")]
    public void What_cannot_be_told_is_refused(string code, string rows) => Code(Of(rows, null)).ShouldBe(code);

    [Theory]
    [InlineData("2009", "POLICY-04")]
    [InlineData("2030", "POLICY-05")]
    [InlineData("spring", "POLICY-03")]
    public void A_start_outside_the_periods_is_refused(string from, string code) => Code(Of("a,2010,1,1\na,2011,2,1\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,9,0\n", from)).ShouldBe(code);

    [Fact]
    public void Faults_of_rows_are_told_together_with_their_lines()
    {
        Of("a,2010,many,0\na,2011,2,1\nb,2010,4,0\nb,2011,1,perhaps\nc,2010,4,0\nc,2011,1,0\n", null).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldBe(["panel.csv:2: 'many' of y is not a number.", "panel.csv:5: 'perhaps' of treated is neither 1 nor 0."]);
    }

    [Fact]
    public void One_period_before_gives_no_headline()
    {
        DifferenceResult made = Of("a,2010,1,0\na,2011,5,1\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,9,0\nd,2010,4,0\nd,2011,5,0\n", null).Value;
        made.Withheld.ShouldNotBeNull().ShouldContain("one period before");
        made.Placement.P.ShouldBeGreaterThanOrEqualTo(0.25);
        made.Interval.ShouldBeNull("four placements bound nothing at 95%");
    }

    [Theory]
    [InlineData("2010-01", "2010-04", "2010-07", "2010-10")]
    [InlineData("2010-Q1", "2010-Q2", "2010Q3", "2010-q4")]
    [InlineData("2009/10", "2010/11", "2011/12", "2012/13")]
    [InlineData("2009-10", "2010-11", "2011-12", "2012-13")]
    [InlineData("2010-03-31", "2011-03-31", "2012-03-31", "2013-03-31")]
    [InlineData("9", "10", "11", "12")]
    public void Periods_are_read_and_put_in_order(string first, string second, string third, string fourth)
    {
        string Unit(string name, int at, params double[] y) => $"{name},{third},{y[2]},{at}\n{name},{first},{y[0]},{at}\n{name},{fourth},{y[3]},{at}\n{name},{second},{y[1]},{at}\n";
        DifferenceResult made = Of(Unit("a", 1, 1, 2, 7, 8) + Unit("b", 0, 2, 3, 3, 4) + Unit("c", 0, 5, 6, 6, 8) + Unit("d", 0, 2, 2, 3, 4), third).Value;
        made.Panel.Periods.ShouldBe([first, second, third, fourth]);
        made.Effect.Value.ShouldBe(6 - ((1 + 1.5 + 1.5) / 3), 1e-9);
    }

    [Fact]
    public void With_one_start_the_column_must_say_of_a_unit_whether_it_is_treated()
    {
        Of("a,2010,1,0\na,2011,2,1\nb,2010,4,0\nb,2011,1,0\nc,2010,4,0\nc,2011,9,0\n", "2011").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldHaveSingleItem().ShouldContain("leave --from out");
    }

    [Fact]
    public void Units_treated_all_along_are_left_out_and_said_so()
    {
        DifferenceResult made = Of("z,2010,1,1\nz,2011,2,1\nz,2012,2,1\na,2010,1,0\na,2011,5,0\na,2012,8,1\nb,2010,4,0\nb,2011,1,0\nb,2012,3,0\nc,2010,4,0\nc,2011,9,0\nc,2012,9,0\n", null).Value;
        made.Panel.Units.ShouldBe(["a", "b", "c"]);
        made.Notes.ShouldContain(n => n.Contains("from the first period on"));
    }

    private Outcome<DifferenceResult> Of(string rows, string? from)
    {
        string file = Path.Combine(folder, "panel.csv");
        File.WriteAllText(file, "id,period,y,treated\n" + rows);
        return Difference.Of(file, new DifferenceQuestion("y", "id", "period", "treated", from));
    }

    private static string? Code(Outcome<DifferenceResult> made) => made.Refused(out Refusal? why, out _) ? why.Code : null;
}
