using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake;

/// <summary>What a feed file can say, each on a small table.</summary>
public sealed class MappingTests
{
    private const string Top = """
        id: test
        title: Test
        source: Made up for a test
        origin: generated
        agency: police
        file: file.csv
        checks: { rows_at_least: 0, bad_rows_at_most: 1 }
        """;

    [Fact]
    public void A_code_inside_a_label_is_taken_from_it()
    {
        string[] kept = Kept("""{ type: code, code_in_label: true, codes: { "0000001": "yes", "2": "no" } }""", "(0000001) Yes", "2 - No", "(9) Perhaps");
        kept.ShouldBe(["yes", "no"]);
    }

    [Theory]
    [InlineData("{ type: id }", "0012345", true)]
    [InlineData("{ type: id }", "1.23457E+12", false)]
    [InlineData("{ type: id }", "1E5", false)]
    [InlineData("{ type: id }", "123.0", false)]
    [InlineData("{ type: id }", "A1.0", true)]
    [InlineData("{ type: id, length: 7 }", "12345", false)]
    [InlineData("{ type: id, pattern: '[A-Z]\\d{4}[A-Z]{2}' }", "A1234BC", true)]
    [InlineData("{ type: id, pattern: '[A-Z]\\d{4}[A-Z]{2}' }", "A1234BCD", false)]
    [InlineData("{ type: whole }", "12", true)]
    [InlineData("{ type: whole }", "12.5", false)]
    [InlineData("{ type: whole }", "1,234", false)]
    [InlineData("{ type: whole, thousands: ',' }", "1,234", true)]
    [InlineData("{ type: whole }", "99999999999999999999", false)]
    [InlineData("{ type: number }", "1e400", false)]
    [InlineData("{ type: number }", "NaN", false)]
    [InlineData("{ type: number, decimal: ',', thousands: '.' }", "1.234,5", true)]
    [InlineData("{ type: number, min: 0 }", "-0.01", false)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "29/02/2024", true)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "29/02/2023", false)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "01/13/2020", false)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "01/01/0001", false)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "31/12/9999", false)]
    [InlineData("{ type: date, formats: [dd/MM/yyyy] }", "44197", false)]
    [InlineData("{ type: date, formats: [dd-MMM-yyyy] }", "02-Jan-1948", true)]
    [InlineData("{ type: datetime, formats: [\"yyyy-MM-dd'T'HH:mm:ssz\"] }", "2019-05-31T23:01:00+00:00", true)]
    [InlineData("{ type: time, formats: ['HH:mm'] }", "24:00", false)]
    [InlineData("{ type: flag }", "Y", true)]
    [InlineData("{ type: flag }", "maybe", false)]
    [InlineData("{ type: period }", "2015/16", true)]
    [InlineData("{ type: period }", "2015/17", false)]
    [InlineData("{ type: area, kind: local-authority }", "Birmingham", true)]
    [InlineData("{ type: area, kind: local-authority }", "Brum", false)]
    [InlineData("{ required: true }", "", false)]
    public void A_value_is_accepted_or_quarantined_by_its_columns_rules(string column, string value, bool isAccepted) =>
        Kept(column, value).Length.ShouldBe(isAccepted ? 1 : 0);

    [Fact]
    public void A_moment_with_an_offset_is_given_the_date_it_had_here() =>
        Kept("{ type: datetime, formats: [\"yyyy-MM-dd'T'HH:mm:ssz\"] }", "2019-05-31T23:01:00+00:00").ShouldBe(["2019-06-01T00:01"]);

    [Fact]
    public void Formats_are_tried_in_their_order_and_no_others() =>
        Kept("{ type: date, formats: [dd/MM/yyyy, yyyy-MM-dd, d-MMM-yy] }", "03/04/2020", "2020-04-03", "3-Apr-20", "04.03.2020").ShouldBe(["2020-04-03", "2020-04-03", "2020-04-03"]);

    [Theory]
    [InlineData("2018-06", "quarter-ending", "2018-04-01", "2018-07-01")]
    [InlineData("2005-06", "month", "2005-06-01", "2005-07-01")]
    [InlineData("2005-06", "financial-year", "2005-04-01", "2006-04-01")]
    [InlineData("2016-03-31", "year-ending", "2015-04-01", "2016-04-01")]
    public void A_declared_style_settles_what_a_period_means(string text, string style, string from, string until)
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + "\ncolumns: { p: { type: period, style: " + style + " }, v: number }\nstatistics: [{ series: s, area: a, period: p, value: v }]");
        bench.TakeInText($"a,p,v\nX,{text},1\n").Value.RowsAccepted.ShouldBe(1);
        (long f, long u) = bench.Query<(long, long)>("SELECT period_from, period_until FROM statistic").Single();
        (Days.Date((int)f).ToString("uuuu-MM-dd", null), Days.Date((int)u).ToString("uuuu-MM-dd", null)).ShouldBe((from, until));
    }

    [Fact]
    public void Columns_are_joined_split_matched_and_made_constant()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + """

            columns:
              whole_name: { join: [given, family], with: " " }
              first: { split: name, at: ", ", part: 2 }
              last: { split: name, at: ", ", part: 1 }
              district: { match: lsoa, with_pattern: '^(.+) \d{3}[A-Z]$' }
              kind_of_event: { constant: arrest }
              number: { row_number: true }
            record: { person: number, forename: first, surname: last, attributes: [whole_name, district] }
            events: [{ kind_from: kind_of_event, person: number }]
            """);
        bench.TakeInText("name,given,family,lsoa\n\"Khan, Ali\",Ali,Khan,Birmingham 067A\n").Value.RowsAccepted.ShouldBe(1);
        bench.Query<(string, string, string, string)>("SELECT person, forename, surname, attributes FROM source_record").Single()
            .ShouldBe(("1", "Ali", "Khan", """{"whole_name":"Ali Khan","district":"Birmingham"}"""));
        bench.Query<string>("SELECT kind FROM event").ShouldBe(["arrest"]);
    }

    [Fact]
    public void Wide_columns_become_long_rows_and_one_bad_cell_sends_the_whole_row_back()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + """

            columns:
              quarter: { type: period }
              value: { type: number }
              area: { constant: E92000001 }
            unpivot: { pattern: "court_.*", name: series, value: value }
            statistics: [{ series_from: series, area: area, period: quarter, value: value, when: [{ column: value, present: true }] }]
            """);
        Receipt receipt = bench.TakeInText("quarter,court_starts,court_ends,other\n2018Q2,10,20,9\n2018Q3,11,x,9\n2018Q4,,22,9\n").Value;
        (receipt.RowsIn, receipt.RowsAccepted, receipt.RowsQuarantined).ShouldBe((3, 2, 1));
        bench.Query<(string, string, double)>("SELECT series, period, value FROM statistic ORDER BY id").ShouldBe([("court_starts", "2018Q2", 10), ("court_ends", "2018Q2", 20), ("court_ends", "2018Q4", 22)]);
    }

    [Fact]
    public void A_row_may_make_several_events_each_when_its_condition_holds()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + """

            columns:
              in: { type: date, formats: [yyyy-MM-dd] }
              out: { type: date, formats: [yyyy-MM-dd] }
            events:
              - { kind: custody, person: id, start: in, end: out, when: [{ column: in, present: true }] }
              - { kind: release, person: id, start: out, when: [{ column: out, present: true }] }
            """);
        bench.TakeInText("id,in,out\nA,2020-01-01,2020-02-01\nB,2020-01-01,\nC,2020-03-01,2020-02-01\n").Value.RowsQuarantined.ShouldBe(1);
        bench.Query<(string, string)>("SELECT person, kind FROM event ORDER BY id").ShouldBe([("A", "custody"), ("A", "release"), ("B", "custody")]);
    }

    [Fact]
    public void An_event_before_birth_is_quarantined()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + """

            columns: { born: { type: date, formats: [yyyy-MM-dd] }, at: { type: date, formats: [yyyy-MM-dd] } }
            record: { person: id, birth_date: born }
            events: [{ kind: arrest, person: id, start: at }]
            """);
        bench.TakeInText("id,born,at\nA,2020-01-01,2019-01-01\n").Value.RowsQuarantined.ShouldBe(1);
    }

    [Fact]
    public void Rows_the_filter_leaves_out_are_accepted_and_counted()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + "\nkeep: [{ column: kind, not_in: [Total] }]\nrecord: { person: id }");
        Receipt receipt = bench.TakeInText("id,kind\nA,x\nB,Total\n").Value;
        (receipt.RowsAccepted, receipt.RowsLeftOut).ShouldBe((2, 1));
        bench.InUse("source_record").ShouldBe(1);
    }

    [Fact]
    public void A_repeated_key_is_quarantined_and_a_row_put_right_in_the_same_file_is_not()
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + "\nkey: [id, day]\ncolumns: { day: { type: date, formats: [yyyy-MM-dd] } }\nevents: [{ kind: arrest, person: id, start: day }]");
        bench.TakeInText("id,day\nA,2020-01-01\nA,2020-01-02\nA,2020-01-01\nB,2020-99-01\nB,2020-09-01\n").Value.RowsQuarantined.ShouldBe(2);
        bench.InUse("event").ShouldBe(3);
    }

    [Fact]
    public void Every_fault_of_a_feed_is_told_at_once_with_its_line()
    {
        IntakeBench.ReadFeed("""
            id: test
            title: Test
            orign: real
            file: a.csv
            columns:
              a: { type: date }
              b: { type: cod, codes: [x] }
              c: { type: area, kind: local-autority }
            events: [{ kind: arrest }]
            """).Refused(out Refusal? why, out _).ShouldBeTrue();
        string all = string.Join("\n", why!.Details);
        all.ShouldContain("feeds/test.yaml:3: 'orign' is not a key known here. Did you mean 'origin'?");
        all.ShouldContain("feeds/test.yaml:1: 'source' is missing");
        all.ShouldContain("feeds/test.yaml:6: 'columns.a.formats' is missing");
        all.ShouldContain("feeds/test.yaml:7: 'columns.b.type' must be one of");
        all.ShouldContain("Did you mean 'local-authority'?");
        all.ShouldContain("feeds/test.yaml:9: 'events[1].person' is missing");
        all.ShouldContain("'agency' is missing");
    }

    private static string[] Kept(string column, params string[] values)
    {
        using IntakeBench bench = new(TestStore.Sqlite, Top + "\nmissing: [NULL]\ncolumns:\n  v: " + column + "\nrecord: { person: id, surname: v }");
        string rows = string.Concat(values.Select((v, i) => $"{i},\"{v}\"\n"));
        bench.TakeInText("id,v\n" + rows).IsRefused.ShouldBeFalse();
        return [.. bench.Query<string>("SELECT surname FROM source_record ORDER BY id")];
    }
}
