using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>Ten figures of stories, counted plainly: nothing of the room that learns is used. Chosen before anything was learned.</summary>
sealed class TenSummaries
{
    private const int Year = 365;
    private static readonly string[] Proofs = ["caution", "conditional-caution", "youth-caution", "youth-conditional-caution", "conviction"];

    private readonly List<(double, double)> charged = [], convicted = [], custody = [], again = [], women = [], children = [];
    private readonly List<double> toHearing = [], toTrial = [], nights = [], arrests = [];

    public TenSummaries(Stories stories)
    {
        StoryColumn Column(string name) => stories.OfEvents.First(c => c.Name == name);
        int[] birth = stories.OfPeople.First(c => c.Name == "birth_date").Days, sex = stories.OfPeople.First(c => c.Name == "sex").Codes, offenceDay = Column("offence_date").Days, start = stories.StartDay, end = stories.EndDay;
        (int[] kind, string[] kinds, int[] disposal, string[] disposals) = (stories.Kind, [.. stories.Kinds], Column("disposal").Codes, Column("disposal").Words);
        int last = start.Max();
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            int[] own = [.. Enumerable.Range(stories.First[p], stories.First[p + 1] - stories.First[p])];
            int[] Of(params string[] wanted) => [.. own.Where(e => wanted.Contains(kinds[kind[e]]))];
            int[] met = Of("arrest"), charges = Of("charge"), convictions = Of("conviction"), hearings = Of("first-hearing"), trials = Of("trial"), spells = Of("custody-spell"), proofs = Of(Proofs);
            // What was met early enough for what follows to be there by the end.
            int[] old = [.. met.Where(e => start[e] < last - Year)];
            charged.Add((old.Count(e => charges.Any(c => offenceDay[c] == offenceDay[e])), old.Length));
            int[] oldCharges = [.. charges.Where(e => start[e] < last - (4 * Year))];
            convicted.Add((oldCharges.Count(e => convictions.Any(c => offenceDay[c] == offenceDay[e])), oldCharges.Length));
            int[] oldConvictions = [.. convictions.Where(e => start[e] < last - Year)];
            custody.Add((oldConvictions.Count(e => Of("sentence").Any(s => offenceDay[s] == offenceDay[e] && disposal[s] >= 0 && disposals[disposal[s]] is "custody" or "detention-and-training-order" or "section-91")), oldConvictions.Length));
            foreach (int hearing in hearings)
            {
                if (charges.Where(c => start[c] <= start[hearing]).Select(c => start[c]).DefaultIfEmpty(Days.Unknown).Max() is var day && day != Days.Unknown && start[hearing] < last - Year) toHearing.Add(start[hearing] - day);
            }
            foreach (int trial in trials)
            {
                if (hearings.Where(h => start[h] <= start[trial]).Select(h => start[h]).DefaultIfEmpty(Days.Unknown).Max() is var day && day != Days.Unknown && day < last - (4 * Year)) toTrial.Add(start[trial] - day);
            }
            if (spells.Length > 0) nights.Add(spells.Sum(e => (end[e] == Days.Unknown ? last : end[e]) - start[e]));
            int[] index = [.. proofs.Where(e => start[e] < last - (2 * Year))];
            again.Add((index.Count(e => proofs.Any(n => offenceDay[n] > start[e] && offenceDay[n] <= start[e] + Year)), index.Length));
            arrests.Add(met.Length);
            women.Add((sex[p] == 1 ? met.Length : 0, met.Length));
            children.Add((met.Count(e => start[e] - birth[p] < 18 * 365.25), met.Length));
        }
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        "share of arrests that lead to a charge", "share of charges that end in conviction", "share of convictions that end in custody", "median days from charge to first hearing",
        "median days from first hearing to trial", "mean nights in custody of those ever there", "share with another proven offence within a year", "arrests a person", "share of arrests that are of women", "share of arrests that are of children",
    ];

    public double[] Values =>
        [Share(charged), Share(convicted), Share(custody), TwoSamples.Median(toHearing), TwoSamples.Median(toTrial), nights.Average(), Share(again), arrests.Average(), Share(women), Share(children)];

    /// <summary>P values of a difference between these and others, in the order of the names.</summary>
    public double[] Beside(TenSummaries other) =>
    [
        TwoSamples.Shares(charged, other.charged), TwoSamples.Shares(convicted, other.convicted), TwoSamples.Shares(custody, other.custody), TwoSamples.Medians(toHearing, other.toHearing),
        TwoSamples.Medians(toTrial, other.toTrial), TwoSamples.Means(nights, other.nights), TwoSamples.Shares(again, other.again), TwoSamples.Means(arrests, other.arrests),
        TwoSamples.Shares(women, other.women), TwoSamples.Shares(children, other.children),
    ];

    private static double Share(List<(double Part, double Whole)> each) => each.Sum(e => e.Part) / each.Sum(e => e.Whole);
}
