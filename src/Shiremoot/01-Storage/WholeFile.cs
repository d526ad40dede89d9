using System.Runtime.InteropServices;

namespace Shiremoot.Storage;

/// <summary>Writes a file whole or not at all: under another name beside its place, which is moved there when all is written, and deleted if the writing fails or the program is stopped.</summary>
public static class WholeFile
{
    private const string Unfinished = ".unfinished";

    /// <summary>Writes a file. What goes wrong on the way is thrown as <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, and leaves nothing behind.</summary>
    public static T Write<T>(string path, Func<FileStream, T> write)
    {
        if (Unwritable(path) is { } why) throw new IOException(why);
        if (IsDevice(path))
        {
            using FileStream device = File.OpenWrite(path);
            return write(device);
        }
        string unfinished = path + Unfinished;
        void Delete(PosixSignalContext stopping) => File.Delete(unfinished); // the program then ends as it would have
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Delete), terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Delete),
            hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Delete);
        try
        {
            T written;
            using (FileStream file = File.Create(unfinished)) written = write(file);
            File.Move(unfinished, path, overwrite: true);
            return written;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Why a file cannot be written, so that it is known before hours of work; null if it can.</summary>
    public static string? Unwritable(string path)
    {
        if (path.Length == 0) return "the name is empty";
        if (Directory.Exists(path)) return "it is a folder";
        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder) ? $"there is no folder {folder}" : null;
    }

    // A device is written to and not replaced: nobody means /dev/null to become a file.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path) is var full && File.Exists(full) && full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
