using Shiremoot.Evidence.Engaging;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Reads the files of the folder 'services'. Form: docs/schemas/service.schema.json.</summary>
public static class ServiceStudyFile
{
    /// <summary>Every service of the folders, in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold services/, the place's last.</param>
    public static Outcome<IReadOnlyList<ServiceStudy>> ReadAll(IReadOnlyList<string> folders)
    {
        List<ServiceStudy> studies = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "services"))
        {
            if (PlaceFile.Read(path, shownAs, Read).Refused(out Refusal? why, out ServiceStudy? study)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else studies.Add(study);
        }
        foreach (IGrouping<string, ServiceStudy> same in studies.GroupBy(s => s.Id).Where(g => g.Count() > 1)) faults.Add($"services: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? ServiceRefusals.FileFaults(faults) : Outcome.Of<IReadOnlyList<ServiceStudy>>(studies);
    }

    /// <summary>Reads one from text in hand.</summary>
    public static Outcome<ServiceStudy> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, Read);

    private static ServiceStudy Read(MapNode map)
    {
        ServiceStudy study = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            Cohort = map.Text("cohort"),
            Had = CohortFile.TextOr(map, "had"),
            LeaveOut = CohortFile.TextOr(map, "leave_out"),
            Alike = [.. map.Maps("alike").Select(Covariate).OfType<ServiceCovariate>()],
            Outcomes = [.. map.Maps("outcomes").Select(OutcomeOf)],
            Method = map.Choice("method", ("weighting", EvaluationMethod.Weighting), ("nearest", EvaluationMethod.Nearest), ("with-replacement", EvaluationMethod.WithReplacement), ("radius", EvaluationMethod.Radius), ("entropy", EvaluationMethod.Entropy)),
            Estimand = map.Choice("estimand", ("att", Estimand.Att), ("ate", Estimand.Ate), ("overlap", Estimand.Overlap)),
            Caliper = map.NumberOr("caliper"),
            Engagement = EngagementReading.Read(map),
            Note = map.TextOr("note", ""),
        };
        if (!map.Has("had")) map.Fault("had", "is missing; say who of the cohort had the service, such as exists(mentoring, within 3 months on or after index).");
        if (study.Alike.Count == 0) map.Fault("alike", "is missing; name what people are made alike in, such as { name: Age, value: age on index }.");
        if (study.Outcomes.Count == 0) map.Fault("outcomes", "is missing; name what came of it.");
        if (study.Alike.GroupBy(a => a.Name).Any(g => g.Count() > 1)) map.Fault("alike", "holds two of one name; give each its own.");
        if (study.Outcomes.GroupBy(o => o.Name).Any(g => g.Count() > 1)) map.Fault("outcomes", "holds two of one name; give each its own.");
        return study;
    }

    private static ServiceCovariate? Covariate(MapNode map)
    {
        string name = map.Text("name");
        if (!map.Has("value")) map.Fault("value", "is missing; write a value in the cohort language, such as age on index.");
        return CohortFile.TextOr(map, "value") is { } value ? new ServiceCovariate(name, value) : null;
    }

    private static ServiceOutcome OutcomeOf(MapNode map)
    {
        ServiceOutcome outcome = new(map.Text("name"), CohortFile.TextOr(map, "to"), CohortFile.TextOr(map, "count"), map.WholeOr("within_days") ?? 365)
        {
            Time = CohortFile.TextOr(map, "time"),
            Severity = map.Texts("severity"),
        };
        bool[] told = [map.Has("to"), map.Has("count"), map.Has("time"), map.Has("severity")];
        if (told.Count(t => t) != 1) map.Fault("to", "or 'count', 'time' or 'severity' must be given; one of the four.");
        if (outcome.WithinDays is < 1 or > 36_525) map.Fault("within_days", "must be a whole number of days, at least 1.");
        return outcome;
    }
}
