using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>
/// What is recorded at a stage and lasts on its own, whatever the person does meanwhile: remand, supervision, licence. When it begins its end is known too, so it is
/// counted there and then; nothing comes of it. Its stream of chance is apart from the stage's, so that to count it changes nobody's life.
/// </summary>
internal sealed class Spans
{
    private const uint Purpose = 0x4000_0000;
    private readonly Span[][] atStage;

    /// <param name="model">The model.</param>
    /// <param name="kinds">Its kinds of event that last on their own, and perhaps more.</param>
    public Spans(SystemModel model, IReadOnlyList<string> kinds)
    {
        Kinds = [.. kinds];
        atStage = [.. model.Stages.Select(s => s.Records.Where(IsOne).Select(r => new Span(Array.IndexOf(Kinds, model.Kinds[r.Kind]), r.Share, r.Lasts, r.OnLeaving)).ToArray())];
        Has = [.. atStage.Select(s => s.Length > 0)];
    }

    /// <summary>The kinds of event that last on their own.</summary>
    public string[] Kinds { get; }

    /// <summary>A model's kinds of event that last on their own, in the order its file first names them.</summary>
    public static IReadOnlyList<string> KindsOf(SystemModel model) => [.. model.Stages.SelectMany(s => s.Records).Where(IsOne).Select(r => model.Kinds[r.Kind]).Distinct(StringComparer.Ordinal)];

    /// <summary>By stage: whether anything that lasts on its own is recorded there.</summary>
    public bool[] Has { get; }

    /// <summary>Counts what begins with a stay, or with the end of it.</summary>
    public void Count(RunSeries series, ulong seed, in SimulatedPerson person, in Traits its, int stage, double days, double now)
    {
        Chance chance = new(seed, person.Number | ((ulong)person.Case << 32) | ((ulong)person.Repeat << 48), Purpose + (uint)stage);
        foreach (Span span in atStage[stage])
        {
            if (span.Share < 1 && !chance.Happens(span.Share)) continue;
            double from = span.OnLeaving ? now + days : now, until = span.Lasts is { } lasts ? from + lasts.Draw(ref chance) : now + its.SentenceDays;
            series.Lasts(new(person.Group, span.Kind, from, Math.Max(from, until), its));
        }
    }

    /// <summary>Whether the same lasts on its own from a stage as with another of the same kinds.</summary>
    public bool IsSame(Spans other, int stage) => atStage[stage].SequenceEqual(other.atStage[stage]);

    private static bool IsOne(Emission record) => !record.SpansStage && (record.Lasts is not null || record.Remainder);

    private sealed record Span(int Kind, double Share, Lasting? Lasts, bool OnLeaving);
}

/// <summary>Something that lasts on its own: what kind, of whom, from when until when.</summary>
internal readonly record struct OpenSpan(short Group, int Kind, double From, double Until, Traits Whose);
