using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The time of each event in seconds since 1970, held as seconds or as days: of days the seconds are those of midnight.</summary>
readonly struct EventTimes
{
    /// <summary>Stands for a time that is not known.</summary>
    public const long Unknown = long.MinValue;

    private const long SecondsInADay = 86_400;
    private readonly long[]? seconds;
    private readonly int[]? days;

    private EventTimes(long[]? seconds, int[]? days) => (this.seconds, this.days) = (seconds, days);

    public static EventTimes InSeconds(long[] seconds) => new(seconds, null);

    /// <summary>Days since 1970; <see cref="Days.Unknown"/> where not known.</summary>
    public static EventTimes InDays(int[] days) => new(null, days);

    public long this[int e] => seconds is not null ? seconds[e] : days![e] == Days.Unknown ? Unknown : days[e] * SecondsInADay;

    /// <summary>Seconds from one event to a later one; -1 if either time is not known.</summary>
    public long Between(int earlier, int later)
    {
        long from = this[earlier], to = this[later];
        return from == Unknown || to == Unknown ? -1 : to - from;
    }
}
