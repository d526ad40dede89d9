using System.Diagnostics;
using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Parts;
using Shiremoot.Terms;

namespace Shiremoot.Bench;

/// <summary>
/// Scored pairs a second of processor: five fuzzy comparisons (levels of Jaro-Winkler) on distinct random values, nothing remembered from one pair to the next; beside it the same done
/// plainly, on strings. Pairs are drawn at random, as rules over other fields bring them together; or are of a record and its copy with errors, where no early end helps.
/// </summary>
static class LinkagePairs
{
    private const int Fields = 5, Pairs = 400_000, Rounds = 8, PlainPart = 10;
    private const string Letters = "EEEEEEEEEEEETTTTTTTTTAAAAAAAAOOOOOOOIIIIIIINNNNNNSSSSSSHHHHHHRRRRRRDDDDLLLLCCCUUUMMMWWFFGGYYPPBBVKJXQZ";

    public static void Run()
    {
        Run(4_000);
        Run(40_000); // beyond the nearer caches: every value is waited for
    }

    private static void Run(int records)
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-pairs-").FullName;
        try
        {
            LinkModel model = LinkModelFile.ReadText(ModelText(), "model.yaml").Value;
            string file = Path.Combine(folder, "people.csv");
            File.WriteAllText(file, People(records));
            RecordTable table = RecordFile.Read([file], model).Value;
            PairComparer comparer = PairComparer.Of(model, table, new Nicknames([]), (column, part) => ValueParts.Column(column.Table, part));
            Console.WriteLine($"{table.Count:N0} records with {Fields} names of 4 to 12 letters, all distinct; levels at Jaro-Winkler 0.92 and 0.85; one thread");
            Compare("random pairs", table, new PairScore(model, comparer), Drawn(table));
            Compare("copies with errors", table, new PairScore(model, comparer), Copies(table));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string kind, RecordTable table, PairScore score, (int[] A, int[] B) pairs)
    {
        (int[] a, int[] b) = pairs;
        string[][] rows = [.. Enumerable.Range(0, table.Count).Select(r => table.Columns.Select(c => Encoding.UTF8.GetString(c.Table[c.Of(r)[0]])).ToArray())];
        Glyphs[] glyphs = [.. table.Columns.Select(c => new Glyphs(c.Table))];
        int[][] values = [.. table.Columns.Select(c => Enumerable.Range(0, table.Count).Select(r => c.Of(r)[0]).ToArray())];
        double bits = 0, plainBits = 0, similar = 0;
        double whole = Nanoseconds(a.Length, () => bits = Scored(score, a, b));
        double kernels = Nanoseconds(a.Length, () => similar += Similar(glyphs, values, a, b));
        double plain = Nanoseconds(a.Length / PlainPart, () => plainBits = Plainly(score, rows, a.AsSpan(0, a.Length / PlainPart), b));
        double same = Scored(score, a.AsSpan(0, a.Length / PlainPart), b);
        Console.WriteLine($"{kind}: {1e3 / whole:0.0} million scored pairs a second of processor, {whole:0} ns a pair: {kernels:0} in five Jaro-Winkler kernels ({kernels / Fields:0} each), {whole - kernels:0} in levels, pattern and score");
        Console.WriteLine($"  the same plainly: {1e3 / plain:0.00} million, {plain:0} ns a pair; ratio {plain / whole:0.0}; the bits of both add up to {same:0} and {plainBits:0}");
        if (Math.Abs(same - plainBits) > 0.001 * Math.Abs(same)) throw new InvalidOperationException("The two do not agree.");
    }

    private static double Scored(PairScore score, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        const int Batch = 512;
        Span<ulong> patterns = stackalloc ulong[Batch];
        Span<float> terms = stackalloc float[Batch];
        double sum = 0;
        for (int from = 0; from < a.Length; from += Batch)
        {
            int count = Math.Min(Batch, a.Length - from);
            score.Comparer.Compare(a.Slice(from, count), b.Slice(from, count), patterns, terms);
            for (int p = 0; p < count; p++) sum += score.OfPattern(patterns[p]) + terms[p];
        }
        return sum;
    }

    private static double Similar(Glyphs[] glyphs, int[][] values, int[] a, int[] b)
    {
        double sum = 0;
        JaroWinklerFloor floor = new(0.85f);
        for (int p = 0; p < a.Length; p++)
            for (int f = 0; f < Fields; f++) sum += JaroWinklerKernel.Of(glyphs[f], values[f][a[p]], values[f][b[p]], floor);
        return sum;
    }

    private static double Plainly(PairScore score, string[][] rows, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        double sum = 0;
        for (int p = 0; p < a.Length; p++)
        {
            ulong pattern = 0;
            for (int f = 0; f < Fields; f++)
            {
                float alike = (float)JaroWinkler(rows[a[p]][f], rows[b[p]][f]);
                pattern |= (alike >= 0.92f ? 1UL : alike >= 0.85f ? 2UL : 3UL) << (4 * f);
            }
            sum += score.OfPattern(pattern);
        }
        return sum;
    }

    // As it stands in textbooks.
    private static double JaroWinkler(string a, string b)
    {
        if (a == b) return 1;
        int reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1), shared = 0, turned = 0;
        (bool[] inA, bool[] inB) = (new bool[a.Length], new bool[b.Length]);
        for (int i = 0; i < a.Length; i++)
            for (int j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
            {
                if (inB[j] || a[i] != b[j]) continue;
                (inA[i], inB[j]) = (true, true);
                shared++;
                break;
            }
        if (shared == 0) return 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if (!inA[i]) continue;
            while (!inB[j]) j++;
            if (a[i] != b[j++]) turned++;
        }
        double m = shared, jaro = ((m / a.Length) + (m / b.Length) + ((m - (turned / 2)) / m)) / 3;
        int prefix = 0;
        while (jaro > 0.7 + 1e-9 && prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix]) prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    // The least of several rounds: the machine may be shared.
    private static double Nanoseconds(int pairs, Action action)
    {
        double least = double.MaxValue;
        using Process process = Process.GetCurrentProcess();
        for (int round = 0; round < Rounds; round++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            action();
            process.Refresh();
            least = Math.Min(least, (process.TotalProcessorTime - before).TotalNanoseconds / pairs);
        }
        return least;
    }

    private static (int[], int[]) Drawn(RecordTable table)
    {
        Chance chance = new(1, 1, 1);
        (int[] a, int[] b) = (new int[Pairs], new int[Pairs]);
        for (int p = 0; p < Pairs; p++) (a[p], b[p]) = (chance.Below(table.Count), chance.Below(table.Count));
        return (a, b);
    }

    private static (int[], int[]) Copies(RecordTable table)
    {
        int[] place = new int[table.Count];
        for (int r = 0; r < place.Length; r++) place[table.RowOf(r)] = r;
        (int[] a, int[] b) = (new int[Pairs], new int[Pairs]);
        for (int p = 0; p < Pairs; p++)
        {
            int person = (int)(p * 7919L % (table.Count / 2));
            (a[p], b[p]) = (place[2 * person], place[(2 * person) + 1]);
        }
        return (a, b);
    }

    // Each person is two rows; the second has an error in every name.
    private static string People(int records)
    {
        StringBuilder csv = new($"id,{string.Join(',', Enumerable.Range(0, Fields).Select(f => $"f{f}"))}\n");
        HashSet<string>[] met = [.. Enumerable.Range(0, Fields).Select(_ => new HashSet<string>())];
        for (int person = 0; person < records / 2; person++)
        {
            Chance chance = new(2, (ulong)person, 2);
            (string one, string other) = ($"{person}a", $"{person}b");
            for (int f = 0; f < Fields; f++)
            {
                string name = Name(ref chance, met[f]), erring;
                do erring = Erring(ref chance, name);
                while (!met[f].Add(erring));
                (one, other) = ($"{one},{name}", $"{other},{erring}");
            }
            csv.Append(one).Append('\n').Append(other).Append('\n');
        }
        return csv.ToString();
    }

    private static string Name(ref Chance chance, HashSet<string> met)
    {
        while (true)
        {
            char[] name = new char[4 + chance.Below(9)];
            for (int at = 0; at < name.Length; at++) name[at] = Letters[chance.Below(Letters.Length)];
            if (met.Add(new string(name))) return new string(name);
        }
    }

    private static string Erring(ref Chance chance, string name)
    {
        int at = chance.Below(name.Length);
        string letter = Letters[chance.Below(Letters.Length)].ToString();
        return chance.Below(3) switch
        {
            0 => name.Insert(at, letter),
            1 => string.Concat(name.AsSpan(0, at), letter, name.AsSpan(at + 1)),
            _ => at + 1 < name.Length ? $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}" : name + letter,
        };
    }

    private static string ModelText()
    {
        StringBuilder text = new("id: pairs\nrecord_id: id\nprior: 0.0001\nfields:\n");
        for (int f = 0; f < Fields; f++) text.Append($"  f{f}: text\n");
        text.Append("block: [f0]\ncompare:\n");
        for (int f = 0; f < Fields; f++)
            text.Append($"  - name: f{f}\n    levels:\n      - {{ when: \"jaro_winkler(f{f}) >= 0.92\", m: 0.9, u: 0.001 }}\n      - {{ when: \"jaro_winkler(f{f}) >= 0.85\", m: 0.05, u: 0.01 }}\n      - {{ when: else, m: 0.05, u: 0.989 }}\n");
        return text.ToString();
    }
}
