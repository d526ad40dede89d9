using Xunit;

namespace Shiremoot.Tests;

/// <summary>Tests that measure the memory of the whole process: they run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
