using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Shiremoot.Terms;
using Shiremoot.Web.Api;
using Shiremoot.Web.Guard;
using Shiremoot.Web.Methods;
using Shiremoot.Web.Pages.Futures;

namespace Shiremoot.Web.Start;

/// <summary>The web door: its parts put together, opened, and kept open until stopped.</summary>
public static class Door
{
    /// <summary>Opens the door, prints a sign-in link and waits until stopped. Null if it ended as asked, or the reason it could not open.</summary>
    public static async Task<Refusal?> ServeAsync(DoorOptions options, Shire shire)
    {
        if (Build(options, shire).Refused(out Refusal? why, out WebApplication? app)) return why;
        await using (app)
        {
            if (await OpenAsync(app) is { } refusal) return refusal;
            await app.WaitForShutdownAsync();
            return null;
        }
    }

    /// <summary>Starts listening and prints the first sign-in link. Null, or the reason it could not.</summary>
    public static async Task<Refusal?> OpenAsync(WebApplication app)
    {
        string urls = string.Join(", ", app.Services.GetRequiredService<DoorOptions>().Urls);
        try
        {
            await app.StartAsync();
        }
        catch (IOException wrong) when (wrong.InnerException is AddressInUseException)
        {
            return Refusals.PortInUse(urls);
        }
        catch (Exception wrong) when (wrong is IOException or SocketException or InvalidOperationException)
        {
            return Refusals.CannotListen(urls, wrong.Message);
        }

        app.Services.GetRequiredService<SignInLink>().Print(app.Urls);
        return null;
    }

    /// <summary>Puts the door together without opening it.</summary>
    public static Outcome<WebApplication> Build(DoorOptions options, Shire shire)
    {
        if (ListenAddress.ReadAll(options).Refused(out Refusal? why, out var addresses)) return why;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Door).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
            EnvironmentName = Environments.Production,
        });
        // An empty builder takes nothing from the environment but what is named here: Kestrel__Certificates__Default__Path and the like, for https.
        builder.Configuration.AddEnvironmentVariables();
        Guarding.Listen(builder, addresses);
        Guarding.Add(builder, addresses, options);
        builder.Services.AddSingleton(options).AddSingleton(options.Clock).AddSingleton(shire).AddScoped(_ => PlaceOnShow.Of(shire));
        builder.Services.AddSingleton(new MethodShelf(options.MethodsFolder));
        builder.Services.AddRouting(routing => (routing.LowercaseUrls, routing.AppendTrailingSlash) = (true, false));
        builder.Services.AddSingleton<AnswerDesk>().AddHostedService(services => services.GetRequiredService<AnswerDesk>());
        builder.Services.AddHostedService<PageFiles>().AddHostedService<Warming>();
        builder.Services.AddRazorPages();
        builder.Services.AddOpenApi("v1", ApiRoutes.Describe);

        WebApplication app = builder.Build();
        Guarding.Use(app);
        app.MapRazorPages();
        app.MapGet("/health", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        // Browsers ask for this by habit when what they show is not a page of ours.
        app.MapGet("/favicon.ico", () => Results.LocalRedirect("/icon.svg", permanent: true)).AllowAnonymous().ExcludeFromDescription();
        ApiRoutes.Map(app);
        return app;
    }
}
