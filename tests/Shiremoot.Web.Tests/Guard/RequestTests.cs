using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shiremoot.Web.Guard;

namespace Shiremoot.Web.Tests.Guard;

/// <summary>What any request meets, signed in or not.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private RunningDoor door = null!;

    public async Task InitializeAsync() => door = await RunningDoor.OpenAsync();

    public async Task DisposeAsync() => await door.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/methods")]
    [InlineData("/no-such-page")]
    [InlineData("/sign-out")]
    public async Task Without_a_session_every_page_leads_to_sign_in(string page)
    {
        using HttpClient client = door.Client();
        using HttpResponseMessage answer = await client.GetAsync(page);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    [Theory]
    [InlineData("/api/v1/about")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/v1/no-such-thing")]
    public async Task Without_a_session_the_API_answers_401_as_problem_details(string address)
    {
        using HttpClient client = door.Client();
        using HttpResponseMessage answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/health")]
    [InlineData("/built/site.css")]
    [InlineData("/no-such-page")]
    [InlineData("/fault")]
    [InlineData("/api/v1/about")]
    [InlineData("/api/v1/fault")]
    [InlineData("/error/500")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        foreach (HttpClient client in (HttpClient[])[door.Client(), await door.SignedInAsync()])
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";
            Header("Content-Security-Policy").ShouldBe(SecurityHeaders.ContentSecurityPolicy);
            Header("Content-Security-Policy").ShouldNotContain("unsafe");
            Header("X-Content-Type-Options").ShouldBe("nosniff");
            Header("X-Frame-Options").ShouldBe("DENY");
            Header("Referrer-Policy").ShouldBe("no-referrer");
            Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
            Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
            Header("Permissions-Policy").ShouldContain("geolocation=()");
            Header("Server").ShouldBe("");
            if (!address.StartsWith("/built")) answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            client.Dispose();
        }
    }

    [Fact]
    public async Task Styles_and_scripts_are_named_by_content_and_kept_for_a_year()
    {
        using HttpClient client = door.Client();
        var page = await client.ReadAsync("/sign-in");
        string style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        style.ShouldContain("?v=");
        using HttpResponseMessage answer = await client.GetAsync(style);
        answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        string css = await answer.Content.ReadAsStringAsync();
        css.ShouldNotContain("GDS Transport");
        css.ShouldNotContain("url(http");
        css.ShouldNotContain("url(//");
        css.ShouldNotContain("crown");
    }

    [Theory]
    [InlineData("/built/")]
    [InlineData("/built/done")]
    [InlineData("/../Shiremoot.Web.dll")]
    [InlineData("/methods/..%2f..%2fplace")]
    [InlineData("/web.config")]
    public async Task Only_listed_kinds_of_file_are_served(string address)
    {
        using HttpClient client = await door.SignedInAsync();
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_page_says_so()
    {
        using HttpClient client = await door.SignedInAsync();
        using HttpResponseMessage answer = await client.GetAsync("/no-such-page");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Page not found");
    }

    [Fact]
    public async Task A_fault_shows_a_reference_and_nothing_of_the_program()
    {
        using HttpClient client = await door.SignedInAsync();
        foreach (string address in (string[])["/fault", "/api/v1/fault"])
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            string body = await answer.Content.ReadAsStringAsync();
            body.ShouldNotContain("secret");
            body.ShouldNotContain("   at ");
            body.ShouldNotContain("Exception");
        }
        JsonElement problem = await (await client.GetAsync("/api/v1/fault")).Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("type").GetString().ShouldBe("WEB-500");
        problem.GetProperty("reference").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_error_page_asked_for_by_its_address_is_not_there()
    {
        using HttpClient client = await door.SignedInAsync();
        (await client.GetAsync("/error/500")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/error/200")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST", "/sign-out")]
    [InlineData("POST", "/sign-in")]
    [InlineData("POST", "/api/v1/echo")]
    [InlineData("PUT", "/")]
    [InlineData("DELETE", "/api/v1/about")]
    [InlineData("PATCH", "/no-such-page")]
    public async Task Nothing_is_changed_without_the_form_s_own_token(string method, string address)
    {
        using HttpClient client = await door.SignedInAsync();
        await client.GetAsync("/");                                   // gives the cookie that the token belongs to
        using HttpResponseMessage answer = await client.SendAsync(new(new HttpMethod(method), address));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    public async Task A_request_from_another_site_is_refused_even_with_the_token(string header, string value)
    {
        using HttpClient client = await door.SignedInAsync();
        client.DefaultRequestHeaders.Add(header, value);
        (await client.SubmitAsync("/sign-out", "/sign-out")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_API_takes_the_token_as_a_header()
    {
        using HttpClient client = await door.SignedInAsync();
        string token = (await client.ReadAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/echo");
        request.Headers.Add("RequestVerificationToken", token);
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_host_s_name_is_refused()
    {
        using HttpClient client = door.Client();
        HttpRequestMessage request = new(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "rebound.example.org";
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_of_over_a_megabyte_is_refused()
    {
        using HttpClient client = await door.SignedInAsync();
        using HttpResponseMessage answer = await client.PostAsync("/sign-out", new FormUrlEncodedContent([new("a", new string('a', 2 << 20))]));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_what_the_API_answers()
    {
        using HttpClient client = await door.SignedInAsync();
        JsonElement document = await client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json");
        document.GetProperty("paths").TryGetProperty("/api/v1/about", out _).ShouldBeTrue();
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/about")).GetProperty("place").GetString().ShouldBe("Testshire");
    }
}
