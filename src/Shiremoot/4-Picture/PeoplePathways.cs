using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Which part of people's stories pathways are drawn of.</summary>
public enum PathwayPart
{
    /// <summary>From the index day on, or all of the story where the cohort has none.</summary>
    Onwards,

    /// <summary>What came before the index day.</summary>
    Before,
}

/// <summary>
/// How a cohort's people move from stage to stage, as it may be shown: flows between the kinds of event that follow one another, and the days from one stage to another. The same kind several
/// times in a row counts once. Method: docs/methods/pathways.md.
/// </summary>
/// <param name="Cohort">Whose pathways.</param>
/// <param name="Flows">The flows, step by step.</param>
/// <param name="Waits">The days from stage to stage.</param>
/// <param name="Origin">What the records are.</param>
/// <param name="Records">The feeds they came by.</param>
/// <param name="Rules">What figures were protected by.</param>
public sealed record PeoplePathways(Cohort Cohort, PeopleFlows Flows, IReadOnlyList<PeopleWait> Waits, Origin Origin, string Records, DisclosureRules Rules)
{
    private const int Steps = 5, Widest = 7;

    /// <summary>Refused if the cohort does not fit the records, or has no index day where one is needed.</summary>
    /// <param name="cohort">Whose pathways.</param>
    /// <param name="part">Which part of their stories.</param>
    /// <param name="kinds">The kinds of event that are stages, with their titles.</param>
    /// <param name="stages">The stages between which days are told, in order: each with the next.</param>
    /// <param name="setting">Stories, rules and names.</param>
    public static Outcome<PeoplePathways> Draw(Cohort cohort, PathwayPart part, IReadOnlyList<(string Kind, string Title)> kinds, IReadOnlyList<string> stages, PeopleSetting setting)
    {
        if (part == PathwayPart.Before && cohort.Index is null) return PeopleRefusals.NoIndex("pathways", cohort.Id);
        if (cohort.Draw(setting.Stories, setting.Also).Refused(out Refusal? why, out DrawnCohort? drawn)) return why;
        EventColumns log = Log(drawn, part, kinds, int.MaxValue, out _);
        Dictionary<string, string> titles = kinds.ToDictionary(k => k.Kind, k => k.Title, StringComparer.Ordinal);
        List<PeopleWait> waits = [];
        for (int s = 0; s + 1 < stages.Count && part == PathwayPart.Onwards; s++)
            waits.Add(Wait(drawn, (stages[s], titles.GetValueOrDefault(stages[s], stages[s])), (stages[s + 1], titles.GetValueOrDefault(stages[s + 1], stages[s + 1])), setting.Rules));
        PeopleFlows flows = PeopleFlows.Of(log, setting.Rules, Steps, Widest, Environment.ProcessorCount);
        return new PeoplePathways(cohort, flows, waits, setting.Stories.Origin, PeopleWords.Records(setting.Stories, setting.Names), setting.Rules);
    }

    /// <summary>The steps of each person who has any, at most so many, and who they are.</summary>
    internal static EventColumns Log(DrawnCohort drawn, PathwayPart part, IReadOnlyList<(string Kind, string Title)> kinds, int steps, out int[] people)
    {
        Stories stories = drawn.Stories;
        int[] activity = [.. stories.Kinds.Select(k => kinds.Select(s => s.Kind).ToList().IndexOf(k))];
        (int[] kind, int[] start) = (stories.Kind, stories.StartDay);
        List<int> first = [0], activities = [], days = [], who = [];
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            if (!drawn.IsIn[p]) continue;
            int index = drawn.IndexDay?[p] ?? Days.Unknown, before = activities.Count;
            for (int e = stories.First[p]; e < stories.First[p + 1]; e++)
            {
                if (activity[kind[e]] is not (>= 0 and var own) || start[e] == Days.Unknown) continue;
                if (drawn.IndexDay is not null && start[e] >= index != (part == PathwayPart.Onwards)) continue;
                if (activities.Count > before && activities[^1] == own) continue;
                if (activities.Count - before == steps) break;
                activities.Add(own);
                days.Add(start[e]);
            }
            if (activities.Count == before) continue;
            first.Add(activities.Count);
            who.Add(p);
        }
        people = [.. who];
        return new EventColumns([.. first], [.. activities], EventTimes.InDays([.. days]), [.. kinds.Select(k => k.Title)]);
    }

    // From a person's first event of the one kind to the first of the other on that day or later.
    private static PeopleWait Wait(DrawnCohort drawn, (string Kind, string Title) from, (string Kind, string Title) to, DisclosureRules rules)
    {
        Stories stories = drawn.Stories;
        (int one, int other) = (stories.Kinds.ToList().IndexOf(from.Kind), stories.Kinds.ToList().IndexOf(to.Kind));
        (int[] kind, int[] start) = (stories.Kind, stories.StartDay);
        long reached = 0;
        List<double> waits = [];
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            if (!drawn.IsIn[p]) continue;
            int began = Days.Unknown;
            for (int e = stories.First[p]; e < stories.First[p + 1]; e++)
            {
                if (start[e] == Days.Unknown) continue;
                if (began == Days.Unknown && kind[e] == one) began = start[e];
                if (began == Days.Unknown || kind[e] != other) continue;
                waits.Add((double)start[e] - began);
                break;
            }
            if (began != Days.Unknown) reached++;
        }
        ProtectedTable people = ProtectedTable.Protect([new RawCount(waits.Count), new RawCount(reached - waits.Count)], rules);
        (Protected<double>? mean, Protected<double>? median) = people[0, 0].IsWithheld ? (default(Protected<double>), default(Protected<double>)) : Middle.Of([.. waits], SpellRows.BandsOfDays, rules);
        return new PeopleWait(from.Title, to.Title, people.Total, people[0, 0], mean ?? default, median ?? default);
    }
}

/// <summary>How long it takes from one stage to another.</summary>
/// <param name="From">The stage it is counted from.</param>
/// <param name="To">The stage it is counted to.</param>
/// <param name="Reached">People who came to the first.</param>
/// <param name="Went">Of them, people who came to the second afterwards.</param>
/// <param name="MeanDays">Their mean days.</param>
/// <param name="MedianDays">Their middle days.</param>
public sealed record PeopleWait(string From, string To, ProtectedCount Reached, ProtectedCount Went, Protected<double> MeanDays, Protected<double> MedianDays);
