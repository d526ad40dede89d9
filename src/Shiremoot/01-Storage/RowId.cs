namespace Shiremoot.Storage;

/// <summary>The id of a stored row: load, row of its file and part of that row, so that a load's rows lie together and a row can be traced to its line.</summary>
public static class RowId
{
    /// <summary>The most parts one row of a file may become.</summary>
    public const int MaxParts = 256;

    public static long Of(long load, long row, int part = 0) => (load << 40) | (row << 8) | (long)part;

    public static long First(long load) => load << 40;

    public static long LoadOf(long id) => id >> 40;

    public static long RowOf(long id) => (id >> 8) & 0xFFFF_FFFF;
}
