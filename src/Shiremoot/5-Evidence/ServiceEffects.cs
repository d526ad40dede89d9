using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>What became of the people a service served beside people like them, fit to be shown: counts protected, effects to as many places as the numbers of people allow.</summary>
/// <param name="Study">The service.</param>
/// <param name="Outcomes">An entry for each outcome of the study.</param>
/// <param name="Origin">Whether the people exist.</param>
/// <param name="Period">The months of the index days.</param>
/// <param name="Records">Whose records they are.</param>
/// <param name="Rules">How counts of people are protected.</param>
/// <param name="Definition">Who is compared with whom, in plain English.</param>
public sealed record ServiceEffects(ServiceStudy Study, IReadOnlyList<OutcomeEffect> Outcomes, Origin Origin, string Period, string Records, DisclosureRules Rules, string Definition)
{
    /// <summary>How people came to the service and stayed; null where its file names no steps.</summary>
    public EngagementPicture? Engagement { get; init; }

    /// <summary>How this stands to what was registered; null where the place keeps no register of its services.</summary>
    public ServiceStanding? Standing { get; init; }

    /// <summary>Draws the effects of a service from stories.</summary>
    public static Outcome<ServiceEffects> Of(ServiceStudy study, PeopleSetting setting)
    {
        if (ServicePeople.Of(study, setting).Refused(out Refusal? why, out ServicePeople? people)) return why;
        List<OutcomeEffect> outcomes = [];
        foreach (ServiceOutcome outcome in study.Outcomes)
        {
            if (people.For(outcome).Refused(out why, out EvaluationRows? rows)) return why;
            EvaluationQuestion question = new(study.Title, outcome.Name, [.. study.Alike.Select(a => a.Name)])
            {
                Method = study.Method,
                Estimand = study.Estimand,
                Caliper = study.Caliper,
                Threads = setting.Threads,
            };
            if (Evaluation.Of(rows, question).Refused(out why, out EvaluationResult? found)) return why;
            outcomes.Add(OutcomeEffect.Of(outcome, found with { Notes = [.. people.NotesOn(outcome), .. found.Notes] }, setting.Rules));
        }
        EngagementPicture? engagement = null;
        if (study.Engagement is { } plan && people.Engaged(plan).Refused(out why, out engagement)) return why;
        return new ServiceEffects(study, outcomes, setting.Stories.Origin, people.Period, PeopleWords.Records(setting.Stories, setting.Names), setting.Rules, Defined(study, people.Cohort)) { Engagement = engagement };
    }

    private static string Defined(ServiceStudy study, Cohort cohort) =>
        $"Of the cohort {cohort.Title} ({cohort.InWords}) those for whom {study.Had!.InWords}, beside those for whom that is not so{(study.LeaveOut is { } left ? $"; left out are those for whom {left.InWords}" : "")}. Alike in {string.Join(", ", study.Alike.Select(a => $"{a.Name} ({a.Value.InWords})"))}.";
}
