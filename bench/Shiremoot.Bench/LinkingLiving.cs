using System.Diagnostics;
using System.Globalization;
using Shiremoot.Intake;
using Shiremoot.Spine;

namespace Shiremoot.Bench;

/// <summary>
/// The living spine: of a file of records 1,000 are held back, all others are linked; then each of the 1,000 is looked for alone, and all are added at once. The file is one that 'records' writes.
/// </summary>
static class LinkingLiving
{
    private const int HeldBack = 1000;

    public static void Run(string path)
    {
        LinkModel model = Shire.SharedLinkModel().Value;
        string folder = Directory.CreateTempSubdirectory("shiremoot-living").FullName;
        try
        {
            (string held, string fresh) = Split(path, folder);
            Say("read and link", Seconds(() => RecordFile.Read([held], model).Value, out RecordTable table));
            Say("link", Seconds(() => Linking.Link(table, model, new LinkOptions { Nicknames = Shire.Nicknames() }).Value, out Linked linked));
            long[] people = [.. linked.Clusters.Select(c => c + 1L)];
            Say("index", Seconds(() => new LivingRecords(table, linked.Model, people, Shire.Nicknames()), out LivingRecords living));
            FindEach(living, fresh);
            AddAll(living, fresh, people);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void FindEach(LivingRecords living, string fresh)
    {
        List<IReadOnlyList<(string, string)>> rows = Rows(fresh);
        foreach (IReadOnlyList<(string, string)> row in rows.Take(200)) _ = Look(living, row);
        List<double> took = [];
        int found = 0;
        foreach (IReadOnlyList<(string, string)> row in rows)
        {
            Stopwatch watch = Stopwatch.StartNew();
            IReadOnlyList<FoundRecord> these = Look(living, row);
            took.Add(watch.Elapsed.TotalMilliseconds);
            if (these.Count > 0 && these[0].Reasons.Bits >= (living.Model.Threshold ?? 0)) found++;
        }
        took.Sort();
        Print($"one new record against {living.Count:N0}, standardised, found, scored, explained: p50 {took[took.Count / 2]:0.00} ms, p95 {took[took.Count * 95 / 100]:0.00} ms, longest {took[^1]:0.00} ms; {found} of {took.Count} have a record as likely as not of the same person");
    }

    private static IReadOnlyList<FoundRecord> Look(LivingRecords living, IReadOnlyList<(string Column, string Value)> row) =>
        LivingLinks.Find(living, RecordEntry.Of(living.Model, row[0].Value, row[1].Value, row), 0, 20);

    private static void AddAll(LivingRecords living, string fresh, long[] before)
    {
        long firstNew = before.Max() + 1;
        double least = double.MaxValue, first = 0;
        for (int round = 0; round < 5; round++)
        {
            int from = living.Count;
            LivingChange change = null!;
            double seconds = Seconds(() =>
            {
                living.Add(RecordFile.Read([fresh], living.Model).Value);
                change = LivingUpdate.Of(living, [], [.. Enumerable.Range(from, living.Count - from)], [], [], firstNew);
                LivingUpdate.Apply(living, change);
                return 0;
            }, out _);
            if (round == 0) first = seconds;
            least = Math.Min(least, seconds);
            if (round == 0)
            {
                HashSet<int> touched = [.. change.Records];
                int moved = Enumerable.Range(0, before.Length).Count(r => !touched.Contains(r) && living.PersonOf(r) != before[r]);
                Print($"added {living.Count - from:N0} records; {touched.Count:N0} records of touched people joined anew; {change.Moves.Count} moves between people; {moved} unaffected records with another person");
            }
            // As it was, for the next round.
            for (int n = 0; n < change.Records.Count; n++) living.Assign(change.Records[n], change.Before[n]);
            for (int r = from; r < living.Count; r++) living.Remove(r);
        }
        Print($"1,000 new records read, found, joined, people assigned: first {first:0.000} s, least of 5 {least:0.000} s");
    }

    private static List<IReadOnlyList<(string, string)>> Rows(string path)
    {
        List<IReadOnlyList<(string, string)>> rows = [];
        using TableReader reader = TableReading.Open(path, new FileFormat()).Value;
        while (reader.Read()) rows.Add([.. reader.Headers.Select((h, n) => (h, System.Text.Encoding.UTF8.GetString(reader.Field(n)))).Where(c => c.Item2.Length > 0)]);
        return rows;
    }

    private static (string Held, string Fresh) Split(string path, string folder)
    {
        (string held, string fresh) = (Path.Combine(folder, "held.csv"), Path.Combine(folder, "fresh.csv"));
        int every = (File.ReadLines(path).Count() - 1) / HeldBack, line = 0, kept = 0;
        using StreamWriter one = new(held), other = new(fresh);
        foreach (string text in File.ReadLines(path))
        {
            if (line == 0)
            {
                one.WriteLine(text);
                other.WriteLine(text);
            }
            else if (line % every == 0 && kept < HeldBack)
            {
                other.WriteLine(text);
                kept++;
            }
            else
            {
                one.WriteLine(text);
            }
            line++;
        }
        return (held, fresh);
    }

    private static double Seconds<T>(Func<T> work, out T made)
    {
        Stopwatch watch = Stopwatch.StartNew();
        made = work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Say(string what, double seconds) => Print($"{what}: {seconds:0.00} s");

    private static void Print(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
