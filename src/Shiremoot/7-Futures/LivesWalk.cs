using Shiremoot.Futures.Learning;
using Shiremoot.Futures.Lives;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Takes generated people through the stages as records would show them: what stories are set beside.</summary>
internal static class LivesWalk
{
    private const int ChunkSize = 2048;

    /// <summary>Makes people and walks them.</summary>
    /// <param name="model">What makes them.</param>
    /// <param name="settings">Where they live, and from which day.</param>
    /// <param name="people">How many.</param>
    /// <param name="years">For how many years.</param>
    /// <param name="seed">The same seed makes the same people.</param>
    public static IReadOnlyList<StageRows> Walk(SystemModel model, GenerateSettings settings, int people, int years, ulong seed)
    {
        (int from, int until) = Window(settings, years);
        LivesModel lives = new(model);
        Population population = new(settings);
        StageSigns signs = new(model);
        StageRows[] parts = new StageRows[(people + ChunkSize - 1) / ChunkSize];
        Parallel.For(0, parts.Length, chunk =>
        {
            PeopleMaking making = new(lives, population, seed, from, until);
            StageWalk walk = new(model, signs, from, until, until);
            Career career = new();
            for (int person = chunk * ChunkSize; person < Math.Min(people, (chunk + 1) * ChunkSize); person++)
            {
                making.Make(person, career);
                walk.Walk(new(person, career.Life.BirthDay, career.Life.IsFemale ? (sbyte)1 : (sbyte)0, Cases(career, signs.Sign[signs.Offence].Kind, from, until), Days.Unknown));
            }
            parts[chunk] = walk.Rows;
        });
        return parts;
    }

    /// <summary>The first day of the years, and the day after the last.</summary>
    public static (int From, int Until) Window(GenerateSettings settings, int years) => (Days.Number(settings.From), Days.Number(settings.From.PlusYears(years)));

    private static List<StoryCase> Cases(Career career, int offence, int from, int until)
    {
        SortedDictionary<int, StoryCase> cases = [];
        foreach (ref readonly LifeEvent e in career.Life.Events)
        {
            if (e.Case < 0 || e.Kind == offence || e.Day < from || e.Day >= until) continue;
            CaseRow its = career.Cases.All[e.Case];
            if (!cases.TryGetValue(its.OffenceDay, out StoryCase? known)) cases[its.OffenceDay] = known = new() { Day = its.OffenceDay, OffenceDay = its.OffenceDay, Group = its.Group };
            known.Steps.Add(new(e.Day, e.Kind, e.Disposal, e.Amount));
        }
        return [.. cases.Values];
    }
}
