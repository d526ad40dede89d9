using Shiremoot.Picture.Pathways;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// The pathways of a cohort's people by name: the first steps of each story, as <see cref="PeoplePathways"/> draws them. A pathway of too few people has no name of its own, for that it exists would
/// tell of them; those are "other" together, as are all but the commonest. Method: docs/methods/pathways.md.
/// </summary>
public sealed class PeopleRoutes
{
    /// <summary>How many steps make a pathway, and how many pathways are named.</summary>
    public const int Steps = 3, Most = 20;

    private const string Arrow = " → ";

    internal PeopleRoutes(IReadOnlyList<string> names, int[] of) => (Names, Of) = (names, of);

    /// <summary>The named pathways in order of name; then all others, and those of whom nothing is known.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>By person of the records: the place of the pathway.</summary>
    internal int[] Of { get; }

    /// <summary>Finds the pathways; refused as <see cref="PeoplePathways.Draw"/>.</summary>
    public static Outcome<PeopleRoutes> Find(Cohort cohort, IReadOnlyList<(string Kind, string Title)> kinds, PeopleSetting setting)
    {
        if (cohort.Draw(setting.Stories, setting.Also).Refused(out Refusal? why, out DrawnCohort? drawn)) return why;
        EventColumns log = PeoplePathways.Log(drawn, PathwayPart.Onwards, kinds, Steps, out int[] people);
        Variants variants = Variants.Of(log, setting.Threads);
        int named = variants.All.TakeWhile(v => v.Cases >= setting.Rules.Threshold).Take(Most).Count();

        // In order of name: the order of people would tell of a pathway whose number is withheld.
        (string Name, int Variant)[] routes = [.. variants.All.Take(named).Select((v, i) => (string.Join(Arrow, log.PathOf(v.Example).ToArray().Select(a => log.Names[a])), i)).OrderBy(r => r.Item1, StringComparer.Ordinal)];
        int[] placeOf = new int[named], of = new int[setting.Stories.PeopleCount];
        for (int r = 0; r < named; r++) placeOf[routes[r].Variant] = r;
        Array.Fill(of, named + 1);
        for (int c = 0; c < people.Length; c++) of[people[c]] = variants.OfCase[c] < named ? placeOf[variants.OfCase[c]] : named;
        return new PeopleRoutes([.. routes.Select(r => r.Name), "Other pathways", "No event that is a step"], of);
    }
}
