using Microsoft.AspNetCore.Razor.TagHelpers;
using Shiremoot.Terms;

namespace Shiremoot.Web.Parts;

/// <summary>Says where data comes from: <c>&lt;origin-tag of="Origin.Published" /&gt;</c>.</summary>
[HtmlTargetElement("origin-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OriginTagHelper : TagHelper
{
    public Origin Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (string kind, string says) = Of switch
        {
            Origin.Published => ("published", "Published"),
            Origin.Real => ("real", "Real records"),
            Origin.Generated => ("generated", "Generated"),
            _ => throw new InvalidOperationException($"No tag for origin {Of}."),
        };
        (output.TagName, output.TagMode) = ("strong", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", $"app-origin app-origin--{kind}");
        output.Content.SetContent(says);
    }
}
