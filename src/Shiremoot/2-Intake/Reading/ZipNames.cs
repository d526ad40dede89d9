using System.Text;
using System.Text.Unicode;

namespace Shiremoot.Intake.Reading;

/// <summary>The names inside a zip. None is ever used as a path here; one that would be dangerous elsewhere says enough about the sender.</summary>
internal static class ZipNames
{
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>UTF-8 if it is that, else a byte a character; \ of old Windows packers becomes /.</summary>
    public static string Read(ReadOnlySpan<byte> name) =>
        (Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name)).Replace('\\', '/');

    public static bool IsUnsafe(string name) =>
        name.Length == 0 || name[0] == '/' || name.Contains(':') || name.Any(char.IsControl) || name.TrimEnd('/').Split('/').Any(IsUnsafePart);

    private static bool IsUnsafePart(string part) => part.Length == 0 || part.All(c => c is '.' or ' ') || Devices.Contains(part.Split('.')[0].TrimEnd());
}
