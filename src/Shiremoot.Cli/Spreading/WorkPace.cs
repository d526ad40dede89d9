using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Spreading;

/// <summary>How long workers, and whoever waits for them, pause between two looks at the store. SHIREMOOT_WORK_PACE shortens or lengthens all of it.</summary>
/// <param name="Times">What the usual pauses are multiplied by.</param>
sealed record WorkPace(double Times)
{
    /// <summary>The environment variable that says how many times the usual pauses.</summary>
    public const string Variable = "SHIREMOOT_WORK_PACE";

    private const double Least = 0.01, Most = 100;

    /// <summary>How often a worker says that it lives, and how long past that the others wait for it. One that is only slow is taken for dead: its slice is run twice and counted once.</summary>
    public TimeSpan CheckIn => Of(2);

    /// <inheritdoc cref="CheckIn"/>
    public TimeSpan Grace => Of(4);

    /// <summary>How often a worker without work looks for some: other programs hand over, and nobody tells this one. Quartz takes no less.</summary>
    public TimeSpan Idle => TimeSpan.FromSeconds(Math.Max(1, Times));

    /// <summary>From an attempt that went wrong to the next.</summary>
    public TimeSpan Again => Of(1);

    /// <summary>Between two questions to a store that does not answer.</summary>
    public TimeSpan StoreAway => Of(2);

    /// <summary>How often a worker that is to end looks whether anything is left.</summary>
    public TimeSpan Left => Of(0.5);

    /// <summary>How often whoever waits looks how far the workers are.</summary>
    public TimeSpan Waiting => Of(0.3);

    /// <summary>The pace that the environment asks for, the usual one if it says nothing.</summary>
    public static Outcome<WorkPace> Read()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } given) return new WorkPace(1);
        return double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double times) && times is >= Least and <= Most ? new WorkPace(times) : Refusals.NoPace(Variable, given, Least, Most);
    }

    private TimeSpan Of(double seconds) => TimeSpan.FromSeconds(seconds * Times);
}
