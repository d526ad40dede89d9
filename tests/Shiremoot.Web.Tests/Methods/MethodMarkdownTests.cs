using Shiremoot.Web.Methods;

namespace Shiremoot.Web.Tests.Methods;

public sealed class MethodMarkdownTests
{
    [Fact]
    public void The_first_heading_is_the_title_and_the_first_paragraph_the_summary()
    {
        MethodPage page = MethodMarkdown.Read("wilson", "# Wilson *interval*\n\nAn interval for\na `share`.\n\n## Formula\n\nText\n");
        (page.Title, page.Summary).ShouldBe(("Wilson interval", "An interval for a share."));
        page.Html.ShouldNotContain("<h1");
        page.Html.ShouldContain("<h2 id=\"formula\">Formula</h2>");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](//elsewhere.example)")]
    [InlineData("![a](https://elsewhere.example/a.png)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a](\\\\elsewhere.example)")]
    public void Markdown_can_only_become_text(string markdown)
    {
        string html = MethodMarkdown.Read("x", "# T\n\n" + markdown).Html;
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("href=");
    }

    [Fact]
    public void Links_to_other_method_files_lead_to_their_pages()
    {
        string html = MethodMarkdown.Read("x", "# T\n\n[a](byar.md#limits) [b](https://example.org/x) [c](#here)").Html;
        html.ShouldContain("href=\"/methods/byar#limits\"");
        html.ShouldContain("href=\"https://example.org/x\"");
        html.ShouldContain("href=\"#here\"");
    }

    [Fact]
    public void A_table_scrolls_within_the_page() =>
        MethodMarkdown.Read("x", "# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").Html.ShouldContain("<div class=\"app-scroll\" role=\"group\"");
}
