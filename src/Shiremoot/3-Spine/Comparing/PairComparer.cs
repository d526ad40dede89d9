using System.Runtime.CompilerServices;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// Puts pairs of records at their levels. A pattern holds the level of comparison c in four bits from 4c on: 0 where it cannot be told, then 1 for the first level; the top four bits
/// hold the kin context, 0 for none. Nothing in it changes, so that any number of threads may use it.
/// </summary>
sealed class PairComparer
{
    public const int KinShift = 60;
    private const int MostMeasures = 64;

    private readonly Measure[] measures;
    private readonly Step[] steps;
    private readonly CompiledLevel[][] comparisons;
    private readonly CompiledLevel[] kin, only, cautions;
    private readonly Ladder?[] ladders;
    private readonly Need[] needs;
    private readonly TermBits[] terms;
    private readonly RecordRows rows;
    private readonly bool[] keepsTerms;
    private readonly float[] taken;

    private PairComparer(RecordRows rows, Measure[] measures, Step[] steps, CompiledLevel[][] comparisons, CompiledLevel[] only, CompiledLevel[] kin, Need[] needs, TermBits[] terms, bool[] keepsTerms, CompiledLevel[] cautions, float[] taken) =>
        (this.rows, this.measures, this.steps, this.comparisons, this.only, this.kin, this.needs, this.terms, this.keepsTerms, this.cautions, this.taken, ladders) =
        (rows, measures, steps, comparisons, only, kin, needs, terms, keepsTerms, cautions, taken, [.. comparisons.Select(levels => Ladder.Of(levels, steps))]);

    /// <param name="model">The model; its fields are columns of the table.</param>
    /// <param name="table">The records.</param>
    /// <param name="nicknames">Which forenames are forms of one.</param>
    /// <param name="part">The keys of a part of a column's values.</param>
    public static PairComparer Of(LinkModel model, RecordTable table, Nicknames nicknames, Func<RecordColumn, string?, PartColumn> part) => new Compiling(table, nicknames, part).Compile(model);

    /// <summary>The pattern of each pair, and the bits its shared values add to the match weight beyond those of its levels, less those taken for caution.</summary>
    public void Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<ulong> patterns, Span<float> termBits)
    {
        Span<float> found = stackalloc float[MostMeasures];
        for (int p = 0; p < a.Length; p++)
        {
            ulong known = 0;
            ReadOnlySpan<int> one = rows.Row(a[p]), other = rows.Row(b[p]);
            int bothKnown = rows.Known(one) & rows.Known(other);
            patterns[p] = Compare(one, other, bothKnown, found, ref known, out termBits[p]);
            for (int c = 0; c < cautions.Length; c++)
                if (Holds(cautions[c], bothKnown, one, other, found, ref known)) termBits[p] -= taken[c];
        }
    }

    /// <summary>The cautions that hold of a pair, by their place in the model.</summary>
    public IReadOnlyList<int> Cautions(int a, int b)
    {
        Span<float> found = stackalloc float[MostMeasures];
        ulong known = 0;
        int bothKnown = rows.Known(rows.Row(a)) & rows.Known(rows.Row(b));
        List<int> holding = [];
        for (int c = 0; c < cautions.Length; c++)
            if (Holds(cautions[c], bothKnown, rows.Row(a), rows.Row(b), found, ref known)) holding.Add(c);
        return holding;
    }

    private ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int bothKnown, Span<float> found, ref ulong known, out float bits)
    {
        ulong pattern = 0;
        bits = 0;
        for (int c = 0; c < comparisons.Length; c++)
        {
            if (!needs[c].MaySpeak(bothKnown) || !Holds(only[c], bothKnown, a, b, found, ref known)) continue;
            CompiledLevel[] levels = comparisons[c];
            if (ladders[c] is { } ladder)
            {
                int rung = ladder.Rung(Found(ladder.Measure, a, b, found, ref known));
                if (rung == levels.Length && !needs[c].IsAllKnown(bothKnown)) continue;
                pattern |= (ulong)rung << (4 * c);
                for (int t = levels[rung - 1].FirstTerm; t < levels[rung - 1].EndTerm; t++) bits += terms[t].Of(a, b);
                continue;
            }
            for (int l = 0; l < levels.Length; l++)
            {
                ref readonly CompiledLevel level = ref levels[l];
                if (!Holds(level, bothKnown, a, b, found, ref known)) continue;
                if (level.IsElse && !needs[c].IsAllKnown(bothKnown)) break;
                pattern |= (ulong)(l + 1) << (4 * c);
                for (int t = level.FirstTerm; t < level.EndTerm; t++) bits += terms[t].Of(a, b);
                break;
            }
        }
        for (int k = 0; k < kin.Length; k++)
        {
            if (!Holds(kin[k], bothKnown, a, b, found, ref known)) continue;
            if (!keepsTerms[k]) bits = 0; // among family a rare name is shared for that reason alone
            return pattern | ((ulong)(k + 1) << KinShift);
        }
        return pattern;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(in CompiledLevel level, int bothKnown, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<float> found, ref ulong known)
    {
        if ((bothKnown & level.Needed) != level.Needed) return false;
        for (int s = level.FirstStep; s < level.EndStep; s++)
        {
            ref readonly Step step = ref steps[s];
            if (!step.Holds(Found(step.Measure, a, b, found, ref known))) return false;
        }
        return true;
    }

    // What a measure gives, worked out once for a pair.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Found(int measure, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<float> found, ref ulong known)
    {
        if ((known & (1UL << measure)) != 0) return found[measure];
        known |= 1UL << measure;
        return found[measure] = measures[measure].Of(a, b);
    }

    /// <summary>The fields a comparison needs, a bit each. What is missing speaks neither for nor against: only where all is known is a pair at "else".</summary>
    /// <param name="Fields">The fields.</param>
    /// <param name="IsOne">It looks at one field alone, so that where that is missing there is nothing to look at.</param>
    private readonly record struct Need(int Fields, bool IsOne)
    {
        public bool IsAllKnown(int bothKnown) => (bothKnown & Fields) == Fields;

        public bool MaySpeak(int bothKnown) => !IsOne || IsAllKnown(bothKnown);
    }

    // A condition as the numbers of which it holds: what is not-a-number lies in no range.
    private readonly record struct Step(int Measure, float Least, float Most)
    {
        public static Step Of(int measure, string sign, float number) => sign switch
        {
            ">=" => new Step(measure, number, float.PositiveInfinity),
            "<=" => new Step(measure, float.NegativeInfinity, number),
            ">" => new Step(measure, MathF.BitIncrement(number), float.PositiveInfinity),
            "<" => new Step(measure, float.NegativeInfinity, MathF.BitDecrement(number)),
            _ => new Step(measure, number, number),
        };

        public bool IsAtLeast => float.IsPositiveInfinity(Most);

        public bool Holds(float found) => found >= Least & found <= Most;
    }

    /// <param name="FirstStep">Its conditions: the first,</param>
    /// <param name="EndStep">and where they end.</param>
    /// <param name="FirstTerm">The frequencies that add to it: the first,</param>
    /// <param name="EndTerm">and where they end.</param>
    /// <param name="Needed">Fields, a bit each, that both records must have for it to hold.</param>
    private readonly record struct CompiledLevel(int FirstStep, int EndStep, int FirstTerm, int EndTerm, int Needed)
    {
        public bool IsElse => FirstStep == EndStep;
    }

    /// <summary>Levels that all ask how great one measure is at least, as most comparisons of names do.</summary>
    private sealed record Ladder(int Measure, float[] Least)
    {
        public static Ladder? Of(CompiledLevel[] levels, Step[] steps)
        {
            CompiledLevel[] asking = levels[..^1];
            if (asking.Length == 0 || !levels[^1].IsElse || asking.Any(l => l.EndStep - l.FirstStep != 1)) return null;
            Step[] own = [.. asking.Select(l => steps[l.FirstStep])];
            return own.All(s => s.IsAtLeast && s.Measure == own[0].Measure) ? new Ladder(own[0].Measure, [.. own.Select(s => s.Least)]) : null;
        }

        /// <summary>The level, from 1; the last where none of the others holds.</summary>
        public int Rung(float found)
        {
            int rung = 0;
            while (rung < Least.Length && !(found >= Least[rung])) rung++;
            return rung + 1;
        }
    }

    private sealed class Compiling(RecordTable table, Nicknames nicknames, Func<RecordColumn, string?, PartColumn> part)
    {
        private readonly List<Measure> measures = [];
        private readonly List<Step> steps = [];
        private readonly List<TermBits> terms = [];
        private readonly Dictionary<string, int> numbers = [];
        private readonly RecordRows rows = table.Rows;

        private FieldCells Cells(string field) => new(rows, table[field]);

        public PairComparer Compile(LinkModel model)
        {
            IReadOnlyList<LinkCondition> all = [.. model.Comparisons.SelectMany(c => c.Levels).SelectMany(l => l.Conditions), .. model.Comparisons.SelectMany(c => c.Only), .. model.Kin.SelectMany(k => k.Conditions), .. model.Cautions.SelectMany(c => c.Conditions)];
            CompiledLevel[] cautions = [.. model.Cautions.Select(c => Level(c.Conditions, null, all))];
            CompiledLevel[] only = [.. model.Comparisons.Select(c => Level(c.Only, null, all))];
            CompiledLevel[][] comparisons = [.. model.Comparisons.Select(c => c.Levels.Select(l => Level(l.Conditions, l, all)).ToArray())];
            CompiledLevel[] kin = [.. model.Kin.Select(k => Level(k.Conditions, null, all))];
            Need[] needs = [.. model.Comparisons.Select(NeedOf)];
            if (measures.Count > MostMeasures) throw new NotSupportedException($"A model may use {MostMeasures} measures at most.");
            return new PairComparer(rows, [.. measures], [.. steps], comparisons, only, kin, needs, [.. terms], [.. model.Kin.Select(k => k.KeepsTermFrequency)], cautions, [.. model.Cautions.Select(c => (float)c.Bits)]);
        }

        private Need NeedOf(LinkComparison comparison)
        {
            int fields = 0;
            foreach (string field in comparison.Needed) fields |= 1 << Cells(field).Field;
            bool looksAtMissing = comparison.Levels.SelectMany(l => l.Conditions).Any(c => c.Measure == "missing");
            return new Need(fields, comparison.Fields.Count == 1 && !looksAtMissing);
        }

        private CompiledLevel Level(IReadOnlyList<LinkCondition> conditions, LinkLevel? level, IReadOnlyList<LinkCondition> all)
        {
            (int firstStep, int firstTerm) = (steps.Count, terms.Count);
            int needed = 0;
            foreach (LinkCondition c in conditions)
            {
                steps.Add(Step.Of(Number(c, all), c.Sign, (float)c.Number));
                if (Measures.TellsOnlyOfKnown(c.Measure, steps[^1].Holds(0)))
                    foreach (FieldPart of in c.Parts) needed |= 1 << Cells(of.Field).Field;
            }
            foreach (FieldPart of in level?.TermFrequency ?? [])
            {
                FieldCells cells = Cells(of.Field);
                terms.Add(new TermBits(cells, of.Part is null ? null : part(cells.Column, of.Part), level!.TermFrequencyWeight));
            }
            return new CompiledLevel(firstStep, steps.Count, firstTerm, terms.Count, needed);
        }

        private int Number(LinkCondition condition, IReadOnlyList<LinkCondition> all)
        {
            string key = $"{condition.Measure}({string.Join(',', condition.Parts)})";
            if (numbers.TryGetValue(key, out int there)) return there;
            double[] asked = [.. all.Where(c => c.Measure == condition.Measure && c.Parts.SequenceEqual(condition.Parts)).Select(c => c.Number)];
            FieldCells[] cells = [.. condition.Parts.Select(p => Cells(p.Field))];
            MeasureNeeds needs = new(cells, [.. condition.Parts.Select((p, i) => p.Part is null ? null : part(cells[i].Column, p.Part))], (float)asked.Min(), (float)asked.Max(), nicknames);
            measures.Add(Measures.Make(condition.Measure, needs));
            return numbers[key] = measures.Count - 1;
        }
    }
}
