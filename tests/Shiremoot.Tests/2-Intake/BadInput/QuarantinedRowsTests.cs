using System.Diagnostics;
using System.Text;
using Shiremoot.Intake;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>Rows that go to quarantine with their reason while the rest is loaded, and what the receipt says of a file that has changed (F39-F53, F55-F58).</summary>
public sealed class QuarantinedRowsTests
{
    [Fact]
    public void An_unclosed_quote_costs_its_own_row()
    {
        using BadInputBench bench = new();
        Receipt receipt = bench.Loaded(BadInputBench.Header + "A1,\"Smith\",,01/02/2020,F,30\nA2,\"Jones,,01/02/2020,F,30\nA3,\"O\"\"Neill\",,01/02/2020,F,30\nA4,\"two\nlines\",,01/02/2020,F,30\n");
        bench.Surnames().ShouldBe(["Smith", "O\"Neill", "two\nlines"]);
        bench.Faults(receipt).Single().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData(";", "semicolon")]
    [InlineData("\t", "tab")]
    [InlineData("|", "bar")]
    public void Another_delimiter_is_found_and_noted(string delimiter, string name)
    {
        using BadInputBench bench = new();
        Receipt receipt = bench.Loaded(BadInputBench.Good.Replace(",", delimiter, StringComparison.Ordinal));
        receipt.RowsAccepted.ShouldBe(2);
        receipt.Notes.ShouldContain(n => n.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("{ type: number, decimal: ',' }", "1,5", "1.5")]
    [InlineData("{ type: number, decimal: ',' }", "1.500", null)]
    [InlineData("{ type: number, decimal: ',', thousands: '.' }", "1.500", "1500")]
    [InlineData("{ type: number, decimal: ',', thousands: '.' }", "1.5", null)]
    [InlineData("{ type: number, decimal: ',', thousands: '.' }", "1.234.567,89", "1234567.89")]
    [InlineData("{ type: number, thousands: ',' }", "12,5", null)]
    [InlineData("{ type: number, thousands: ',' }", "1,234.5", "1234.5")]
    [InlineData("{ type: number, thousands: ',' }", "1234,567", "1234567")]
    [InlineData("{ type: number, thousands: ',' }", ",123", null)]
    [InlineData("{ type: number, thousands: ',' }", "1.2,345", null)]
    [InlineData("{ type: whole, thousands: ',' }", "1,23", null)]
    [InlineData("{ type: whole, thousands: ' ' }", "1 234 567", "1234567")]
    [InlineData("{ type: whole }", "9007199254740993", "9007199254740993")]
    [InlineData("{ type: number }", "1e400", null)]
    public void A_number_is_read_by_the_declared_marks_or_not_at_all(string column, string written, string? kept)
    {
        using BadInputBench bench = new(feed: Small(column));
        bench.Loaded($"id,v\n1,\"{written}\"\n");
        bench.Intake.Query<string>("SELECT attributes FROM event").ShouldBe(kept is null ? [] : [$"{{\"v\":{kept}}}"]);
    }

    [Theory]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "01/02/2020", "2020-02-01")]
    [InlineData("{ type: date, formats: [MM/dd/yyyy] }", "01/02/2020", "2020-01-02")]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "44197", null)]
    [InlineData("{ type: date, formats: [dd-MMM-yy] }", "02-Jan-48", "1948-01-02")]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "30/02/2020", null)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "01/01/0001", null)]
    [InlineData("{ type: date, formats: [yyyy-MM-dd] }", "9999-12-31", null)]
    [InlineData("{ type: datetime, formats: [\"yyyy-MM-dd'T'HH:mm:ssz\"] }", "9999-12-31T23:59:59-18:00", null)]
    [InlineData("{ type: datetime, formats: [\"yyyy-MM-dd'T'HH:mm:ssz\"] }", "0001-01-01T00:00:00+18:00", null)]
    [InlineData("{ type: time, formats: ['HH:mm'] }", "24:00", null)]
    [InlineData("{ type: time, formats: ['HH:mm'] }", "23:59", "23:59")]
    [InlineData("{ type: period, style: quarter-ending }", "9999-12", null)]
    [InlineData("{ type: period, style: year-ending }", "9999-12-31", null)]
    [InlineData("{ type: period, style: financial-year }", "9999", null)]
    [InlineData("{ type: period, style: year }", "٢٠١٦", null)]
    [InlineData("{ type: id }", "1.23457E+12", null)]
    [InlineData("{ type: id }", "1E5", null)]
    [InlineData("{ type: id, length: 7 }", "12345", null)]
    [InlineData("{ type: id }", "0012345", "0012345")]
    public void A_date_or_reference_is_read_by_the_declared_form_or_not_at_all(string column, string written, string? kept)
    {
        using BadInputBench bench = new(feed: Small(column));
        bench.Loaded($"id,v\n1,{written}\n");
        bench.Intake.Query<string>("SELECT attributes FROM event").ShouldBe(kept is null ? [] : [$"{{\"v\":\"{kept}\"}}"]);
    }

    [Theory]
    [InlineData(false, 44197)]
    [InlineData(true, 42735)]
    public void A_date_cell_is_the_day_Excel_shows_in_either_calendar(bool from1904, int serial)
    {
        using BadInputBench bench = new(feed: Small("{ type: date, formats: [yyyy-MM-dd] }"));
        string rows = Workbooks.Rows(["id", "v"]) + $"<row>{Workbooks.Text("1")}{Workbooks.Number($"{serial}", isDate: true)}</row><row>{Workbooks.Text("2")}{Workbooks.Number("44197")}</row><row>{Workbooks.Text("3")}{Workbooks.Text("01/02/2020")}</row>";
        Receipt receipt = bench.Loaded(Workbooks.Pack(Workbooks.Parts(rows, from1904)), "file.xlsx");
        bench.Intake.Query<string>("SELECT attributes FROM event").ShouldBe(["{\"v\":\"2021-01-01\"}"]);
        bench.Faults(receipt).Select(f => f.Column).ShouldBe(["v", "v"]);
    }

    [Fact]
    public void A_birth_in_the_future_or_after_the_event_is_quarantined()
    {
        using BadInputBench bench = new();
        Receipt receipt = bench.Loaded(BadInputBench.Header + "A1,Smith,2049-01-01,01/02/2050,F,30\nA2,Smith,2021-01-01,01/02/2020,F,30\nA3,Smith,1990-01-01,01/02/2020,F,30\nA4,Smith,,01/02/2020,F,30\n");
        bench.Faults(receipt).Select(f => (f.Line, f.Column)).ShouldBe([(2, "born"), (3, "arrested")]);
    }

    [Theory]
    [InlineData("quarantine", 1)]
    [InlineData("keep", 0)]
    [InlineData("missing", 0)]
    public void Codes_new_to_the_list_are_counted_and_more_than_one_in_two_hundred_is_an_alarm(string unknown, int quarantined)
    {
        using BadInputBench bench = new(feed: BadInputBench.Feed.Replace("unknown: keep", $"unknown: {unknown}", StringComparison.Ordinal));
        string rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"A{i},Smith,,01/02/2020,F,30\n"));
        Receipt few = bench.Loaded(BadInputBench.Header + rows + "B1,Smith,,01/02/2020,X,30\n");
        few.RowsQuarantined.ShouldBe(quarantined);
        few.Notes.ShouldContain("new codes: 1 values of 'sex' are not in the feed's list");
        bench.Loaded(BadInputBench.Header + rows + "B1,Smith,,01/02/2020,X,30\nB2,Smith,,01/02/2020,Y,30\n").Notes.ShouldContain(n => n.StartsWith("new codes: 2 values of 'sex'", StringComparison.Ordinal) && n.Contains("more than 0.5%"));
    }

    [Fact]
    public void Codes_for_not_known_are_missing_values_and_counted_by_column()
    {
        using BadInputBench bench = new();
        Receipt receipt = bench.Loaded(BadInputBench.Header + "A1,NULL,1900-01-01,01/02/2020,U,99\nA2,N/A,,01/02/2020,F,99\nA3,-,1990-01-01,01/02/2020,-,30\n");
        receipt.RowsAccepted.ShouldBe(3);
        receipt.Notes.ShouldContain("codes for a value not known, by column: surname 3, born 1, sex 2, age 2");
        bench.Intake.Query<long>("SELECT count(*) FROM source_record WHERE surname IS NULL").ShouldBe([3]);
        bench.Intake.Query<string?>("SELECT attributes FROM event ORDER BY id").ShouldBe([null, null, "{\"age\":30}"]);
    }

    [Fact]
    public void One_person_of_many_events_and_one_address_of_many_people_take_no_longer_than_others()
    {
        const int Rows = 8000;
        string even = Table(i => $"P{i}", i => $"B{i} 1AA"), skewed = Table(i => i < 5000 ? "P1" : $"P{i}", i => i >= 5000 ? "B1 1AA" : $"B{i} 1AA");
        double[] took = [Best(even), Best(skewed)];
        took[1].ShouldBeLessThan((took[0] * 3) + 0.3, $"{took[0]:0.00} s even, {took[1]:0.00} s skewed");

        static string Table(Func<int, string> person, Func<int, string> postcode) =>
            "id,v,postcode\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{person(i)},{i},{postcode(i)}\n"));

        static double Best(string text) => Enumerable.Range(0, 3).Min(_ =>
        {
            using BadInputBench bench = new(feed: Small("{ type: whole }") + "\nrecord: { person: id, postcode: postcode }");
            Stopwatch watch = Stopwatch.StartNew();
            bench.Loaded(text).RowsAccepted.ShouldBe(Rows);
            return watch.Elapsed.TotalSeconds;
        });
    }

    [Fact]
    public void An_empty_file_is_taken_in_only_where_the_feed_allows_it_and_one_row_is_a_file()
    {
        using BadInputBench bench = new(feed: BadInputBench.Feed.Replace("bad_rows_at_most: 0.5", "rows_at_least: 0", StringComparison.Ordinal));
        bench.Loaded(BadInputBench.Header + "A1,Smith,,01/02/2020,F,30\n").RowsAccepted.ShouldBe(1);
        Receipt empty = bench.Loaded(BadInputBench.Header);
        (empty.RowsIn, empty.Replaces is not null).ShouldBe((0, true));
        bench.Intake.InUse("event").ShouldBe(0);
        bench.Intake.TakeIn(bench.Intake.Write("nothing.csv", "")).IsRefused.ShouldBeTrue("a file without a header is not an empty table of this feed");
    }

    [Fact]
    public void The_same_rows_under_headers_put_right_are_another_load()
    {
        using BadInputBench bench = new();
        bench.Loaded("surname,ref,born,arrested,sex,age\nA1,Smith,,01/02/2020,F,30\n");
        bench.Loaded("ref,surname,born,arrested,sex,age\nA1,Smith,,01/02/2020,F,30\n").AlreadyThere.ShouldBeFalse();
        bench.Surnames().ShouldBe(["Smith"]);
    }

    [Fact]
    public void A_row_refused_for_one_key_does_not_take_the_place_of_its_other_key()
    {
        using BadInputBench bench = new(feed: Small("{ unique: true }") + "\nkey: [id]");
        bench.Loaded("id,v\n1,x\n2,x\n2,y\n").RowsQuarantined.ShouldBe(1);
        bench.Intake.Query<string>("SELECT person FROM event ORDER BY id").ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_long_value_is_cut_between_letters_in_quarantine()
    {
        using BadInputBench bench = new(feed: Small("{ length: 1 }"));
        Receipt receipt = bench.Loaded("id,v\n1," + "x" + new string('é', 150) + "\n");
        string value = Loads.Quarantined(bench.Intake.Store, TimeProvider.System, receipt.Load).Single().Value!;
        value.ShouldBe("x" + new string('é', 99));
        Encoding.UTF8.GetByteCount(value).ShouldBe(199);
    }

    private static string Small(string column) => $$"""
        id: small
        title: Small
        source: Made up for a test
        origin: generated
        agency: police
        file: file.csv
        checks: { bad_rows_at_most: 1 }
        columns:
          v: {{column}}
        events: [{ kind: arrest, person: id, attributes: [v] }]
        """;
}
