using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>What came of a service for every person of the stories.</summary>
/// <param name="Value">Whether it happened (1 or 0), how many times, or how heavy; NaN where not known.</param>
/// <param name="Days">Of a time: the days to it, or to the end of follow-up; null otherwise.</param>
sealed record CameOfIt(double[] Value, double[]? Days);

/// <summary>Tells outcomes of services from stories.</summary>
static class ServiceOutcomes
{
    public static Outcome<CameOfIt> Came(string service, ServiceOutcome outcome, PeopleSetting setting, int[] index)
    {
        if ((outcome.To ?? outcome.Time) is { } first)
        {
            return first.Day(setting.Stories, setting.Also, index).Then<CameOfIt>(days =>
            {
                double[] happened = [.. days.Select((day, p) => day != Days.Unknown && day > index[p] && day <= index[p] + outcome.WithinDays ? 1.0 : 0)];
                return new CameOfIt(happened, outcome.Time is null ? null : [.. happened.Select((h, p) => h > 0 ? days[p] - index[p] : (double)outcome.WithinDays)]);
            });
        }
        if (outcome.Severity.Count > 0) return Weighed(outcome, setting, index).Then<CameOfIt>(made => new CameOfIt(made.Sum, null));
        return outcome.Count!.Value(setting.Stories, setting.Also, index).Then<CameOfIt>(column => column.Value switch
        {
            StoryValue.Number => new CameOfIt(column.Numbers, null),
            StoryValue.Text when column.Words.Length == 0 => new CameOfIt(new double[setting.Stories.PeopleCount], null),
            _ => ServiceRefusals.Uncountable(service, outcome.Count.Written),
        });
    }

    /// <summary>How many events of some people had an offence without a weight, said protected.</summary>
    public static IReadOnlyList<string> Unweighed(ServiceOutcome outcome, PeopleSetting setting, int[] index, int[] people)
    {
        if (Weighed(outcome, setting, index).Refused(out _, out (double[] Sum, long[] Without, long[] Events) made)) return [];
        List<string> notes = ["The weight of an offence is the custody that such offences get on average, in days, whatever this person got (severity score of the Office for National Statistics)."];
        long without = people.Sum(p => made.Without[p]), events = people.Sum(p => made.Events[p]);
        if (without > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Of {setting.Rules.Protect(new RawCount(events))} events {setting.Rules.Protect(new RawCount(without))} add nothing, because their offence has no weight."));
        return notes;
    }

    private static Outcome<(double[] Sum, long[] Without, long[] Events)> Weighed(ServiceOutcome outcome, PeopleSetting setting, int[] index)
    {
        Stories stories = setting.Stories;
        // Asked for its refusals: a kind that neither records nor feeds know is a slip of the pen.
        if (EventFilter.Of(stories, setting.Also, outcome.Severity, null).Refused(out Refusal? why, out _)) return why;
        (double[] sum, long[] without, long[] events) = (new double[stories.PeopleCount], new long[stories.PeopleCount], new long[stories.PeopleCount]);
        if (stories.OfEvents.FirstOrDefault(c => c.Name == "offence") is not { } offence) return (sum, without, events);
        double?[] weight = [.. offence.Words.Select(setting.Severity)];
        bool[] isAsked = [.. stories.Kinds.Select(outcome.Severity.Contains)];
        (int[] kind, int[] day, int[] code) = (stories.Kind, stories.StartDay, offence.Codes);
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            for (int e = stories.First[p]; e < stories.First[p + 1]; e++)
            {
                if (!isAsked[kind[e]] || day[e] == Days.Unknown || day[e] <= index[p] || day[e] > index[p] + outcome.WithinDays) continue;
                events[p]++;
                if (code[e] >= 0 && weight[code[e]] is { } own) sum[p] += own;
                else without[p]++;
            }
        }
        return (sum, without, events);
    }
}
