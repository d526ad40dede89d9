namespace Shiremoot.Records.Cohorts;

/// <summary>The three answers of a condition (Kleene 1938), a byte a row. Unknown keeps nobody, and "not" of it is still unknown.</summary>
static class Truth
{
    public const byte No = 0;
    public const byte Yes = 1;
    public const byte Unknown = 2;

    public static byte Of(bool holds) => holds ? Yes : No;
}
