using System.IO.Compression;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;

namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>A store that already holds one good load, and files that should not change it.</summary>
sealed class BadInputBench : IDisposable
{
    public const string Feed = """
        id: arrests
        title: Arrests
        source: Made up for a test
        origin: generated
        agency: police
        file: file.csv
        missing: ["", NULL, N/A, "-"]
        columns:
          ref: { type: id, required: true }
          born: { type: date, formats: [yyyy-MM-dd], missing: ["", 1900-01-01] }
          arrested: { type: date, formats: [dd/MM/yyyy], required: true }
          sex: { type: code, codes: { M: male, F: female, U: "" }, unknown: keep }
          age: { type: whole, min: 10, max: 110, missing: ["", "99"] }
        record: { person: ref, surname: surname, birth_date: born, sex: sex }
        events: [{ kind: arrest, person: ref, start: arrested, attributes: [age] }]
        checks: { bad_rows_at_most: 0.5 }
        """;

    public const string Header = "ref,surname,born,arrested,sex,age\n";
    public const string Good = Header + "A1,Smith,1990-05-06,01/02/2020,M,29\nA2,Khan,1991-07-08,02/02/2020,F,28\n";

    private readonly IntakeBench bench;

    public BadInputBench(string kind = TestStore.Sqlite, string feed = Feed) => bench = new IntakeBench(kind, feed);

    public IntakeBench Intake => bench;

    /// <summary>The receipt of a file that is taken in, with the books balanced.</summary>
    public Receipt Loaded(byte[] bytes, string name = "file.csv")
    {
        Outcome<Receipt> outcome = bench.TakeIn(bench.Write(name, bytes), approved: true);
        if (outcome.Refused(out Refusal? why, out Receipt? receipt)) throw new ShouldAssertException(why.ToString());
        (receipt.RowsAccepted + receipt.RowsQuarantined).ShouldBe(receipt.RowsIn);
        return receipt;
    }

    public Receipt Loaded(string text, string name = "file.csv") => Loaded(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Loads the good file, then a file that must be refused whole with this code, and sees that the store holds what it held and one receipt more.</summary>
    public Refusal Refuses(string what, byte[] bytes, string code, string name = "file.csv")
    {
        Loaded(Good, "good.csv");
        (long, long, long, string) before = Held();
        int receipts = Loads.All(bench.Store).Count;
        bench.TakeIn(bench.Write(name, bytes)).Refused(out Refusal? why, out _).ShouldBeTrue($"{what} was taken in");
        why!.Code.ShouldBe(code, $"{what}: {why}");
        why.Try.ShouldNotBeNullOrWhiteSpace(what);
        Held().ShouldBe(before, what);
        IReadOnlyList<Receipt> all = Loads.All(bench.Store);
        all.Count.ShouldBe(receipts + 1, what);
        (all[0].Status, all[0].RowsAccepted, all[0].RowsQuarantined).ShouldBe((LoadStatus.Refused, 0, all[0].RowsIn), what);
        all[0].Refusal.ShouldNotBeNull(what).ShouldContain(code);
        return why;
    }

    public Refusal Refuses(string what, string text, string code, string name = "file.csv") => Refuses(what, Encoding.UTF8.GetBytes(text), code, name);

    public string[] Surnames() => [.. bench.Query<string>("SELECT surname FROM source_record s JOIN load l ON s.id / 1099511627776 = l.id WHERE l.status = 'active' ORDER BY s.id")];

    public (long Line, string? Column, string Reason)[] Faults(Receipt receipt) =>
        [.. Loads.Quarantined(bench.Store, TimeProvider.System, receipt.Load).Select(f => (f.Line, f.Column, f.Reason))];

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream packer = new(packed, CompressionLevel.Optimal, leaveOpen: true)) packer.Write(content);
        return packed.ToArray();
    }

    public void Dispose() => bench.Dispose();

    // Everything a place would draw on: rows of each table, and which loads are in use.
    private (long Records, long Events, long Statistics, string Active) Held() =>
        (bench.Query<long>("SELECT count(*) FROM source_record")[0], bench.Query<long>("SELECT count(*) FROM event")[0], bench.Query<long>("SELECT count(*) FROM statistic")[0],
            string.Join(',', bench.Query<long>("SELECT id FROM load WHERE status = 'active' ORDER BY id")));
}
