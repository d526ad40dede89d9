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
    public void A_map_keeps_the_shape_of_the_ground_and_stays_on_its_sheet()
    {
        MapArea square = new("X1", "Square", [[(400_000, 300_000), (401_000, 300_000), (401_000, 300_500), (400_000, 300_500), (400_000, 300_000)]], 1, "1");
        MapSheet sheet = new([square]);
        (sheet.Width / sheet.Height).ShouldBe(800.0 / 404, 1e-9);
        sheet.Path(square).ShouldBe("M4 400L796 400L796 4L4 4L4 400Z");
    }

    [Fact]
    public void A_map_of_nothing_is_an_empty_sheet() => new MapSheet([]).ViewBox.ShouldBe("0 0 800 0");
}
