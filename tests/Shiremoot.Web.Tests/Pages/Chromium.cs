using Microsoft.Playwright;

namespace Shiremoot.Web.Tests.Pages;

/// <summary>One headless Chromium for all browser tests: Debian's, or the one CHROMIUM_PATH names. None is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        string path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) throw new InvalidOperationException($"There is no Chromium at {path}. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>The walk through every page takes as long as all other browser tests together: with a browser of its own it goes beside them.</summary>
[CollectionDefinition(nameof(Crawl))]
public sealed class CrawlCollection : ICollectionFixture<Chromium>;

[CollectionDefinition(nameof(Chromium))]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
