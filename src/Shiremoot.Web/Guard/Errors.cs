using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Shiremoot.Web.Guard;

/// <summary>What a reader sees when something goes wrong: a page, or problem details for the API. Never a stack trace.</summary>
internal static class Errors
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    /// <summary>What to quote when reporting a fault; the log holds the same.</summary>
    public static string Reference(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public static void Use(WebApplication app)
    {
        app.UseWhen(context => IsApi(context.Request), api => api.Use(AsProblem));
        app.UseWhen(context => !IsApi(context.Request), pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
    }

    private static async Task AsProblem(HttpContext context, RequestDelegate next)
    {
        HttpResponse response = context.Response;
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            response.Clear();
            response.StatusCode = fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            if (response.StatusCode >= 500) Log(context).LogError(fault, "A request to the API failed. Reference {Reference}.", Reference(context));
        }

        if (response.StatusCode < 400 || response.HasStarted || response.ContentType is not null) return;
        string title = ReasonPhrases.GetReasonPhrase(response.StatusCode);
        await Results.Problem(statusCode: response.StatusCode, title: title, type: $"WEB-{response.StatusCode}", extensions: [new("reference", Reference(context))])
            .ExecuteAsync(context);
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Shiremoot.Web.Api");
}
