using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Shiremoot.Web.Guard;

/// <summary>Anything that may change something must come from our own page, and prove it: one gate for pages and API alike.</summary>
internal static class UnsafeMethods
{
    public static void Use(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        int? refused = IsSafe(context) ? null : FromElsewhere(context.Request) ? StatusCodes.Status403Forbidden : await WithoutTokenAsync(context);
        if (refused is { } status) context.Response.StatusCode = status;
        else await next(context);
    });

    // An error page drawn in answer to a refused request keeps that request's method.
    private static bool IsSafe(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool FromElsewhere(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site)) return site is not "same-origin";
        string? origin = request.Headers.Origin;
        return !string.IsNullOrEmpty(origin) && origin != $"{request.Scheme}://{request.Host}";
    }

    private static async Task<int?> WithoutTokenAsync(HttpContext context)
    {
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            return null;
        }
        catch (AntiforgeryValidationException wrong) when (wrong.InnerException is BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (AntiforgeryValidationException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
