using System.Diagnostics.CodeAnalysis;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>Checks what a statistic is given: known, finite, of the right sign.</summary>
internal static class Given
{
    public static bool IsBadCount([NotNullWhen(false)] double? value, string what, [NotNullWhen(true)] out Refusal? why)
    {
        why = value is not { } v || !double.IsFinite(v) ? Refusals.NotKnown(what) : v < 0 ? Refusals.Negative(what, v) : null;
        return why is not null;
    }

    public static bool IsBadSize([NotNullWhen(false)] double? value, string what, [NotNullWhen(true)] out Refusal? why)
    {
        why = value is not { } v || !double.IsFinite(v) ? Refusals.NotKnown(what) : v <= 0 ? Refusals.NotPositive(what, v) : null;
        return why is not null;
    }
}
