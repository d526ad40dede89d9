using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Guard;

/// <summary>Everything that stands between a request and a page, in order.</summary>
internal static class Guarding
{
    private const int LargestBody = 1 << 20;

    /// <summary>Listens where told, with limits, and logs warnings only: request lines would hold sign-in keys.</summary>
    public static void Listen(WebApplicationBuilder builder, IReadOnlyList<ListenAddress> addresses)
    {
        builder.WebHost.UseUrls([.. addresses.Select(a => a.Url)]);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Configure(builder.Configuration.GetSection("Kestrel"));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxConcurrentConnections = 2000;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter((category, level) => level >= LeastShown(category));
    }

    // What the host says of a failed start we say ourselves, in one line; what data protection says of keys on disk does not hold for keys in memory.
    private static LogLevel LeastShown(string? category) => category switch
    {
        _ when category?.StartsWith("Microsoft.Extensions.Hosting") == true => LogLevel.None,
        _ when category?.StartsWith("Microsoft.AspNetCore.Hosting") == true || category?.StartsWith("Microsoft.AspNetCore.DataProtection") == true => LogLevel.Error,
        _ => LogLevel.Warning,
    };

    public static void Add(WebApplicationBuilder builder, IReadOnlyList<ListenAddress> addresses, DoorOptions options)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<SignInKeys>().AddSingleton<SignInLink>().AddSingleton<Sessions>();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddHostFiltering(filter => filter.AllowedHosts = OwnNames(addresses, options));
        services.Configure<FormOptions>(form => (form.ValueCountLimit, form.MultipartBodyLengthLimit) = (200, LargestBody));
        services.AddRateLimiter(Limits.Set);

        bool isHttps = addresses.All(a => a.IsHttps);
        string ending = CookieEnding(addresses);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = $"{(isHttps ? "__Host-" : "")}shiremoot-form{ending}";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = $"{(isHttps ? "__Host-" : "")}shiremoot{ending}";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.Path = "/";
            // Lax, not Strict: a link opened from a terminal inside another page must still arrive signed in. Unsafe methods have their own gate.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Sessions.Longest;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "from";
            cookie.Events.OnRedirectToLogin = NotSignedIn;
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
        });
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider =>
            new PostConfigureOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.SessionStore = provider.GetRequiredService<Sessions>()));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void Use(WebApplication app)
    {
        SecurityHeaders.Use(app);
        app.UseHostFiltering();
        Errors.Use(app);
        StaticFiles.Use(app);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        UnsafeMethods.Use(app);
        app.UseAuthorization();
    }

    // Two Shiremoots on one machine share the host name 127.0.0.1, and cookies know no ports: the name keeps them apart.
    private static string CookieEnding(IReadOnlyList<ListenAddress> addresses) =>
        addresses[0].Port == 0 ? "-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(6)) : $"-{addresses[0].Port}";

    private static List<string> OwnNames(IReadOnlyList<ListenAddress> addresses, DoorOptions options) =>
        [.. addresses.Where(a => !a.IsEveryAddress).Select(a => a.Host).Concat(options.Hosts).Concat(["localhost", "127.0.0.1", "[::1]"]).Distinct()];

    private static Task NotSignedIn(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Errors.IsApi(context.Request)) return Answer(context.Response, StatusCodes.Status401Unauthorized);
        context.Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
