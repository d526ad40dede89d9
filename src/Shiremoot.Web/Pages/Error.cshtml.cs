using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Web.Guard;

namespace Shiremoot.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorPage : PageModel
{
    private static readonly Dictionary<int, (string Title, string Body)> Known = new()
    {
        [400] = ("We could not read that request", "Something in it was missing or out of date. Go back, load the page again, and try once more."),
        [403] = ("You may not do that", "The request came from another site, or asked for something this sign-in does not allow."),
        [404] = ("Page not found", "If you typed the address, check it. If you followed a link, the page may have moved."),
        [405] = ("That cannot be done here", "The page is there, but not for that kind of request."),
        [413] = ("That is too large", "Forms here take up to 1 megabyte."),
        [429] = ("Too many tries", "Wait a minute, then try again."),
        [500] = ("Sorry, something is wrong with Shiremoot", "The fault is ours, not yours, and it has been written to the log."),
    };

    public int Code { get; private set; }

    public (string Title, string Body) Says => Known.TryGetValue(Code, out var says) ? says : Code >= 500 ? Known[500] : Known[400];

    public string Reference => Errors.Reference(HttpContext);

    public void OnGet() => Show();

    public void OnPost() => Show();

    // Asked for by its own address the page is no error, and so is not there.
    // Nothing is bound: the request that failed may have a body that cannot be read.
    private void Show()
    {
        int code = int.Parse((string)Request.RouteValues["code"]!, CultureInfo.InvariantCulture);
        bool isAnswer = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = isAnswer && code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = Code;
    }
}
