using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Shiremoot.Terms;

namespace Shiremoot.Picture.EventLogs;

/// <summary>Reads the times of events by the patterns given, in their order, or by ISO 8601 where none is. All are compared in UTC; a time without an offset is taken as UTC.</summary>
sealed class MomentReading
{
    private static readonly Instant Origin = Instant.FromUtc(1, 1, 1, 0, 0);
    private readonly Reading[] patterns;

    private delegate bool Reading(string text, out Instant moment);

    private MomentReading(Reading[] patterns) => this.patterns = patterns;

    /// <summary>Events so far whose time had an offset, and those whose time had none.</summary>
    public (long With, long Without) Offsets { get; private set; }

    /// <param name="patterns">As NodaTime writes them (dd/MM/yyyy HH:mm), with z at the end for an offset; none for ISO 8601.</param>
    public static Outcome<MomentReading> By(IReadOnlyList<string> patterns)
    {
        List<Reading> readings = [];
        foreach (string pattern in patterns)
        {
            try
            {
                readings.Add(Of(pattern));
            }
            catch (InvalidPatternException wrong)
            {
                return EventLogRefusals.BadTimeFormat(pattern, wrong.Message);
            }
        }
        return new MomentReading([.. readings]);
    }

    /// <summary>True with the ticks since 1 January of the year 1.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        if (patterns.Length == 0)
        {
            if (!IsoMoment.TryRead(text, out ticks, out bool hasOffset)) return false;
            Offsets = (Offsets.With + (hasOffset ? 1 : 0), Offsets.Without + (hasOffset ? 0 : 1));
            return true;
        }
        string written = Encoding.UTF8.GetString(text);
        foreach (Reading reading in patterns)
        {
            if (!reading(written, out Instant moment)) continue;
            ticks = (moment - Origin).BclCompatibleTicks;
            return true;
        }
        ticks = 0;
        return false;
    }

    private static Reading Of(string pattern)
    {
        if (pattern.EndsWith('z'))
        {
            OffsetDateTimePattern offset = OffsetDateTimePattern.Create(pattern[..^1] + "o<Z+HH:mm>", CultureInfo.InvariantCulture, default);
            return (string text, out Instant moment) =>
            {
                bool read = offset.Parse(text).TryGetValue(default, out OffsetDateTime found) && found.Year is > 1 and < 9999;
                moment = read ? found.ToInstant() : default;
                return read;
            };
        }
        if (pattern.AsSpan().IndexOfAny("Hh") < 0)
        {
            LocalDatePattern date = LocalDatePattern.CreateWithInvariantCulture(pattern);
            return (string text, out Instant moment) =>
            {
                bool read = date.Parse(text).TryGetValue(default, out LocalDate found);
                moment = read ? found.AtMidnight().InUtc().ToInstant() : default;
                return read;
            };
        }
        LocalDateTimePattern local = LocalDateTimePattern.CreateWithInvariantCulture(pattern);
        return (string text, out Instant moment) =>
        {
            bool read = local.Parse(text).TryGetValue(default, out LocalDateTime found);
            moment = read ? found.InUtc().ToInstant() : default;
            return read;
        };
    }
}
