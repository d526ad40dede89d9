using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>Writes pathways whole to a folder: a CSV a table, and the flows as JSON for a Sankey diagram.</summary>
static class PathwayFolder
{
    public static Outcome<IReadOnlyList<string>> Write(PathwayPicture picture, string folder, string read)
    {
        PathwayTables tables = new(picture);
        (string Name, ReleaseTable? Table)[] all =
        [
            ("stages", tables.Stages(int.MaxValue)), ("network", tables.Moves(int.MaxValue)), ("waits", tables.Waits(int.MaxValue)), ("variants", tables.Variants(int.MaxValue)),
            ("between", tables.Between), ("before", tables.Before(int.MaxValue)), ("orders", tables.Orders(int.MaxValue)), ("conformance", tables.Conformance(int.MaxValue)),
        ];
        string flows = Path.Combine(folder, "sankey.json");
        List<string> written = [];
        try
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, ReleaseTable? table) in all)
            {
                if (table is null) continue;
                string path = Path.Combine(folder, name + ".csv");
                if (FileOut.Refuse([("--out", path)], [read]) is { } taken) return taken;
                WholeFile.Write(path, file => ReleaseFiles.WriteCsv(table, file));
                written.Add(path);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusals.CannotWrite(folder, wrong.Message);
        }
        if (FileOut.Refuse([("--out", flows)], [read]) is { } why) return why;
        if (FileOut.WriteText(JsonSerializer.Serialize(PathwayJson.Sankey(picture), Door.Json), flows) is { } unwritten) return unwritten;
        written.Add(flows);
        return written;
    }
}
