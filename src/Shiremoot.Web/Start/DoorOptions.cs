namespace Shiremoot.Web.Start;

/// <summary>What the web door is started with.</summary>
public sealed record DoorOptions
{
    /// <summary>Loopback, so that nothing but this machine can reach it unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Addresses to listen on: http://127.0.0.1:5080. Port 0 takes any free port.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Names by which browsers may call us, besides those in <see cref="Urls"/> and loopback: needed when listening on every address.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The folder of method pages in Markdown. By default the copy beside the program.</summary>
    public string MethodsFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "methods");

    /// <summary>The time, for links and sessions that run out.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Runs of a sharp answer about the future, and sets of a scenario's numbers among them: what the command line works out unless told otherwise.</summary>
    public (int Runs, int Worlds) Sharp { get; init; } = (100, 20);

    /// <summary>Where sign-in links are printed.</summary>
    public TextWriter Terminal { get; init; } = Console.Out;
}
