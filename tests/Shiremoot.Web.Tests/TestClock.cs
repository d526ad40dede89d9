namespace Shiremoot.Web.Tests;

/// <summary>A clock that stands still until it is told to move.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}
