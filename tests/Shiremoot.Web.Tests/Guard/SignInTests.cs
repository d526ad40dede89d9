using System.Net;
using System.Net.Http.Headers;
using Shiremoot.Web.Guard;

namespace Shiremoot.Web.Tests.Guard;

public sealed class SignInTests : IAsyncLifetime
{
    private RunningDoor door = null!;

    public async Task InitializeAsync() => door = await RunningDoor.OpenAsync();

    public async Task DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task A_link_signs_in_and_its_key_leaves_the_address()
    {
        using HttpClient client = door.Client();
        using HttpResponseMessage answer = await client.GetAsync(door.Link);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/");
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        using HttpClient first = await door.SignedInAsync();
        using HttpClient second = door.Client();
        using HttpResponseMessage answer = await second.GetAsync(door.Link);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.StartsWith("shiremoot-form"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("This link cannot be used");
        (await second.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Of_twenty_who_use_a_link_at_once_one_gets_in()
    {
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = door.Root };
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => (await client.GetAsync(door.Link)).StatusCode)));
        answers.Count(s => s == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(s => s == HttpStatusCode.Forbidden).ShouldBe(19);
    }

    [Fact]
    public void Of_many_threads_that_spend_one_key_one_succeeds_every_time()
    {
        SignInKeys keys = new(new TestClock());
        for (int round = 0; round < 500; round++)
        {
            string key = keys.Issue();
            int won = 0;
            Parallel.For(0, 8, _ => { if (keys.Spend(key)) Interlocked.Increment(ref won); });
            won.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_key_changed_in_any_one_place_is_refused_and_the_true_one_still_works()
    {
        SignInKeys keys = new(door.Clock);
        string key = keys.Issue();
        key.Length.ShouldBe(43);                                      // 256 bits, six to a letter
        for (int at = 0; at < key.Length; at++)
            keys.Spend($"{key[..at]}{(key[at] == 'A' ? 'B' : 'A')}{key[(at + 1)..]}").ShouldBeFalse();
        foreach (string wrong in (string[])["", " ", key + "=", key + "A", key[..^1], " " + key, key.ToLowerInvariant() + "x", new string('A', 100_000)])
            keys.Spend(wrong).ShouldBeFalse();
        keys.Spend(key).ShouldBeTrue();
        using HttpClient client = door.Client();
        (await client.GetAsync("/sign-in?key=" + new string('A', 43))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/sign-in?key=")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(door.Link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_link_runs_out_after_fifteen_minutes()
    {
        using HttpClient client = door.Client();
        door.Clock.Pass(TimeSpan.FromMinutes(15));
        (await client.GetAsync(door.Link)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Looking_ahead_does_not_use_a_link_up()
    {
        using HttpClient client = door.Client();
        (await client.SendAsync(new(HttpMethod.Head, door.Link))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        HttpRequestMessage ahead = new(HttpMethod.Get, door.Link);
        ahead.Headers.Add("Sec-Purpose", "prefetch;prerender");
        (await client.SendAsync(ahead)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync(door.Link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_session_cookie_is_closed_to_scripts_and_other_sites_and_ends_with_the_browser()
    {
        using HttpClient client = door.Client();
        using HttpResponseMessage answer = await client.GetAsync(door.Link);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldContain("; path=/");
        cookie.ShouldNotContain("expires=");
        cookie.ShouldNotContain("domain=");
    }

    [Fact]
    public async Task A_session_ends_when_unused_for_an_hour_but_not_while_in_use()
    {
        using HttpClient client = await door.SignedInAsync();
        for (int i = 0; i < 3; i++)
        {
            door.Clock.Pass(TimeSpan.FromMinutes(50));
            (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        door.Clock.Pass(TimeSpan.FromMinutes(60));
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_ends_after_ten_hours_however_busy()
    {
        using HttpClient client = await door.SignedInAsync();
        for (int i = 0; i < 11; i++)
        {
            (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            door.Clock.Pass(TimeSpan.FromMinutes(54));
        }
        door.Clock.Pass(TimeSpan.FromMinutes(6));
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copied_cookie_too()
    {
        using HttpClient own = door.Client();
        using HttpResponseMessage signIn = await own.GetAsync(door.Link);
        string copied = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using HttpResponseMessage signOut = await own.SubmitAsync("/sign-out", "/sign-out");
        signOut.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signOut.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"cache\", \"cookies\", \"storage\"");
        using HttpClient thief = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = door.Root };
        thief.DefaultRequestHeaders.Add("Cookie", copied);
        (await thief.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_cookie_changed_in_one_letter_opens_nothing()
    {
        using HttpClient own = door.Client();
        using HttpResponseMessage signIn = await own.GetAsync(door.Link);
        string cookie = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using HttpClient other = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = door.Root };
        foreach (int at in (int[])[cookie.Length - 2, cookie.Length / 2, cookie.IndexOf('=') + 40])
        {
            HttpRequestMessage request = new(HttpMethod.Get, "/");
            request.Headers.Add("Cookie", $"{cookie[..at]}{(cookie[at] == 'x' ? 'y' : 'x')}{cookie[(at + 1)..]}");
            (await other.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task A_new_link_is_printed_on_the_terminal_and_never_on_the_page()
    {
        using HttpClient first = await door.SignedInAsync();
        using HttpClient client = door.Client();
        string old = door.Link;
        using HttpResponseMessage answer = await client.SubmitAsync("/sign-in", "/sign-in");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        door.Link.ShouldNotBe(old);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(door.Link.Split('=')[1]);
        (await client.GetAsync(door.Link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_stranger_who_asks_for_a_link_does_not_spoil_one_that_waits()
    {
        string waiting = door.Link;
        using HttpClient stranger = door.Client();
        (await (await stranger.SubmitAsync("/sign-in", "/sign-in")).Content.ReadAsStringAsync()).ShouldContain("already waiting");
        door.Link.ShouldBe(waiting);
        using HttpClient owner = door.Client();
        (await owner.GetAsync(waiting)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_thirty_keys_in_a_minute_the_next_must_wait()
    {
        using HttpClient client = door.Client();
        for (int i = 0; i < 30; i++) (await client.GetAsync($"/sign-in?key=guess{i}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage answer = await client.GetAsync(door.Link);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        RetryConditionHeaderValue wait = answer.Headers.RetryAfter.ShouldNotBeNull();
        wait.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Too many tries");
    }
}
