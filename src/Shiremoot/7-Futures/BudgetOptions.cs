namespace Shiremoot.Futures;

/// <summary>How a contract is worked out.</summary>
public sealed record BudgetOptions
{
    /// <summary>How often demand is drawn where no result gives it.</summary>
    public int Runs { get; init; } = 10_000;

    /// <summary>The same seed gives the same draws on any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The arm of a result that is the option; null where it has but one.</summary>
    public string? Arm { get; init; }
}
