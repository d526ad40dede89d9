using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Tests.Parts;

public sealed class ShadingTests
{
    [Fact]
    public void Twenty_areas_fall_into_five_groups_of_four() =>
        Shading.Of(Enumerable.Range(1, 20).Select(i => (double?)i)).Groups.ShouldBe([(1, 4), (5, 8), (9, 12), (13, 16), (17, 20)]);

    [Fact]
    public void Equal_figures_share_a_shade()
    {
        double?[] values = [1, 2, 2, 2, 2, 2, 2, 3, 4, 5];
        Shading shading = Shading.Of(values);
        shading.Groups.Count(g => g.From <= 2 && g.To >= 2).ShouldBe(1);
        for (int i = 1; i < shading.Groups.Count; i++) shading.Groups[i].From.ShouldBeGreaterThan(shading.Groups[i - 1].To);
    }

    [Fact]
    public void Every_figure_lies_in_the_group_whose_shade_it_takes()
    {
        double?[] values = [0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 34, 34, 55, null];
        Shading shading = Shading.Of(values);
        shading.Groups.Count.ShouldBeLessThanOrEqualTo(5);
        foreach (double? value in values)
        {
            if (value is not { } v)
            {
                shading.Shade(value).ShouldBeNull();
                continue;
            }
            int group = shading.Groups.ToList().FindIndex(g => g.From <= v && v <= g.To);
            shading.Shade(v).ShouldBe(shading.Spread(group));
        }
    }

    [Fact]
    public void Few_figures_still_reach_from_lightest_to_darkest()
    {
        Shading two = Shading.Of([1, 9]);
        (two.Shade(1), two.Shade(9)).ShouldBe((1, 5));
        Shading one = Shading.Of([4, 4, 4]);
        one.Shade(4).ShouldBe(3);
        Shading.Of([null, double.NaN]).Groups.ShouldBeEmpty();
    }
}
