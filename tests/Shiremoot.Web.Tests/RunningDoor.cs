using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Tests;

/// <summary>The real web door on a free port of this machine, with its terminal and clock in our hands.</summary>
public sealed partial class RunningDoor : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly StringWriter terminal;

    private RunningDoor(WebApplication app, StringWriter terminal, TestClock clock) => (this.app, this.terminal, Clock) = (app, terminal, clock);

    public TestClock Clock { get; }

    public Uri Root => new(app.Urls.First());

    /// <summary>Everything printed on the terminal so far.</summary>
    public string Printed => terminal.ToString();

    /// <summary>The sign-in link printed last.</summary>
    public string Link => Links().Matches(Printed)[^1].Value;

    public static async Task<RunningDoor> OpenAsync(Shire? shire = null, string? methodsFolder = null)
    {
        StringWriter printed = new();
        TestClock clock = new();
        DoorOptions options = new() { Urls = ["http://127.0.0.1:0"], Clock = clock, Terminal = printed, Sharp = (7, 1) };
        if (methodsFolder is not null) options = options with { MethodsFolder = methodsFolder };
        WebApplication built = Door.Build(options, shire ?? TestPlace.Empty).Value;
        built.MapGet("/fault", Fault);
        built.MapGet("/api/v1/fault", Fault);
        built.MapPost("/api/v1/echo", () => "done");
        (await Door.OpenAsync(built)).ShouldBeNull();
        return new(built, printed, clock);

        static string Fault(HttpContext context) => throw new InvalidOperationException("a secret of the program");
    }

    /// <summary>A client that keeps cookies and follows nothing.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Root };

    public async Task<HttpClient> SignedInAsync()
    {
        HttpClient client = Client();
        using HttpResponseMessage answer = await client.GetAsync(Link);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [GeneratedRegex(@"http://\S+/sign-in\?key=\S+")]
    private static partial Regex Links();
}
