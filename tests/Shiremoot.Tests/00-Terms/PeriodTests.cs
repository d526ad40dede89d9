using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Terms;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2016", 2016, 1, 1, 2017, 1, 1)]
    [InlineData("2015/16", 2015, 4, 1, 2016, 4, 1)]
    [InlineData("2015-16", 2015, 4, 1, 2016, 4, 1)]
    [InlineData("1999/00", 1999, 4, 1, 2000, 4, 1)]
    [InlineData("2014-16", 2014, 1, 1, 2017, 1, 1)]
    [InlineData("2018Q2", 2018, 4, 1, 2018, 7, 1)]
    [InlineData("2018-06", 2018, 6, 1, 2018, 7, 1)]
    public void Official_forms_of_a_period_are_read(string text, int y1, int m1, int d1, int y2, int m2, int d2)
    {
        Period.TryRead(text, out Period period).ShouldBeTrue();
        (period.From, period.Until, period.Label).ShouldBe((new(y1, m1, d1), new(y2, m2, d2), text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("16")]
    [InlineData("2015/19")]
    [InlineData("2018Q5")]
    [InlineData("last year")]
    public void Anything_else_is_not_a_period(string text) => Period.TryRead(text, out _).ShouldBeFalse();
}
