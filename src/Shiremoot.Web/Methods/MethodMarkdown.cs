using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Shiremoot.Web.Methods;

/// <summary>Turns a method page's Markdown into HTML that can only be text: no raw HTML, no pictures, links to the web or to other method pages.</summary>
internal static class MethodMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).DisableHtml().Build();

    public static MethodPage Read(string name, string markdown)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        HeadingBlock? first = document.OfType<HeadingBlock>().FirstOrDefault();
        string title = first is null ? name : PlainText(first.Inline);
        if (first is not null) document.Remove(first);
        string summary = document.OfType<ParagraphBlock>().Select(p => PlainText(p.Inline)).FirstOrDefault() ?? "";
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Clamp(heading.Level, 2, 4);
        foreach (LinkInline link in document.Descendants<LinkInline>().ToList()) Tame(link);
        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && SafeUrl(link.Url) is null) link.ReplaceBy(new LiteralInline(link.Url));
        return new(name, title, summary, Html(document));
    }

    private static string Html(MarkdownDocument document)
    {
        StringWriter html = new();
        HtmlRenderer renderer = new(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTable());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ScrollingCode());
        renderer.Render(document);
        return html.ToString();
    }

    private static void Tame(LinkInline link)
    {
        if (link.IsImage || SafeUrl(link.Url) is not { } url)
            link.ReplaceBy(new LiteralInline(PlainText(link)));
        else
            link.Url = url;
    }

    // http(s), a place in this page, or a neighbouring method page; nothing else, whatever its scheme.
    private static string? SafeUrl(string? url)
    {
        if (string.IsNullOrEmpty(url)) return null;
        if (url.StartsWith('#')) return url;
        if (Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && !url.StartsWith('/')) return uri.Scheme is "https" or "http" ? url : null;
        string[] parts = url.Split('#', 2);
        if (!parts[0].EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return null;
        string name = Path.GetFileNameWithoutExtension(parts[0]).ToLowerInvariant();
        return $"/methods/{Uri.EscapeDataString(name)}{(parts.Length > 1 ? "#" + parts[1] : "")}";
    }

    private static string PlainText(ContainerInline? inline)
    {
        StringBuilder text = new();
        foreach (Inline part in inline?.Descendants() ?? [])
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                _ => "",
            });
        return text.ToString();
    }

    // What is wider than the page scrolls in a region of its own that the keyboard can reach.
    private sealed class ScrollingTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"app-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.Write("</div>");
        }
    }

    private sealed class ScrollingCode : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock code)
        {
            code.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
            base.Write(renderer, code);
        }
    }
}
