using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Extracts;

/// <summary>The folder a run writes into: its own, marked as such by a file that names what it holds.</summary>
sealed class ExtractFolder
{
    /// <summary>The file that says the folder holds a generated run and nothing else.</summary>
    public const string MarkFile = "GENERATED.txt";

    private const string Heading = "Everything in this folder is generated. No line of it is about a real person.";
    private readonly string path;
    private readonly string[] earlier;

    private ExtractFolder(string path, string[] earlier) => (this.path, this.earlier) = (path, earlier);

    /// <summary>Makes the folder if need be; refused if it holds anything an earlier run did not write.</summary>
    public static Outcome<ExtractFolder> Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            string[] found = [.. Directory.EnumerateFileSystemEntries(path).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(ExtractFile.Unfinished, StringComparison.Ordinal))];
            if (found.Length == 0) return new ExtractFolder(path, []);
            string mark = Path.Combine(path, MarkFile);
            string[] lines = File.Exists(mark) ? File.ReadAllLines(mark) : [];
            if (lines.Length == 0 || lines[0] != Heading) return Refusals.FolderInUse(path);
            string[] earlier = [.. lines.Skip(1).Where(l => l.Length > 0 && Path.GetFileName(l) == l)];
            return found.All(f => f == MarkFile || earlier.Contains(f)) ? new ExtractFolder(path, earlier) : Refusals.FolderInUse(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.NoFolder(path, wrong.Message);
        }
    }

    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Puts the finished files in the stead of the earlier run's. Broken off half-way, the mark still names every file that may be there.</summary>
    public void Settle(IReadOnlyList<(string Name, ExtractFile File)> files)
    {
        string[] now = [.. files.Select(f => f.Name)];
        WriteMark([.. now, .. earlier.Except(now)]);
        foreach ((_, ExtractFile file) in files) file.Settle();
        foreach (string gone in earlier.Except(now)) File.Delete(PathOf(gone));
        WriteMark(now);
    }

    private void WriteMark(string[] names)
    {
        string unfinished = PathOf(MarkFile + ExtractFile.Unfinished);
        File.WriteAllText(unfinished, string.Join('\n', [Heading, .. names.Order(StringComparer.Ordinal), ""]), new UTF8Encoding(false));
        File.Move(unfinished, PathOf(MarkFile), overwrite: true);
    }
}
