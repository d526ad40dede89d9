using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Shiremoot.Web.Tests;

/// <summary>Reads pages as HTML and posts the forms that stand in them.</summary>
public static class Forms
{
    public static async Task<IDocument> ReadAsync(this HttpClient client, string address) =>
        await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(address));

    /// <summary>Posts the form of <paramref name="page"/> that leads to <paramref name="action"/>, with its hidden fields as the page gave them.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string page, string action)
    {
        IDocument document = await client.ReadAsync(page);
        IElement form = document.QuerySelector($"form[action='{action}']").ShouldNotBeNull($"{page} has no form for {action}");
        return await client.PostAsync(action, new FormUrlEncodedContent(form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "")));
    }
}
