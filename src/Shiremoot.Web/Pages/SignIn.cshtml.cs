using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Primitives;
using Shiremoot.Web.Guard;

namespace Shiremoot.Web.Pages;

[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class SignInPage(SignInKeys keys, SignInLink link) : PageModel
{
    public bool IsRefused { get; private set; }

    /// <summary>True if a link was just printed, false if one was already waiting, null if none was asked for.</summary>
    public bool? IsPrinted { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Request.Query.TryGetValue("key", out StringValues key)) return User.Identity?.IsAuthenticated == true ? Redirect("/") : Page();
        // A browser that guesses ahead, or a checker of links, must not use the key up.
        if (HttpMethods.IsHead(Request.Method) || Request.Headers.ContainsKey("Sec-Purpose")) return StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (!keys.Spend(key.ToString())) return Refused();

        ClaimsIdentity holder = new([new(ClaimTypes.Name, "holder of the sign-in link")], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(holder));
        return Redirect("/");
    }

    public IActionResult OnPost()
    {
        IsPrinted = link.PrintAnother();
        return Page();
    }

    private PageResult Refused()
    {
        IsRefused = true;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
