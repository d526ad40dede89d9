using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Tests.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Fuzzing;

/// <summary>
/// Damaged files and feeds through the whole of taking in: never an exception, never a hang, every row counted, nothing of a refused load kept.
/// SHIREMOOT_FUZZ sets how many cases each kind gets (2,500 here); SHIREMOOT_FUZZ_SEED starts elsewhere.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Cases = Number("SHIREMOOT_FUZZ", 2_500);
    private static readonly int Seed = Number("SHIREMOOT_FUZZ_SEED", 20260101);
    private const int BetweenCommits = 50;

    private const string Feed = """
        id: fuzz
        title: Fuzz
        source: Made up for a test
        origin: generated
        agency: police
        file: file.csv
        missing: ["", NULL, "-"]
        checks: { rows_at_least: 0, bad_rows_at_most: 0.5 }
        key: [ref, day]
        columns:
          ref: { type: id, required: true, pattern: '[A-Z]\d{1,6}' }
          day: { type: date, formats: [yyyy-MM-dd, dd/MM/yyyy, dd-MMM-yy] }
          at: { type: datetime, formats: ["yyyy-MM-dd'T'HH:mm:ssz", "dd/MM/yyyy HH:mm"] }
          hour: { type: time, formats: ["HH:mm"] }
          born: { type: date, formats: [yyyy-MM-dd] }
          year: { type: period }
          ending: { type: period, style: year-ending }
          tax: { type: period, style: financial-year }
          quarter: { type: period, style: quarter-ending }
          sex: { type: code, codes: { M: male, F: female, U: "" }, unknown: keep }
          yes: { type: flag }
          where: { type: area, kind: local-authority, unknown: missing }
          n: { type: whole, thousands: "," }
          x: { type: number, decimal: ",", thousands: "." }
          note: { length: 12 }
          half: { split: note, at: " ", part: -1 }
          got: { match: note, with_pattern: '(\w+)$' }
          both: { join: [ref, note], with: "/" }
        keep: [{ column: note, not_in: [total] }]
        record: { person: ref, surname: half, birth_date: born, sex: sex, identifiers: { x: both }, attributes: [got, n, x] }
        events: [{ kind: arrest, person: ref, start: day, end: at, amount: x, attributes: [hour, yes, where] }]
        statistics: [{ series: s, area: where, period: year, value: n, dimensions: [sex, ending, tax, quarter] }]
        """;

    private static readonly string[] Headers = ["ref", "day", "at", "hour", "born", "year", "ending", "tax", "quarter", "sex", "yes", "where", "n", "x", "note"];

    private static readonly string[][] Rows = [.. Enumerable.Range(0, 12).Select(i => new[]
    {
        $"A{i}", $"2020-01-{i + 1:00}", $"2020-02-{i + 1:00}T10:30:00+00:00", $"{i:00}:15", $"19{i + 50}-06-30", $"{2000 + i}", $"{2000 + i}-03-31", $"{2000 + i}", $"{2000 + i}-06-30",
        i % 2 == 0 ? "M" : "F", i % 3 == 0 ? "yes" : "no", "Birmingham", $"1,{i:000}", $"1.0{i:00},5", $"a note of {i + 10}",
    })];

    private static readonly string Csv = string.Concat(Rows.Prepend(Headers).Select(r => string.Join(',', r.Select(f => f.Contains(',') ? $"\"{f}\"" : f)) + "\n"));

    [Fact]
    public void Damaged_text_is_taken_in_or_refused() => Run((random, mutation) => Encoded(mutation.Of(Encoding.UTF8.GetBytes(Csv)), random));

    [Fact]
    public void Damaged_packed_files_are_taken_in_or_refused()
    {
        byte[] zip = new ZipMaker().Add("data/", "").Add("data/file.csv", Csv).Make(), gz = Gzip(Encoding.UTF8.GetBytes(Csv));
        Run((random, mutation) => random.Next(4) switch
        {
            0 => mutation.Of(zip),
            1 => mutation.Of(gz),
            2 => new ZipMaker().Add("file.csv", mutation.Of(Encoding.UTF8.GetBytes(Csv))).Make(),
            _ => Gzip(mutation.Of(Encoding.UTF8.GetBytes(Csv))),
        });
    }

    [Fact]
    public void Damaged_workbooks_are_taken_in_or_refused()
    {
        Dictionary<string, byte[]> parts = Workbooks.Parts(Workbooks.Rows([Headers, .. Rows])).ToDictionary(p => p.Key, p => Encoding.UTF8.GetBytes(p.Value));
        byte[] whole = Workbooks.Pack(parts);
        Run((random, mutation) =>
        {
            if (random.Next(5) == 0) return mutation.Of(whole);
            string part = random.Next(2) == 0 ? "xl/worksheets/sheet1.xml" : parts.Keys.ElementAt(random.Next(parts.Count));
            return Workbooks.Pack(new Dictionary<string, byte[]>(parts) { [part] = mutation.Of(parts[part]) });
        });
    }

    [Fact]
    public void Damaged_feeds_are_read_or_refused_and_what_is_read_can_be_used()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Feed);
        string file = bench.Write("file.csv", Csv);
        byte[] feed = Encoding.UTF8.GetBytes(Feed);
        Watched((random, _) =>
        {
            if (FeedFile.Read(bench.Write("feed.yaml", new Mutation(random).Of(feed)), "feeds/fuzz.yaml").Refused(out Refusal? why, out Feed? read))
            {
                why.Says.ShouldNotBeNullOrWhiteSpace();
                return;
            }
            bench.Feed = read;
            Check(bench.TakeIn(file, checkOnly: true));
        });
    }

    private static void Run(Func<Random, Mutation, byte[]> make)
    {
        using IntakeBench bench = new(TestStore.Sqlite, Feed);
        Watched((random, number) =>
        {
            bool isKept = number % BetweenCommits == 0;
            Outcome<Receipt> outcome = bench.TakeIn(bench.Write("file.csv", make(random, new Mutation(random))), approved: true, checkOnly: !isKept);
            Check(outcome);
            if (isKept) CheckStore(bench);
        });
    }

    // A case that hangs is named by its number: the seed and the number make it again.
    private static void Watched(Action<Random, int> tryOne)
    {
        int now = 0;
        double slowest = 0;
        Task all = Task.Run(() =>
        {
            for (; now < Cases; now++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                try
                {
                    tryOne(new Random(unchecked(Seed + (now * 7919))), now);
                }
                catch (Exception wrong)
                {
                    throw new ShouldAssertException($"case {now} of seed {Seed}", wrong);
                }
                slowest = Math.Max(slowest, watch.Elapsed.TotalSeconds);
            }
        });
        all.Wait(TimeSpan.FromSeconds(120 + (Cases * 0.02))).ShouldBeTrue($"case {now} of seed {Seed} hangs");
        slowest.ShouldBeLessThan(10);
    }

    private static void Check(Outcome<Receipt> outcome)
    {
        if (outcome.Refused(out Refusal? why, out Receipt? receipt)) (why.Code.Length * why.Says.Length * why.Try.Length).ShouldBeGreaterThan(0);
        else (receipt.RowsAccepted + receipt.RowsQuarantined).ShouldBe(receipt.RowsIn);
    }

    private static void CheckStore(IntakeBench bench)
    {
        string[] stray = ["source_record", "event", "statistic"];
        foreach (string table in stray)
            bench.Query<long>($"SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM load l WHERE l.id = t.id / 1099511627776 AND l.status IN ('active', 'replaced'))").ShouldBe([0L], table);
        bench.Query<long>("SELECT count(*) FROM load WHERE rows_in <> rows_accepted + rows_quarantined").ShouldBe([0L]);
        bench.Query<long>("SELECT count(*) FROM quarantine WHERE instr(coalesce(value, ''), char(65533)) > 0 OR instr(coalesce(value, '') || coalesce(row_text, ''), char(0)) > 0").ShouldBe([0L]);
        bench.Query<long>("SELECT count(*) FROM source_record WHERE instr(person || coalesce(surname, '') || coalesce(attributes, ''), char(65533)) > 0").ShouldBe([0L]);
    }

    private static byte[] Encoded(byte[] bytes, Random random) => random.Next(6) switch
    {
        0 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
        1 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes))],
        _ => bytes,
    };

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream packer = new(packed, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(content);
        return packed.ToArray();
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } written ? int.Parse(written, CultureInfo.InvariantCulture) : otherwise;
}
