using Microsoft.AspNetCore.OpenApi;
using Shiremoot.Web.Guard;

namespace Shiremoot.Web.Api;

/// <summary>The list of what the API answers. Each part maps its own routes on the group.</summary>
internal static class ApiRoutes
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new() { Title = "Shiremoot", Version = "1", Description = "The figures of one place, as its pages show them. Sign in with the browser first: the same session opens both." };
        document.Servers = [];
        return Task.CompletedTask;
    });

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").RequireRateLimiting(Limits.Api);
        RouteGroupBuilder v1 = app.MapGroup("/api/v1").RequireRateLimiting(Limits.Api);
        AboutApi.Map(v1);
        MeasuresApi.Map(v1);
        AreasApi.Map(v1);
        PeopleApi.Map(v1);
        QuestionsApi.Map(v1);
        LinkingApi.Map(v1);
        EvidenceApi.Map(v1);
        ForecastsApi.Map(v1);
        CostsApi.Map(v1);
        OptionsApi.Map(v1);
        BudgetsApi.Map(v1);
        FuturesApi.Map(v1);
        LoadsApi.Map(v1);
    }
}
