using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Shiremoot.Intake.Reading;

/// <summary>The last line of a file that says how many rows it should have. Without it the file was cut short.</summary>
internal sealed class Trailer(string pattern)
{
    private const int LongestBytes = 4096;
    private readonly Regex regex = Compile(pattern);

    /// <summary>The rows declared, -1 if the line has the form of a trailer and no number; null if it is no trailer.</summary>
    public long? Declared(ReadOnlySpan<byte> row)
    {
        if (row.Length > LongestBytes) return null;
        Match match = regex.Match(Encoding.UTF8.GetString(row));
        if (!match.Success) return null;
        string digits = match.Groups["rows"].Value.Replace(",", "", StringComparison.Ordinal).Trim();
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long rows) ? rows : -1;
    }

    public static bool IsSound(string pattern)
    {
        try
        {
            return Compile(pattern).GetGroupNames().Contains("rows");
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    // Without backtracking no pattern of a feed can hang on a line of a file.
    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
