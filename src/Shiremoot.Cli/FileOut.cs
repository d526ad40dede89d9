using System.Security.Cryptography;
using System.Text;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>Writes what a verb was asked to write to files, whole or not at all.</summary>
static class FileOut
{
    /// <summary>Writes text to a file.</summary>
    public static Refusal? WriteText(string text, string path) => WriteWhole(path, file => file.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes sheets of formulas to a workbook.</summary>
    public static Refusal? WriteFormulas(IReadOnlyList<FormulaSheet> sheets, string path)
    {
        using MemoryStream whole = new();
        ReleaseFiles.WriteFormulas(sheets, whole);
        return WriteWhole(path, whole.WriteTo);
    }

    /// <summary>Writes a table to a workbook.</summary>
    public static Outcome<long> Write(ReleaseTable table, string path)
    {
        using MemoryStream whole = new();
        if (ReleaseFiles.WriteXlsx(table, whole).Refused(out Refusal? why, out long rows)) return why;
        return WriteWhole(path, whole.WriteTo) is { } unwritten ? unwritten : rows;
    }

    /// <summary>Writes a table as the name of the file says: a workbook for .xlsx, otherwise comma-separated text.</summary>
    public static Outcome<long> WriteTable(ReleaseTable table, string path)
    {
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) return Write(table, path);
        using MemoryStream text = new();
        long rows = ReleaseFiles.WriteCsv(table, text);
        return WriteText(Encoding.UTF8.GetString(text.ToArray()), path) is { } why ? why : rows;
    }

    /// <summary>Writes rows to a file; gives how many, and the SHA-256 of the file in small hexadecimal figures, by which two can be told to be the same.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">Writes the rows and says how many.</param>
    public static Outcome<(long Rows, string Sha256)> WriteRows(string path, Func<Stream, long> rows)
    {
        using SHA256 hash = SHA256.Create();
        long written = 0;
        Refusal? why = WriteWhole(path, file =>
        {
            using CryptoStream hashed = new(file, hash, CryptoStreamMode.Write, leaveOpen: true);
            written = rows(hashed);
        });
        return why is null ? (written, Convert.ToHexStringLower(hash.Hash!)) : why;
    }

    /// <summary>Refuses, before any work is done, files that cannot be written, one that is asked for twice, and one that would take the place of a file that is read.</summary>
    /// <param name="written">Each option and the file it names, if any.</param>
    /// <param name="read">The files that are read.</param>
    public static Refusal? Refuse(IReadOnlyList<(string Option, string? Path)> written, IEnumerable<string?> read)
    {
        HashSet<string> inputs = [.. read.OfType<string>().Where(File.Exists).Select(Path.GetFullPath)];
        Dictionary<string, string> taken = [];
        foreach ((string option, string? path) in written)
        {
            if (path is null) continue;
            if (WholeFile.Unwritable(path) is { } why) return Refusals.CannotWrite(path, why);
            string full = Path.GetFullPath(path);
            if (inputs.Contains(full)) return Refusals.WouldReplaceInput(option, path);
            if (!full.StartsWith("/dev/", StringComparison.Ordinal) && !taken.TryAdd(full, option)) return Refusals.SameFileTwice(taken[full], option, path);
        }
        return null;
    }

    private static Refusal? WriteWhole(string path, Action<Stream> write)
    {
        try
        {
            WholeFile.Write(path, file =>
            {
                write(file);
                return true;
            });
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.CannotWrite(path, wrong.Message);
        }
    }
}
