using Shiremoot.Picture.Pathways;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The path that cases are meant to take, as someone states it. The language: docs/methods/pathways.md.</summary>
public sealed record IntendedPath
{
    /// <summary>What the path is.</summary>
    public string Title { get; init; } = "the path given";

    /// <summary>The path as written: stages with arrows between.</summary>
    public required string Written { get; init; }

    /// <summary>Stages of it that are right though no case has reached them.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>Who says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>A path given on the command line: the file of that name if there is one, else the path itself.</summary>
    public static Outcome<IntendedPath> Given(string pathOrFile)
    {
        bool isFile = !pathOrFile.Contains("->", StringComparison.Ordinal) && (File.Exists(pathOrFile) || pathOrFile.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || pathOrFile.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
        return isFile ? PlaceFile.TextOf(pathOrFile, pathOrFile).Then(text => ReadText(text, Path.GetFileName(pathOrFile))) : new IntendedPath { Written = pathOrFile };
    }

    /// <summary>Reads a file of a path; all its faults are told together.</summary>
    public static Outcome<IntendedPath> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, Read);

    private static IntendedPath Read(MapNode map)
    {
        IntendedPath path = new() { Title = map.Text("title"), Written = map.Text("path"), Unseen = map.Texts("unseen"), Source = map.TextOr("source", "") };
        if (path.Written.Length > 0 && PathGrammar.Read(path.Written).Refused(out Refusal? why, out _)) map.Fault("path", $"cannot be used. {why.Says} {why.Try}");
        return path;
    }
}
