using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Shiremoot.Terms;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Tests.Small;

/// <summary>The real web door open on a small place, with a signed-in client.</summary>
public sealed class SmallDoor : IAsyncDisposable
{
    /// <summary>Fewer runs than a door has: tests wait for them.</summary>
    public const int SharpRuns = 8, SharpWorlds = 4;

    private readonly SmallPlace place;
    private readonly WebApplication app;
    private readonly StringWriter terminal;

    private SmallDoor(SmallPlace place, Shire shire, WebApplication app, StringWriter terminal) => (this.place, Shire, this.app, this.terminal) = (place, shire, app, terminal);

    public Shire Shire { get; }

    public HttpClient Client { get; private set; } = null!;

    public Uri Root => new(app.Urls.First());

    public string Link => terminal.ToString().Split().Last(w => w.StartsWith("http", StringComparison.Ordinal) && w.Contains("key=", StringComparison.Ordinal));

    /// <summary>Opens a place, takes in what it has, and signs in. The place is deleted with the door.</summary>
    public static async Task<SmallDoor> OpenAsync(SmallPlace place, bool signIn = true)
    {
        Shire shire = Shire.Open(place.Place, new ShireOptions { Store = place.Store, Clock = new TestClock() }).Value;
        shire.TakeIn([]).IsRefused.ShouldBeFalse();
        if (shire.Measures.Refused(out Refusal? why, out _)) throw new InvalidOperationException($"The small place is faulty: {why}");
        StringWriter printed = new();
        WebApplication app = Door.Build(new DoorOptions { Urls = ["http://127.0.0.1:0"], Clock = new TestClock(), Terminal = printed, Sharp = (SharpRuns, SharpWorlds) }, shire).Value;
        (await Door.OpenAsync(app)).ShouldBeNull();
        SmallDoor door = new(place, shire, app, printed);
        door.Client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = door.Root };
        if (signIn)
        {
            using HttpResponseMessage answer = await door.Client.GetAsync(door.Link);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        return door;
    }

    /// <summary>What a reader reads on a page: the text of its main part, figures of charts included.</summary>
    public async Task<string> TextAsync(string address)
    {
        IDocument page = await Client.ReadAsync(address);
        return string.Join(' ', page.QuerySelector("main").ShouldNotBeNull(address).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public async Task<HttpStatusCode> StatusAsync(string address)
    {
        using HttpResponseMessage answer = await Client.GetAsync(address);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Shire.Dispose();
        place.Dispose();
    }
}
