using Shiremoot.Records.Cohorts;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Reads cohort files: id, title, source, where, index, examples.</summary>
public static class CohortFile
{
    /// <summary>Reads one cohort from text in hand; refused with every fault, among them examples that come out wrong.</summary>
    public static Outcome<Cohort> ReadText(string text, string shownAs, IReadOnlyList<CodeList>? lists = null) => PlaceFile.ReadText(text, shownAs, map => Read(map, lists ?? []));

    /// <summary>Reads every cohort of the folders cohorts/, in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold cohorts/, the place's last: its files stand in for those of the same name.</param>
    /// <param name="lists">The code lists that cohorts may name.</param>
    public static Outcome<IReadOnlyList<Cohort>> ReadAll(IReadOnlyList<string> folders, IReadOnlyList<CodeList> lists)
    {
        List<Cohort> cohorts = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "cohorts"))
        {
            if (PlaceFile.Read(path, shownAs, map => Read(map, lists)).Refused(out Refusal? why, out Cohort? cohort)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else cohorts.Add(cohort);
        }
        foreach (IGrouping<string, Cohort> same in cohorts.GroupBy(c => c.Id).Where(g => g.Count() > 1)) faults.Add($"cohorts: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? CohortRefusals.FileFaults(faults) : Outcome.Of<IReadOnlyList<Cohort>>(cohorts);
    }

    /// <summary>The cohort-language text under a key, or null if the key is absent; what is wrong with it is reported at its line.</summary>
    public static CohortText? TextOr(MapNode map, string key)
    {
        if (map.TextOr(key) is not { } written) return null;
        if (!CohortText.Read(written).Refused(out Refusal? why, out CohortText? text)) return text;
        map.Fault(key, $"{why.Says} {why.Try}");
        return null;
    }

    private static Cohort Read(MapNode map, IReadOnlyList<CodeList> lists)
    {
        Cohort cohort = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            Where = TextOr(map, "where"),
            Index = TextOr(map, "index"),
            Examples = [.. map.Maps("examples").Select(e => new CohortExample(e.Text("story"), e.Flag("gives")))],
        };
        if (!map.Has("where") && !map.Has("index")) map.Fault("where", "is missing; give the condition people must meet, or an 'index'.");
        if (cohort.Where is not null || cohort.Index is not null) CheckExamples(map, cohort, lists);
        return cohort;
    }

    // A little story need not mention all that a cohort asks for: what it leaves out is missing.
    private static void CheckExamples(MapNode map, Cohort cohort, IReadOnlyList<CodeList> lists)
    {
        IReadOnlyList<string> used = [.. SyntaxNames.Of(cohort.Where?.Syntax), .. SyntaxNames.Of(cohort.Index?.Syntax)];
        CohortNames names = CohortNames.Of(used, used, lists);
        foreach (CohortExample example in cohort.Examples)
        {
            Outcome<DrawnCohort> drawn = StoryText.Read([example.Story]).Then(s => cohort.Draw(s, names));
            if (drawn.Refused(out Refusal? why, out DrawnCohort? made)) map.Fault("examples", $"'{example.Story}': {string.Join(" ", [why.Says, .. why.Details])}");
            else if (made.IsIn[0] != example.IsIn) map.Fault("examples", $"'{example.Story}' should give {(example.IsIn ? "true" : "false")} and gives {(made.IsIn[0] ? "true" : "false")}.");
        }
    }
}
