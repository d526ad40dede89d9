using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Reads the files of the folder 'policies'. Form: docs/schemas/policy.schema.json.</summary>
public static class PolicyStudyFile
{
    /// <summary>Every policy of the folders, in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold policies/, the place's last.</param>
    public static Outcome<IReadOnlyList<PolicyStudy>> ReadAll(IReadOnlyList<string> folders)
    {
        List<PolicyStudy> studies = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "policies"))
        {
            if (PlaceFile.Read(path, shownAs, Read).Refused(out Refusal? why, out PolicyStudy? study)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else studies.Add(study);
        }
        foreach (IGrouping<string, PolicyStudy> same in studies.GroupBy(s => s.Id).Where(g => g.Count() > 1)) faults.Add($"policies: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? PolicyStudyRefusals.PolicyFaults(faults) : Outcome.Of<IReadOnlyList<PolicyStudy>>(studies);
    }

    /// <summary>Reads one from text in hand.</summary>
    public static Outcome<PolicyStudy> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, Read);

    private static PolicyStudy Read(MapNode map)
    {
        PolicyStudy study = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            Measure = map.Text("measure"),
            Where = map.Pairs("where"),
            Method = map.Choice("method", ("difference", PolicyMethod.Difference), ("interrupted", PolicyMethod.Interrupted)),
            Treated = map.Texts("treated"),
            Compare = map.Texts("compare"),
            From = map.Day("from"),
            Since = map.DayOr("since"),
            Until = map.DayOr("until"),
            Season = map.Choice("season", ("none", SeriesSeason.None), ("months", SeriesSeason.Months), ("quarters", SeriesSeason.Quarters)),
            Note = map.Text("note"),
        };
        if (study.Treated.Count == 0) map.Fault("treated", "is missing; name the codes of the areas that had the policy, such as [E23000014].");
        foreach (string both in study.Treated.Intersect(study.Compare)) map.Fault("compare", $"holds '{both}', which is treated too; leave it out of one of the two.");
        foreach (string twice in study.Treated.Concat(study.Compare).GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key).Except(study.Treated.Intersect(study.Compare))) map.Fault("treated", $"or 'compare' holds '{twice}' twice; name it once.");
        if (study.Method == PolicyMethod.Interrupted && (study.Treated.Count > 1 || study.Compare.Count > 1)) map.Fault("method", "is interrupted, which is of one area beside one other at most; name one, or use difference.");
        if (study.Since > study.From || study.Until < study.From) map.Fault("from", "lies outside the periods looked at; set 'since' before it and 'until' after it.");
        return study;
    }
}
