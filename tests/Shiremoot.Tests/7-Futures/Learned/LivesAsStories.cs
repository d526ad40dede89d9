using Shiremoot.Futures;
using Shiremoot.Futures.Lives;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>
/// Lives of generated people written down as stories without a mistake: what the extracts of agencies would tell of them, with the day of the offence beside what the police and the
/// courts decide, and nothing from before the years or after them.
/// </summary>
static class LivesAsStories
{
    private const int ChunkSize = 2048;
    private static readonly HashSet<string> WithOffenceDay =
        ["arrest", "voluntary-interview", "no-further-action", "community-resolution", "caution", "conditional-caution", "youth-caution", "youth-conditional-caution", "charge", "conviction", "sentence"];

    /// <summary>Makes people by a model and writes their stories.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">Where they live and from which day.</param>
    /// <param name="people">How many.</param>
    /// <param name="years">For how many years.</param>
    /// <param name="seed">The same seed makes the same people.</param>
    public static Stories Make(SystemModel model, GenerateSettings settings, int people, int years, ulong seed)
    {
        (int from, int until) = (Days.Number(settings.From), Days.Number(settings.From.PlusYears(years)));
        LivesModel lives = new(model);
        Population population = new(settings);
        Written[] parts = [.. Enumerable.Range(0, (people + ChunkSize - 1) / ChunkSize).Select(_ => new Written())];
        Parallel.For(0, parts.Length, chunk =>
        {
            PeopleMaking making = new(lives, population, seed, from, until);
            Career career = new();
            for (int person = chunk * ChunkSize; person < Math.Min(people, (chunk + 1) * ChunkSize); person++)
            {
                making.Make(person, career);
                parts[chunk].Add(model, career, from, until);
            }
        });
        return Of(model, parts);
    }

    /// <summary>Stories of people written by hand: for each, birth day, whether a woman, and events.</summary>
    public static Stories Write(SystemModel model, IEnumerable<(int Birth, bool IsFemale, (string Kind, string Disposal, int Day, int End, string Offence, int OffenceDay, int Amount)[] Events)> people)
    {
        Written all = new();
        foreach ((int birth, bool isFemale, (string Kind, string Disposal, int Day, int End, string Offence, int OffenceDay, int Amount)[] events) in people)
        {
            all.Begin(birth, isFemale);
            foreach ((string Kind, string Disposal, int Day, int End, string Offence, int OffenceDay, int Amount) e in events) all.Event(model.Kinds.ToList().IndexOf(e.Kind), model.Disposals.ToList().IndexOf(e.Disposal), model.OffenceCodes.ToList().IndexOf(e.Offence), e.Day, e.End, e.OffenceDay, e.Amount);
        }
        return Of(model, [all]);
    }

    private static Stories Of(SystemModel model, Written[] parts)
    {
        List<int> first = [0];
        foreach (int count in parts.SelectMany(p => p.Counts)) first.Add(first[^1] + count);
        int[] All(Func<Written, List<int>> of) => [.. parts.SelectMany(of)];
        int events = first[^1];
        return new(
            [new StorySource(1, "lives", "lives", Origin.Generated, "")],
            [StoryColumn.OfWords("sex", All(p => p.Female), ["male", "female"]), StoryColumn.OfDays("birth_date", All(p => p.Birth))],
            [
                StoryColumn.OfWords("kind", All(p => p.Kind), [.. model.Kinds]), StoryColumn.OfDays("start", All(p => p.Start)), StoryColumn.OfDays("end", All(p => p.End)),
                StoryColumn.OfWords("offence", All(p => p.Offence), [.. model.OffenceCodes]), StoryColumn.OfWords("disposal", All(p => p.Disposal), [.. model.Disposals]),
                StoryColumn.OfNumbers("amount", [.. parts.SelectMany(p => p.Amount)]), StoryColumn.OfDays("offence_date", All(p => p.OffenceDay)),
            ],
            [.. first], new ArrayCells<int>([.. Enumerable.Repeat(-1, events)]));
    }

    private sealed class Written
    {
        public List<int> Counts { get; } = [];

        public List<int> Female { get; } = [];

        public List<int> Birth { get; } = [];

        public List<int> Kind { get; } = [];

        public List<int> Start { get; } = [];

        public List<int> End { get; } = [];

        public List<int> Offence { get; } = [];

        public List<int> Disposal { get; } = [];

        public List<int> OffenceDay { get; } = [];

        public List<double> Amount { get; } = [];

        public void Begin(int birth, bool isFemale)
        {
            Counts.Add(0);
            Birth.Add(birth);
            Female.Add(isFemale ? 1 : 0);
        }

        public void Event(int kind, int disposal, int offence, int day, int end, int offenceDay, int amount)
        {
            Counts[^1]++;
            Kind.Add(kind);
            Disposal.Add(disposal);
            Offence.Add(offence);
            Start.Add(day);
            End.Add(end);
            OffenceDay.Add(offenceDay);
            Amount.Add(amount > 0 ? amount : double.NaN);
        }

        public void Add(SystemModel model, Career career, int from, int until)
        {
            Begin(career.Life.BirthDay, career.Life.IsFemale);
            foreach (ref readonly LifeEvent e in career.Life.Events)
            {
                string kind = model.Kinds[e.Kind];
                if (kind == "offence" || e.Day < from || e.Day >= until) continue;
                Event(e.Kind, e.Disposal, e.Offence, e.Day, e.Until > e.Day && e.Until < until ? e.Until : Days.Unknown, e.Case >= 0 && WithOffenceDay.Contains(kind) ? career.Cases.All[e.Case].OffenceDay : Days.Unknown, e.Amount);
            }
        }
    }
}
