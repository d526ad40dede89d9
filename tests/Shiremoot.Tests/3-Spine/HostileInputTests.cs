using System.Diagnostics;
using System.Text;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>Files that mean ill, or are merely odd: a clear refusal or a right answer, and never a time that grows with the square of the records.</summary>
public sealed class HostileInputTests : IDisposable
{
    private static readonly LinkModel Model = SpineFiles.Model("""
        id: t
        record_id: id
        fields: { forename: name, surname: name, born: date, postcode: postcode }
        block:
          - forename, surname
          - surname, born
          - born, postcode
        compare:
          - fields: [forename, surname]
          - field: born
          - field: postcode
        """);

    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("id,forename,surname,born,postcode\n")]
    [InlineData("id,forename,surname,born,postcode")]
    [InlineData("id,forename\n1,ANN\n")]
    [InlineData("forename,surname,born,postcode\nANN,WEBB,1985-03-07,B1 2AB\n")]
    [InlineData("\0\0\0\0")]
    public void A_file_without_what_is_asked_for_is_refused(string text)
    {
        Refusal why = Refused(files.Write("people.csv", text));
        why.Says.ShouldNotBeNullOrEmpty();
        why.Try.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Refused("/no/such/file.csv").Says.ShouldNotBeNullOrEmpty();

    [Fact]
    public void Records_of_which_nothing_is_known_are_nobody_s()
    {
        foreach (int records in new[] { 3, 2000 })
        {
            Outcome<Linked> linked = Linking.Link(files.Table(Model, Header + string.Concat(Enumerable.Range(0, records).Select(n => $"{n},,,,\n"))), Model, new LinkOptions());
            if (linked.Refused(out Refusal? why, out Linked? value)) why.Code.ShouldBe("SPINE-05");
            else value.Clusters.Distinct().Count().ShouldBe(records);
        }
    }

    [Fact]
    public void One_record_is_one_person_or_there_is_nothing_to_compare()
    {
        Linking.Link(files.Table(Model, Header + "1,ANN,WEBB,1985-03-07,B1 2AB\n"), Model, new LinkOptions()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("SPINE-05");
    }

    [Fact]
    public void One_name_a_great_many_times_makes_no_great_many_pairs()
    {
        (long Pairs, double Seconds) one = Timed(OneName(50_000)), four = Timed(OneName(200_000));
        four.Pairs.ShouldBeInRange(150_000, 400_000); // one for each record of nothing but the name, and the few of one birth date
        four.Pairs.ShouldBeLessThan(one.Pairs * 6);
        four.Seconds.ShouldBeLessThan((one.Seconds * 12) + 3);
    }

    [Fact]
    public void A_great_many_rows_alike_are_one_person()
    {
        // Among others, so that there is something they are more alike than.
        StringBuilder csv = new(Header);
        for (int n = 0; n < 100_000; n++) csv.Append($"same{n},JOHN,SMITH,1985-03-07,B1 2AB\n");
        for (int n = 0; n < 5_000; n++) csv.Append($"{n},F{(char)('A' + (n % 26))}{n % 71},S{(char)('A' + (n % 23))}{n % 97},19{10 + (n % 89)}-0{1 + (n % 9)}-1{n % 10},B{1 + (n % 40)} {n % 10}AB\n");
        Linked linked = files.Link(Model, csv.ToString());
        Enumerable.Range(0, linked.Table.Count).Where(r => linked.Table.Id(r).StartsWith("same")).Select(r => linked.Clusters[r]).Distinct().Count().ShouldBe(1);
        linked.Pairs.Count.ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void A_field_of_a_megabyte_is_cut_and_compared()
    {
        string huge = new('A', 1_000_000);
        Linked linked = files.Link(Model, $"{Header}1,{huge},WEBB,1985-03-07,B1 2AB\n2,{huge},WEBB,1985-03-07,B1 2AB\n3,MARY,{huge},1951-01-02,\n4,ANN,\"JONES, {huge}\",,\n");
        linked.Table.Count.ShouldBe(4);
        foreach (RecordColumn column in linked.Table.Columns) Enumerable.Range(1, column.Table.Count).Max(v => column.Table[v].Length).ShouldBeLessThanOrEqualTo(ValueTable.MostBytes);
        linked.Clusters[linked.Table.Find("1")].ShouldBe(linked.Clusters[linked.Table.Find("2")]);
        Refused(files.Write("long.csv", $"{Header}1,{huge},{huge},{huge},{huge}\n")).Says.ShouldContain("line 2");
    }

    [Fact]
    public void Names_of_other_alphabets_are_linked_as_any_are()
    {
        string[] names = ["Дмитрий,Иванов", "سمير,حسن", "李,小龙", "Ελένη,Παππά", "Zoë,Ångström", "ณัฐ,ศรีสุข", "דוד,כהן", "👻,🎃"];
        StringBuilder csv = new(Header);
        for (int n = 0; n < names.Length; n++) csv.Append($"{n}a,{names[n]},1985-0{n + 1}-07,B{n + 1} 2AB\n{n}b,{names[n]},1985-0{n + 1}-07,B{n + 1} 2AB\n");
        for (int n = 0; n < 200; n++) csv.Append($"x{n},F{n * 7 % 199},S{n * 11 % 197},19{10 + (n % 89)}-11-2{n % 9},L{n % 60} {n % 10}AB\n");
        Linked linked = files.Link(Model, csv.ToString());
        for (int n = 0; n < names.Length; n++) linked.Clusters[linked.Table.Find($"{n}a")].ShouldBe(linked.Clusters[linked.Table.Find($"{n}b")], names[n]);
        linked.Table["forename"].Table.Count.ShouldBeGreaterThanOrEqualTo(names.Length);
    }

    [Fact]
    public void Rows_of_one_id_are_read_as_records_of_their_own_and_told()
    {
        Linked linked = files.Link(Model, Header + "7,ANN,WEBB,1985-03-07,B1 2AB\n7,OMAR,PATEL,1951-11-30,LS1 4DY\n7,ANN,WEBB,1985-03-07,B1 2AB\n");
        linked.Table.Count.ShouldBe(3);
        Enumerable.Range(0, 3).Select(linked.Table.RowOf).Order().ShouldBe([0, 1, 2]);
        linked.Table.Repeated().ShouldBe(new IdTwice(0, 1, false, 2));
    }

    [Fact]
    public void Bytes_that_are_no_text_and_zeros_do_not_stop_a_linking()
    {
        byte[] bad = [.. Encoding.UTF8.GetBytes(Header), .. "1,AN"u8, 0xFF, 0xFE, .. ",WE\0BB,1985-03-07,B1 2AB\n"u8, .. "2,AN"u8, 0xFF, 0xFE, .. ",WE\0BB,1985-03-07,B1 2AB\n"u8, .. "3,"u8, 0xC3, .. ",\0,\0,\0\n"u8];
        Outcome<RecordTable> read = RecordFile.Read([files.Write("people.csv", bad)], Model);
        if (read.Refused(out Refusal? why, out RecordTable? table))
        {
            why.Says.ShouldContain("people.csv");
            return;
        }
        table.Count.ShouldBe(3);
        Linked linked = Linking.Link(table, Model, new LinkOptions()).Value;
        linked.Clusters[table.Find("1")].ShouldBe(linked.Clusters[table.Find("2")]);
    }

    [Fact]
    public void A_file_of_forty_columns_is_read_by_the_four_that_are_asked_for()
    {
        string header = string.Join(',', Enumerable.Range(0, 36).Select(n => $"c{n}")) + ",born,surname,postcode,forename,id\n";
        string Row(string id) => string.Join(',', Enumerable.Range(0, 36).Select(n => $"{n}")) + $",1985-03-07,WEBB,B1 2AB,ANN,{id}\n";
        Linked linked = files.Link(Model, header + Row("1") + Row("2"));
        linked.Table.Find("2").ShouldBeInRange(0, 1);
        linked.Table["forename"].Table.Count.ShouldBe(1);
    }

    [Fact]
    public void A_model_of_more_fields_than_a_record_has_room_for_is_refused()
    {
        string fields = string.Concat(Enumerable.Range(0, 32).Select(n => $"  f{n}: text\n"));
        LinkModelFile.ReadText($"id: t\nfields:\n{fields}block: [f0]\ncompare: [ {{ field: f0 }} ]\n", "m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain("31");
    }

    [Fact]
    public void A_source_for_every_record_is_refused()
    {
        LinkModel model = Model with { SourceColumn = "id" };
        RecordFile.Read([files.Write("people.csv", Header + string.Concat(Enumerable.Range(0, 300).Select(n => $"{n},ANN,WEBB,,\n")))], model).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("SPINE-60");
    }

    private const string Header = "id,forename,surname,born,postcode\n";

    private (long Pairs, double Seconds) Timed(string csv)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Linked linked = files.Link(Model, csv);
        return (linked.Pairs.Count, watch.Elapsed.TotalSeconds);
    }

    private static string OneName(int records)
    {
        StringBuilder csv = new(Header);
        for (int n = 0; n < records; n++)
        {
            Chance chance = new(1, (ulong)n, 1);
            csv.Append(n % 20 > 0 ? $"{n},JOHN,SMITH,,\n" : $"{n},JOHN,SMITH,{1940 + chance.Below(70)}-{1 + chance.Below(12):00}-{1 + chance.Below(28):00},B{1 + chance.Below(90)} {chance.Below(10)}{(char)('A' + chance.Below(26))}{(char)('A' + chance.Below(26))}\n");
        }
        return csv.ToString();
    }

    private static Refusal Refused(string path)
    {
        RecordFile.Read([path], Model).Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!;
    }
}
