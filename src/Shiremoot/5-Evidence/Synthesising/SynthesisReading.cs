using Shiremoot.Storage;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>Reads the map of a synthesis.</summary>
static class SynthesisReading
{
    public static SynthesisFile Read(MapNode map, string folder)
    {
        string id = map.Text("id"), file = map.Text("file");
        if (id.Length > 0 && !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) map.Fault("id", "must be of small letters, digits and hyphens.");
        // A file of a place is no way to read others.
        if (file.Length > 0 && file != Path.GetFileName(file)) map.Fault("file", "must be the name of a table in the same folder.");
        else if (file.Length > 0 && !File.Exists(Path.Combine(folder, file))) map.Fault("file", $"is {file}, which is not in the same folder.");
        IReadOnlyList<string> groups = map.Texts("groups");
        if (groups.Count is not (0 or 2)) map.Fault("groups", "must name two groups, the first first.");
        SynthesisQuestion question = new()
        {
            Measure = map.Choice("measure", [.. Enum.GetValues<SynthesisMeasure>().Select(m => (m.Code(), m))]),
            Method = map.Choice("method", ("reml", SynthesisMethod.Reml), ("dl", SynthesisMethod.DerSimonianLaird), ("pm", SynthesisMethod.PauleMandel), ("fixed", SynthesisMethod.Fixed)),
            Columns = map.MapOr("columns") is { } columns ? Columns(columns) : new(),
            KnappHartung = map.Flag("knapp_hartung"),
            Study = map.TextOr("study"),
            Cluster = map.TextOr("cluster"),
            ThreeLevel = map.Flag("three_level"),
            Moderators = map.Texts("moderators"),
            Confidence = map.NumberOr("confidence") ?? 0.95,
            Continuity = map.NumberOr("continuity"),
        };
        if (!map.Has("columns")) map.Fault("columns", "is missing; name the columns effects come from, such as { effect: yi, variance: vi }.");
        return new(id, map.Text("title"), map.Text("source"), Path.Combine(folder, Path.GetFileName(file)), question, groups, map.TextOr("note", ""));
    }

    private static StudyColumns Columns(MapNode map) => new()
    {
        Effect = map.TextOr("effect"),
        Variance = map.TextOr("variance"),
        Error = map.TextOr("error"),
        Events1 = map.TextOr("events_1"),
        Total1 = map.TextOr("total_1"),
        Events2 = map.TextOr("events_2"),
        Total2 = map.TextOr("total_2"),
        Mean1 = map.TextOr("mean_1"),
        Spread1 = map.TextOr("sd_1"),
        Mean2 = map.TextOr("mean_2"),
        Spread2 = map.TextOr("sd_2"),
        Time1 = map.TextOr("time_1"),
        Time2 = map.TextOr("time_2"),
    };
}
