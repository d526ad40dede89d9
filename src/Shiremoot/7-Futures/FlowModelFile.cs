using Shiremoot.Futures.Forecasting;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads the files of the folder 'forecasts'. Form: docs/schemas/forecast.schema.json.</summary>
public static class FlowModelFile
{
    /// <summary>Every model of the folders, in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold forecasts/ and statistics/, the place's last.</param>
    public static Outcome<IReadOnlyList<FlowModel>> ReadAll(IReadOnlyList<string> folders)
    {
        List<FlowModel> models = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "forecasts"))
        {
            if (PlaceFile.Read(path, shownAs, Read).Refused(out Refusal? why, out FlowModel? model)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else if (model.File is null) faults.Add($"{shownAs}:1: 'file' is missing; add 'file:' with the name of a file of the folder statistics.");
            else models.Add(model with { Path = folders.Select(f => Path.Combine(f, "statistics", model.File)).LastOrDefault(File.Exists) ?? model.File });
        }
        foreach (IGrouping<string, FlowModel> same in models.GroupBy(m => m.Id).Where(g => g.Count() > 1)) faults.Add($"forecasts: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? FlowRefusals.ModelFaults(faults) : Outcome.Of<IReadOnlyList<FlowModel>>(models);
    }

    /// <summary>Reads one file.</summary>
    public static Outcome<FlowModel> Read(string path) => PlaceFile.Read(path, Path.GetFileName(path), Read);

    /// <summary>Reads one from text in hand.</summary>
    public static Outcome<FlowModel> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, Read);

    internal static Refusal NoSuchModel(string id, IEnumerable<string> known) => FlowRefusals.NoSuchModel(id, known);

    private static FlowModel Read(MapNode map)
    {
        FlowModel model = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            File = map.TextOr("file"),
            Quarter = map.TextOr("quarter"),
            Note = map.TextOr("note", ""),
            Series = [.. map.Maps("series").Select(ReadSeries)],
            LeftOut = [.. map.Maps("left_out").Select(m => new ColumnLeftOut(m.Text("column"), m.Text("why")))],
        };
        if (model.Series.Count == 0) map.Fault("series", "is missing; name at least one column that is forecast.");
        if (model.File is { } file && (Path.GetFileName(file) != file || file.Length == 0)) map.Fault("file", "must be the name of a file of the folder statistics, without a path.");
        foreach (string twice in model.Series.Select(s => s.Column).Concat(model.LeftOut.Select(l => l.Column)).GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key))
            map.Fault("series", $"or 'left_out' names the column '{twice}' twice; name it once.");
        HashSet<string> flows = new(model.Series.Where(s => s.Kind == SeriesKind.Flow).Select(s => s.Column), StringComparer.OrdinalIgnoreCase);
        foreach (string other in model.Series.SelectMany(s => s.In.Concat(s.Out)).Where(c => !flows.Contains(c)).Distinct())
            map.Fault("series", $"feed a stock from '{other}', which is no flow among them; add it as one, or leave it out of 'in' and 'out'.");
        return model;
    }

    private static SeriesSpec ReadSeries(MapNode map)
    {
        string column = map.Text("column");
        SeriesSpec series = new(column, map.TextOr("title", column), map.TextOr("unit", ""), map.Choice("kind", ("flow", SeriesKind.Flow), ("stock", SeriesKind.Stock), ("rate", SeriesKind.Rate)), map.Texts("in"), map.Texts("out"));
        if (series.Kind != SeriesKind.Stock && series.In.Count + series.Out.Count > 0) map.Fault("in", "and 'out' are of stocks; say 'kind: stock', or leave them out.");
        if (series.Kind == SeriesKind.Stock && series.In.Count > 0 != series.Out.Count > 0) map.Fault(series.In.Count > 0 ? "out" : "in", "is missing; a stock needs both what adds to it and what takes from it, or neither.");
        if (series.In.Intersect(series.Out, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } both) map.Fault("in", $"and 'out' both hold '{both}'; name it in one.");
        return series;
    }
}
