using Microsoft.AspNetCore.StaticFiles;

namespace Shiremoot.Web.Guard;

/// <summary>Styles, scripts, typefaces and the icon: the only files anyone may fetch unsigned.</summary>
internal static class StaticFiles
{
    public static readonly object Mark = new();

    public static void Use(IApplicationBuilder app) =>
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Keep, ContentTypeProvider = Kinds() });

    // Nothing is served that is not of a kind listed here.
    private static FileExtensionContentTypeProvider Kinds() => new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    });

    // A URL that names its content (by ?v= or a hash in the file's name) never changes what it gives.
    private static void Keep(StaticFileResponseContext file)
    {
        HttpContext context = file.Context;
        context.Items[Mark] = true;
        bool named = context.Request.Query.ContainsKey("v") || context.Request.Path.StartsWithSegments("/built/parts") || context.Request.Path.StartsWithSegments("/built/files");
        context.Response.Headers.CacheControl = named ? "public, max-age=31536000, immutable" : "public, max-age=600";
    }
}
