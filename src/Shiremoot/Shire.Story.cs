using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>One person's story, and what its events cost; the cost is refused where nothing can be priced.</summary>
public sealed record CostedStory(PersonStory Story, Outcome<PersonCosts> Costs);

public sealed partial class Shire
{
    /// <summary>
    /// The story of a generated person of a cohort, drawn by a number: the same number gives the same person while the records stand. Refused where people are real: those are read by a reference that
    /// the reader holds. The read is audited.
    /// </summary>
    public Outcome<CostedStory> StoryOfSomeone(Cohort cohort, ulong number, string who)
    {
        if (!HasPeople) return Refusals.NoRecordsOfPeople();
        if (OriginOfPeople != Origin.Generated) return Refusals.RealPeople();
        if (Setting().Refused(out Refusal? why, out Picture.PeopleSetting? setting)) return why;
        if (cohort.Draw(setting.Stories, setting.Also).Refused(out why, out DrawnCohort? drawn)) return why;
        int[] members = [.. Enumerable.Range(0, drawn.IsIn.Length).Where(p => drawn.IsIn[p])];
        if (members.Length == 0) return Refusals.NobodyInCohort(cohort.Title);
        Auditing.WriteRead(Store, options.Clock, Auditing.OneStory, $"story of a generated person of the cohort {cohort.Id}", 1, who);
        int person = members[new Chance(number, 0, 1).Below(members.Length)];
        return new CostedStory(setting.Stories.StoryOf(person), CostOne(setting.Stories, person, setting));
    }

    /// <summary>The story of the person whom an agency knows by a reference, from the records of all agencies that are theirs. The read is audited before the first row.</summary>
    public Outcome<CostedStory> StoryOfRecord(string agency, string reference, string who)
    {
        if (!HasPeople) return Refusals.NoRecordsOfPeople();
        Auditing.WriteRead(Store, options.Clock, Auditing.OneStory, $"story of one person known to {(IsAgency(agency) ? agency : "an agency")}", 1, who);
        IReadOnlyList<(string, string)> names = PersonSpine.RecordsOf(agency, reference.Trim());
        if (Stories.ReadOne(Store, names.Count > 0 ? names : [(agency, reference.Trim())]).Refused(out Refusal? why, out Stories? stories)) return why;
        if (stories.PeopleCount != 1) return Refusals.NoSuchRecord();
        return new CostedStory(stories.StoryOf(0), Setting().Then(setting => CostOne(stories, 0, setting)));
    }

    // Rides on a read that was asked for and audited. Spells without an end go on to the last day of everyone's records.
    private Outcome<PersonCosts> CostOne(Stories stories, int person, Picture.PeopleSetting setting)
    {
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || EventPrices.Refused(out why, out EventPrices? prices)) return why;
        return PersonCosts.Of(SettingOf(stories, prices, costs, setting) with { RecordsUntil = setting.Stories.Dated?.Last }, person, costs.Deflator.Years.Last(y => !y.IsForecast).Period.Label);
    }

    private bool IsAgency(string id) => !Vocabulary.Refused(out _, out Vocabulary? words) && words.Agencies.Has(id);
}
