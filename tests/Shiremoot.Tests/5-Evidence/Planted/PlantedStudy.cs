using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Tests.Evidence.Planted;

/// <summary>The planted service judged as a place would judge its own: a cohort file and a service file, from what stories hold.</summary>
static class PlantedStudy
{
    private const string Cohort = """
        id: ordered
        title: First community order
        source: made for this proof
        index: first(sentence, where disposal = 'community-order')
        """;

    private const string Proven = "conviction or caution or conditional-caution or youth-caution or youth-conditional-caution";

    private const string Study = $$"""
        id: mentoring
        title: Mentoring with community orders
        source: made for this proof
        cohort: ordered
        had: exists(mentoring, within 28 days on or after index)
        alike:
          - { name: Age, value: age on index }
          - { name: Young adult, value: (age on index < 21) }
          - { name: Sex, value: sex }
          - { name: Cautions and convictions so far, value: "count({{Proven}}, on or before index)" }
          - { name: Years since the first, value: "(index - first({{Proven}})) / 365" }
          - { name: Arrests before, value: "count(arrest, before index)" }
          - { name: Theft, value: "exists(sentence, where offence in list theft-and-handling or offence in list burglary, on index)" }
          - { name: Violence, value: "exists(sentence, where offence in list violence, on index)" }
          - { name: Homelessness, value: "exists(homelessness-duty, before index)" }
          - { name: Treatment before, value: "exists(drug-or-alcohol-treatment, before index)" }
          - { name: Custody before, value: "exists(custody-spell, before index)" }
        outcomes:
          - { name: met by the police again within a year, to: "first(arrest or voluntary-interview, after index)", within_days: 365 }
        """;

    private static readonly ServiceStudy Read = ServiceStudyFile.ReadText(Study, "services/mentoring.yaml").Value;
    private static readonly Cohort Ordered = CohortFile.ReadText(Cohort, "cohorts/ordered.yaml").Value;

    /// <summary>The question a place's service is judged by: weighting, for those who had it, doubly robust: what evaluate does unless told otherwise.</summary>
    public static EvaluationQuestion Question { get; } = new(Read.Title, Read.Outcomes[0].Name, [.. Read.Alike.Select(a => a.Name)]) { Threads = 1 };

    /// <summary>Rows of the people: who had it, what was known, what came of it.</summary>
    public static EvaluationRows Rows(Stories stories, CohortNames names)
    {
        PeopleSetting setting = new(stories, [Ordered], DisclosureRules.None, Intervals.OfShare) { Also = names, Threads = 1 };
        return ServicePeople.Of(Read, setting).Value.For(Read.Outcomes[0]).Value;
    }

    /// <summary>The names a cohort of a checkout may use.</summary>
    public static CohortNames Names(string root)
    {
        Vocabulary words = Vocabulary.Read(Path.Combine(root, "vocabulary")).Value;
        return CohortNames.Of(words.EventKinds.All.Select(k => k.Term.Id), [], CodeList.ReadAll(words).Value);
    }
}
