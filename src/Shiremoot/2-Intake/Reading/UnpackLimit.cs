using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>How much may come out of a packed file, so that a bomb is refused before it fills memory or disk.</summary>
internal readonly record struct UnpackLimit(string Name, long Packed, long MostBytes, double MostRatio)
{
    /// <summary>Small files may be as repetitive as they like.</summary>
    private const long Floor = 10_000_000;

    public static UnpackLimit Of(SourceFile file, long packed, FileFormat format) => new(file.Name, packed, format.MaxUnpackedBytes, format.MaxRatio);

    public Refusal? Check(long unpacked) =>
        unpacked > MostBytes || (unpacked > Floor && unpacked > MostRatio * Packed) ? Refusals.TooMuch(Name, MostBytes, MostRatio) : null;
}
