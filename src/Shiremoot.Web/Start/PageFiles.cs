namespace Shiremoot.Web.Start;

/// <summary>Gives back what watches the files of pages when the door is closed: nobody else does, and the system has few such watchers for a user.</summary>
internal sealed class PageFiles(IWebHostEnvironment environment) : IHostedService, IDisposable
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => (environment.WebRootFileProvider as IDisposable)?.Dispose();
}
