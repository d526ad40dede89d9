using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Tests.Parts;

public sealed class PartsTests
{
    private static readonly Unit Pounds = new("£", Prefix: "£");

    [Theory]
    [InlineData(1234567.0, "£1,234,567")]
    [InlineData(-0.2, "£0")]
    [InlineData(-1500.0, "−£1,500")]
    [InlineData(null, "no figure")]
    [InlineData(double.NaN, "no figure")]
    public void Money_is_written_with_its_sign_first(double? value, string written) => Written.As(value, Pounds).ShouldBe(written);

    [Fact]
    public void A_name_in_a_chart_cannot_close_the_script_it_stands_in()
    {
        string json = new BarDrawing(Pounds, ["</script><script>alert(1)</script>"], [new("a", [1.0, null])]).ToJson();
        json.ShouldNotContain("<");
        json.ShouldContain("\"kind\":\"bar\"");
        json.ShouldContain("[1,null]");
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 5, "1 2 … 5")]
    [InlineData(5, 9, "1 … 4 5 6 … 9")]
    [InlineData(9, 9, "1 … 8 9")]
    public void Pages_far_from_the_current_one_are_left_out(int current, int count, string shown) =>
        string.Join(' ', new Pagination(current, count, p => $"?page={p}", "rows").Shown().Select(p => p?.ToString() ?? "…")).ShouldBe(shown);

    [Fact]
    public void A_map_with_classes_of_its_own_shades_by_them_and_hatches_what_has_none()
    {
        MapArea dark = new("X1", "Dark", "M0 0Z", 1, "1") { Shade = 5 }, none = new("X2", "None", "M0 0Z", null, "no figure");
        MapView map = new("m", "h", "s", Pounds, [dark, none], new("t", [], []), new(Shiremoot.Terms.Origin.Published, "s")) { Classes = [new(1, "low"), new(5, "high")] };
        map.ShadeOf(dark).ShouldBe(5);                                // lowest of all that are drawn, and dark all the same
        map.ShadeOf(none).ShouldBeNull();
        map.HasGaps.ShouldBeTrue();
        map.Key.Select(k => k.Says).ShouldBe(["low", "high"]);
    }
}
