using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>Writes a table to a workbook file, whole or not at all.</summary>
static class FileOut
{
    /// <summary>Writes text to a file, whole or not at all.</summary>
    public static Refusal? WriteText(string text, string path)
    {
        try
        {
            File.WriteAllText(path + ".unfinished", text);
            File.Move(path + ".unfinished", path, overwrite: true);
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.CannotWrite(path, wrong.Message);
        }
    }

    public static Outcome<long> Write(ReleaseTable table, string path)
    {
        string unfinished = path + ".unfinished";
        Outcome<long> written;
        try
        {
            using FileStream file = File.Create(unfinished);
            written = ReleaseFiles.WriteXlsx(table, file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            return Refusals.CannotWrite(path, wrong.Message);
        }
        if (written.IsRefused) File.Delete(unfinished);
        else File.Move(unfinished, path, overwrite: true);
        return written;
    }
}
