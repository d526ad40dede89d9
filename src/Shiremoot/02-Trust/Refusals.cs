using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>What this room can refuse, each with its stable code.</summary>
static class Refusals
{
    public static Refusal TooManyRows(string title, int most) => new(
        "TRUST-01",
        $"'{title}' has more than {most:N0} rows, the most a worksheet can hold.",
        "Download it as .csv, or choose fewer areas or periods.");
}
