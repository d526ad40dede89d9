using System.Text.Json.Serialization;

namespace Shiremoot.Futures;

/// <summary>What to simulate.</summary>
public sealed record SimulationAsked
{
    public const int MostYears = 100, MostRuns = 100_000;

    /// <summary>A warm-up after which those who came in longest ago are there too: people may come back for so many years.</summary>
    public const int LifeLong = 60;

    /// <summary>Years that figures are kept for.</summary>
    public int Years { get; init; } = 10;

    /// <summary>Years before them, from empty, in which the system fills.</summary>
    public int WarmUpYears { get; init; } = 10;

    /// <summary>Each run fills the system anew. Otherwise all go on from one past: the place as it stands today.</summary>
    public bool OwnPasts { get; init; }

    /// <summary>Only people whom this can ever be true of are followed; for models in which nobody waits for anybody. Null for everyone.</summary>
    public ScenarioAudience? Only { get; init; }

    /// <summary>Runs: each a different chance of the same world.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>The number of the first of them: runs 100 to 199 are the same whether they are made alone or after others.</summary>
    public int FirstRun { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Threads at once; results are the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the runs, and whoever asked for them, with an <see cref="OperationCanceledException"/>.</summary>
    [JsonIgnore]
    public CancellationToken Stop { get; init; }

    /// <summary>Figures kept for each year: 1, 4 or 12.</summary>
    public int PeriodsPerYear { get; init; } = 1;

    /// <summary>Values of a scenario's numbers drawn from what is known of them: so many different worlds, shared out over the runs. 1 keeps them at their likeliest.</summary>
    public int Worlds { get; init; } = 20;

    /// <summary>People from outside a day; null for the model's own. An option keeps those of the baseline.</summary>
    public double? ArrivalsPerDay { get; init; }
}
