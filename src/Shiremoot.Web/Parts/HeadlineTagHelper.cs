using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shiremoot.Web.Parts;

/// <summary>A heading whose level is told: <c>&lt;headline level="3" class="…"&gt;</c>.</summary>
[HtmlTargetElement("headline")]
public sealed class HeadlineTagHelper : TagHelper
{
    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = $"h{Math.Clamp(Level, 2, 6)}";
}
