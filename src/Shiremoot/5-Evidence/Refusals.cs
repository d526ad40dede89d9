using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>What judging a service from stories may refuse.</summary>
static class ServiceRefusals
{
    public static Refusal FileFaults(IReadOnlyList<string> faults) =>
        new("SERVICE-01", $"The place's services have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };

    public static Refusal NoCohort(string service, string cohort, IEnumerable<string> known) =>
        new("SERVICE-02", $"The service '{service}' compares people of the cohort '{cohort}', which is not there.{Spelling.Suggest(cohort, known)}", "Add the file to 'cohorts', or name another.");

    public static Refusal NoIndex(string service, string cohort) =>
        new("SERVICE-03", $"The service '{service}' follows people from an index day; the cohort '{cohort}' has none.", "Give the cohort an 'index', such as first(sentence).");

    public static Refusal Uncountable(string service, string written) =>
        new("SERVICE-04", $"'{written}' of the service '{service}' is neither a number nor a text.", "Give a number, such as count(arrest, before index), or a text, such as sex.");

    public static Refusal TooManyGroups(string service, string covariate, int groups, int most) =>
        new("SERVICE-05", $"'{covariate}' of the service '{service}' makes {groups} groups; at most {most} can be held alike.", "Group it more coarsely.");

    public static Refusal OneKind(string service, bool hadAll) =>
        new("SERVICE-06", hadAll ? $"Everyone whose outcome is known had the service '{service}': there is nobody to compare them with." : $"Nobody whose outcome is known had the service '{service}'.", "Widen the cohort or the condition 'had', or take in more records.");

    public static Refusal NoFollowUp(string service) => new("SERVICE-07", $"No event has a day, so that '{service}' cannot tell how long people were followed.", "Take in records with dated events.");

    public static Refusal NoSuchService(string id, IEnumerable<string> known) =>
        new("SERVICE-08", $"There is no service '{id}' in this place.{Spelling.Suggest(id, known)}", "Name a file of the folder 'services', or none for all.") { Of = RefusalOf.Name };

    public static Refusal NoBands(string service, string group) =>
        new("SERVICE-09", $"'{group}' of the service '{service}' is a number or a day, and every value would be a group.", "Give 'bands', such as [18, 21, 25], or a text, such as sex.");
}

/// <summary>What a place's policies may refuse.</summary>
static class PolicyStudyRefusals
{
    public static Refusal PolicyFaults(IReadOnlyList<string> faults) =>
        new("POLICY-16", $"The place's policies have {(faults.Count == 1 ? "a fault" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults"))}.", "Correct the lines named and run the command again.") { Details = faults };

    public static Refusal NoSuchPolicy(string id, IEnumerable<string> known) =>
        new("POLICY-17", $"There is no policy '{id}' in this place.{Spelling.Suggest(id, known)}", "Name a file of the folder 'policies', or none for all.") { Of = RefusalOf.Name };

    public static Refusal NoMeasure(string policy, string measure, IEnumerable<string> known) =>
        new("POLICY-18", $"The policy '{policy}' is judged by the measure '{measure}', which this place does not have among its measures of areas.{Spelling.Suggest(measure, known)}", "Name a measure with 'kind: statistic', or add the file to 'measures'.");

    public static Refusal NoArea(string policy, string area, string measure) => new("POLICY-19", $"The policy '{policy}' names the area '{area}', of which '{measure}' has no figure.", "Name areas by the codes of the series.");

    public static Refusal NoGroup(string policy, string dimension, string value) => new("POLICY-20", $"The policy '{policy}' asks for {dimension} '{value}', which its measure does not have.", "Name a value of the measure's dimension as its source writes it.");
}
