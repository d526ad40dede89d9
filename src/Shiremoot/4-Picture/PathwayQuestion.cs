namespace Shiremoot.Picture;

/// <summary>What is asked of the pathways of a log beside its network and variants.</summary>
public sealed record PathwayQuestion
{
    /// <summary>The path cases are meant to take.</summary>
    public IntendedPath? Path { get; init; }

    /// <summary>The activity whose first event is looked back from.</summary>
    public string? Before { get; init; }

    /// <summary>The stage from which time is measured.</summary>
    public string? From { get; init; }

    /// <summary>The stage to which time is measured.</summary>
    public string? To { get; init; }

    /// <summary>How many threads may work; changes no answer.</summary>
    public int Threads { get; init; } = 1;
}
