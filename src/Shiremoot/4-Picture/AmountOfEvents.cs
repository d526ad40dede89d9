using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What is added up over the events of each person: the nights of stays, or the severity weights of offences.</summary>
static class AmountOfEvents
{
    /// <summary>For each person the sum; an event without its amount adds nothing, and a note says how many there are.</summary>
    public static Outcome<double[]> Of(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        Stories stories = drawn.Stories;
        if (GatheredEvents.Of(measure, [], drawn, setting).Refused(out Refusal? why, out GatheredEvents? events)) return why;
        double[] sum = new double[stories.PeopleCount];
        Func<int, double> amount = measure.Adds == EventAmount.Days ? Nights(stories) : Weights(stories, setting.Severity);
        long without = 0;
        for (int e = 0; e < events.Event.Length; e++)
        {
            double own = amount(events.Event[e]);
            if (double.IsNaN(own)) without++;
            else sum[events.Person[e]] += own;
        }
        if (without > 0) notes.Add($"{PeopleDrawing.Shown(setting.Rules, without)} events add nothing: {(measure.Adds == EventAmount.Days ? "they have no end yet" : "their offence has no weight")}.");
        return sum;
    }

    private static Func<int, double> Nights(Stories stories)
    {
        (int[] start, int[] end) = (stories.StartDay, stories.EndDay);
        return e => start[e] == Days.Unknown || end[e] == Days.Unknown ? double.NaN : (double)end[e] - start[e];
    }

    private static Func<int, double> Weights(Stories stories, Func<string, double?> severity)
    {
        StoryColumn offence = stories.OfEvents.First(c => c.Name == "offence");
        double[] weight = [.. offence.Words.Select(w => severity(w) ?? double.NaN)];
        int[] code = offence.Codes;
        return e => code[e] < 0 ? double.NaN : weight[code[e]];
    }
}
