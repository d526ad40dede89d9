using System.IO.Compression;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake;

/// <summary>A file is taken in whole or not at all; each row is accepted or quarantined with its reason.</summary>
[Trait("kind", "store")]
public sealed class TakingInTests
{
    private const string Arrests = """
        id: arrests
        title: Arrests
        source: Made up for a test
        origin: generated
        agency: police
        file: file.csv
        missing: ["", NULL, N/A]
        columns:
          ref: { type: id, required: true }
          born: { type: date, formats: [yyyy-MM-dd, dd/MM/yyyy] }
          arrested: { type: date, formats: [dd/MM/yyyy], required: true }
          sex: { type: code, codes: { M: male, F: female } }
          age: { type: whole, min: 10, max: 110 }
        record: { person: ref, surname: surname, birth_date: born, sex: sex }
        events: [{ kind: arrest, person: ref, start: arrested, attributes: [age] }]
        checks: { bad_rows_at_most: 0.9 }
        """;

    private const string Header = "ref,surname,born,arrested,sex,age\n";

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Good_rows_become_records_and_events_and_bad_rows_go_to_quarantine(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        Receipt receipt = bench.TakeInText(Header + "A1,Smith,1990-05-06,01/02/2020,M,29\nA2,\"O'Neill, Jr\",07/08/1991,30/02/2020,F,28\n,Jones,1992-01-01,01/03/2020,X,200\n").Value;
        (receipt.RowsIn, receipt.RowsAccepted, receipt.RowsQuarantined, receipt.Status).ShouldBe((3, 1, 2, LoadStatus.Active));
        bench.Query<(string, string, long)>("SELECT person, surname, birth_day FROM source_record").ShouldBe([("A1", "Smith", Days.Number(new(1990, 5, 6)))]);
        bench.Query<(string, long, string)>("SELECT kind, start_day, attributes FROM event").ShouldBe([("arrest", Days.Number(new(2020, 2, 1)), """{"age":29}""")]);
        IReadOnlyList<QuarantinedFault> faults = [.. Loads.Quarantined(bench.Store, TimeProvider.System, receipt.Load)];
        faults.Select(f => (f.Line, f.Column)).ShouldBe([(3, "arrested"), (4, "ref"), (4, "sex"), (4, "age")]);
        faults[0].Value.ShouldBe("30/02/2020");
        faults[0].RowText.ShouldBe("A2,\"O'Neill, Jr\",07/08/1991,30/02/2020,F,28");
        faults[2].RowText.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_content_renamed_packed_or_shuffled_changes_nothing(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        string text = Header + "A1,Smith,,01/02/2020,M,29\nA2,Khan,,02/02/2020,F,28\n";
        long load = bench.TakeInText(text).Value.Load;
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        Receipt[] again =
        [
            bench.TakeInText(text).Value, bench.TakeInText(text, "renamed.csv").Value, bench.TakeIn(bench.Write("file.csv.gz", packed.ToArray())).Value,
            bench.TakeInText(Header + "A2,Khan,,02/02/2020,F,28\nA1,Smith,,01/02/2020,M,29\n").Value,
        ];
        again.ShouldAllBe(r => r.AlreadyThere && r.Load == load);
        bench.Query<long>("SELECT count(*) FROM load").ShouldBe([1]);
        bench.InUse("event").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_corrected_resend_takes_the_place_of_the_earlier_version_which_stays(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        Receipt first = bench.TakeInText(Header + "A1,Smith,,01/02/2020,M,29\n").Value;
        Receipt second = bench.TakeInText(Header + "A1,Smyth,,01/02/2020,M,29\nA3,Ng,,01/02/2020,F,40\n").Value;
        second.Replaces.ShouldBe(first.Load);
        bench.InUse("source_record").ShouldBe(2);
        bench.Query<long>("SELECT count(*) FROM source_record").ShouldBe([3]);
        Loads.One(bench.Store, first.Load).Value.Status.ShouldBe(LoadStatus.Replaced);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_with_too_many_bad_rows_is_refused_whole_and_leaves_a_receipt_with_examples(string kind)
    {
        using IntakeBench bench = new(kind, Arrests.Replace("0.9", "0.25"));
        bench.TakeInText(Header + "A1,Smith,,01/02/2020,M,29\nA2,Khan,,soon,F,28\n").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("INTAKE-08");
        why.Details.ShouldContain("1 × not a date or time in a form the feed allows");
        bench.Query<long>("SELECT count(*) FROM event").ShouldBe([0]);
        Receipt receipt = Loads.All(bench.Store).Single();
        (receipt.Status, receipt.RowsIn, receipt.RowsAccepted, receipt.RowsQuarantined).ShouldBe((LoadStatus.Refused, 2, 0, 2));
        Loads.Quarantined(bench.Store, TimeProvider.System, receipt.Load).Count().ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_missing_column_refuses_the_file_and_the_nearest_header_is_named_but_not_taken(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        bench.TakeInText("ref,surname,born,arested,sex,age\nA1,Smith,,01/02/2020,M,29\n").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("INTAKE-01");
        why.Details.Single().ShouldContain("Did you mean 'arested'?");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reordered_and_extra_columns_are_loaded_and_the_extra_ones_noted(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        Receipt receipt = bench.TakeInText("age,sex,note,arrested,born,surname,ref\n29,M,x,01/02/2020,,Smith,A1\n").Value;
        receipt.RowsAccepted.ShouldBe(1);
        receipt.Notes.ShouldContain(n => n.Contains("1 columns of the file are not used") && n.Contains("note"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Eight_loads_of_one_file_at_once_load_it_once_and_all_get_its_receipt(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        string path = bench.Write("file.csv", Header + string.Concat(Enumerable.Range(0, 500).Select(i => $"A{i},Smith,,01/02/2020,M,29\n")));
        Receipt[] receipts = new Receipt[8];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => receipts[i] = bench.TakeIn(path).Value);
        receipts.Count(r => !r.AlreadyThere).ShouldBe(1);
        receipts.Select(r => r.Load).Distinct().Count().ShouldBe(1);
        bench.InUse("event").ShouldBe(500);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_check_loads_nothing_and_leaves_no_receipt(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        string path = bench.Write("file.csv", Header + "A1,Smith,,01/02/2020,M,29\n");
        bench.TakeIn(path, checkOnly: true).Value.RowsAccepted.ShouldBe(1);
        bench.Query<long>("SELECT count(*) FROM load").ShouldBe([0]);
        bench.Query<long>("SELECT count(*) FROM event").ShouldBe([0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_of_an_unusual_length_is_held_until_a_person_approves_it(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        bench.TakeInText(Rows(200)).IsRefused.ShouldBeFalse();
        string path = bench.Write("short.csv", Rows(50));
        bench.TakeIn(path).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("INTAKE-12");
        bench.InUse("event").ShouldBe(200);
        bench.TakeIn(path, approved: true).Value.RowsAccepted.ShouldBe(50);
        bench.InUse("event").ShouldBe(50);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_by_period_replace_their_own_period_and_overlaps_are_refused(string kind)
    {
        using IntakeBench bench = new(kind, Arrests + "\ndelivery: period");
        Receipt march = bench.TakeInText(Header + "A1,Smith,,01/03/2020,M,29\nA1,Smith,,31/03/2020,M,29\n", "march.csv").Value;
        bench.TakeInText(Header + "A1,Smith,,01/02/2020,M,29\nA2,Khan,,29/02/2020,F,30\n", "february.csv").Value.Replaces.ShouldBeNull();
        bench.TakeInText(Header + "A9,Ng,,01/03/2020,M,29\nA9,Ng,,31/03/2020,M,29\nA9,Ng,,05/03/2020,M,29\n", "march again.csv").Value.Replaces.ShouldBe(march.Load);
        bench.InUse("event").ShouldBe(5);
        bench.TakeInText(Header + "A1,Smith,,15/03/2020,M,29\nA1,Smith,,15/04/2020,M,29\n", "spring.csv").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("INTAKE-13");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_is_not_the_one_its_manifest_names_is_refused(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        string path = bench.Write("file.csv", Header + "A1,Smith,,01/02/2020,M,29\n");
        bench.Write("file.csv.sha256", new string('0', 64) + "  file.csv\n");
        bench.TakeIn(path).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("INTAKE-11");
        bench.Write("file.csv.sha256", FileSnapshot.Hash(path).Value.Sha256 + "  file.csv\n");
        bench.TakeIn(path).Value.RowsAccepted.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forgetting_a_person_takes_every_version_and_quarantined_row_of_theirs(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        bench.TakeInText(Header + "A1,Smith,,01/02/2020,M,29\nA2,Khan,,01/02/2020,F,29\n");
        bench.TakeInText(Header + "A1,Smyth,,01/02/2020,M,29\nA1,Smith,,99/99/2020,M,29\nA2,Khan,,01/02/2020,F,29\n");
        Forgotten gone = Forgetting.Person(bench.Store, TimeProvider.System, "police", "A1").Value;
        (gone.Records, gone.Events, gone.Quarantined).ShouldBe((2, 2, 1));
        bench.Query<long>("SELECT count(*) FROM source_record WHERE person = 'A1'").ShouldBe([0]);
        bench.InUse("event").ShouldBe(1);
        Forgetting.Person(bench.Store, TimeProvider.System, "police", "A1").IsRefused.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forgetting_a_load_deletes_its_rows_keeps_its_receipt_and_lets_the_file_come_again(string kind)
    {
        using IntakeBench bench = new(kind, Arrests);
        string path = bench.Write("file.csv", Header + "A1,Smith,,01/02/2020,M,29\n");
        long load = bench.TakeIn(path).Value.Load;
        Forgetting.Load(bench.Store, TimeProvider.System, load).Value.Events.ShouldBe(1);
        bench.InUse("event").ShouldBe(0);
        Loads.One(bench.Store, load).Value.Status.ShouldBe(LoadStatus.Forgotten);
        bench.TakeIn(path).Value.AlreadyThere.ShouldBeFalse();
    }

    private static string Rows(int count) => Header + string.Concat(Enumerable.Range(0, count).Select(i => $"A{i},Smith,,01/02/2020,M,29\n"));
}
