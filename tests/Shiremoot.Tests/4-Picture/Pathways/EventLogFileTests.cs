using System.IO.Compression;
using System.Text;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Pathways;

/// <summary>Events from files: good, odd and hostile, as tables and as XES.</summary>
public sealed class EventLogFileTests : IDisposable
{
    private const string Header = "case,activity,time\n";
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-pathways-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Times_of_any_offset_are_compared_in_UTC_and_ties_stay_as_they_came()
    {
        // 10:00+02:00 is 08:00 UTC, so b comes before a; c and d are at one time.
        Draw(Header + "1,a,2024-06-01T09:30:00Z\n1,b,2024-06-01 10:00:00+02:00\n1,c,2024-06-01T09:30:00.250-0000\n1,d,2024-06-01T05:30:00.25-04\n").ShouldBe("b → a → c → d");
        Draw(Header + "1,late,2024-06-02\n2,x,2024-06-01\n1,early,2024-06-01 23:59\n").ShouldBe("early → late; x");
        Draw("case;activity;time\n1;a;01/06/2024 09:00\n1;b;31/05/2024 23:59\n", "dd/MM/yyyy HH:mm").ShouldBe("b → a");
        Draw(Header + "1,a,06/01/2024\n1,b,20240531\n", "MM/dd/yyyy", "yyyyMMdd").ShouldBe("b → a");
        Draw(Header + "1,a,2024-06-01 10:00+02:00\n1,b,2024-06-01 09:00+00:00\n1,c,2024-06-01 08:30Z\n", "yyyy-MM-dd HH:mmz").ShouldBe("a → c → b");
    }

    [Fact]
    public void Tables_in_any_usual_form_are_read()
    {
        string plain = Header + "1,Arrêt,2024-06-01\n1,b,2024-06-02\n";
        foreach (byte[] bytes in (byte[][])[[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(plain)], Encoding.Latin1.GetBytes(plain), Encoding.UTF8.GetBytes("\uFEFF" + plain.Replace(',', '\t').Replace("\n", "\r\n")), Packed(Encoding.UTF8.GetBytes(plain))])
            Words(Read(Write("x.csv", bytes)).Value).ShouldBe("Arrêt → b");
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_left_out_counted_and_named_by_their_lines_only()
    {
        EventLog log = Read(Write("x.csv", Header + "Q-4711,a,2024-01-01\n,a,2024-01-01\nQ-4711,,2024-01-01\nQ-4711,b,\nQ-4711,b,Tuesday 4711\nQ-4712,b,2024-13-01\nQ-4711,b\nQ-4711,c,2024-01-02\n")).Value;
        log.Issues.Select(i => (i.Reason, i.Rows, string.Join(' ', i.FirstLines))).ShouldBe([("a time that cannot be read", 2, "6 7"), ("a fault of form (2 fields where the header has 3)", 1, "8"), ("no activity", 1, "4"), ("no case", 1, "3"), ("no time", 1, "5")]);
        (log.Events, log.Cases, log.CasesTouched, log.CasesLost).ShouldBe((2, 1, 2, 1));
        Words(log).ShouldBe("a → c");
        string.Join(' ', log.Issues).ShouldNotContain("4711");
        log.Issues[0].ToString().ShouldBe("2 rows have a time that cannot be read: lines 6, 7");
    }

    [Fact]
    public void Of_times_that_cannot_be_read_at_all_the_shape_is_told_and_the_mend()
    {
        Refusal why = Refused(Read(Write("x.csv", Header + "1,a,31/12/2023 10:15\n1,b,01/01/2024 10:15\n")), "PICTURE-74");
        why.Says.ShouldContain("99/99/9999 99:99");
        why.Try.ShouldContain("--time-format \"dd/MM/yyyy HH:mm\"");
        Refused(Read(Write("x.csv", Header)), "PICTURE-73");
        Refused(Read(Write("x.csv", "")), "PICTURE-73");
        Refused(Read(Write("x.csv", Header + "1,a,2024-01-01\n"), "dd/QQ"), "PICTURE-72");
        Refused(EventLogFile.Read(Write("x.csv", Header), new EventLogForm { Case = "Case", Activity = "activty", Time = "time" }), "PICTURE-70").Says.ShouldContain("Did you mean 'activity'?");
        Refused(EventLogFile.Read(Write("x.csv", Header), new EventLogForm { Case = "case", Activity = "activity" }), "PICTURE-71").Says.ShouldContain("--time");
        Refused(EventLogFile.Read(Path.Combine(folder, "nowhere.csv"), new EventLogForm()), "READ-01");
    }

    [Fact]
    public void One_case_with_a_million_events_and_a_million_cases_with_one_are_read_and_drawn()
    {
        StringBuilder one = new(Header), many = new(Header);
        for (int e = 0; e < 1_000_000; e++)
        {
            one.Append("x,").Append((char)('a' + (e % 3))).Append(e % 7 == 0 ? ",2024-01-02\n" : ",2024-01-01\n");
            many.Append(e).Append(",a,2024-01-01\n");
        }
        PathwayPicture long1 = Picture(Read(Write("one.csv", one.ToString())).Value);
        (long1.VariantCount, long1.Variants.Single().Steps, long1.Log.Cases).ShouldBe((1, 1_000_000, 1));
        long1.Variants.Single().Path.Count.ShouldBe(1_000);
        PathwayPicture wide = Picture(Read(Write("many.csv", many.ToString())).Value);
        (wide.VariantCount, wide.Variants.Single().Cases, wide.Moves.Count).ShouldBe((1, 1_000_000, 0));
    }

    [Fact]
    public void Two_hundred_thousand_activities_are_as_many_stages()
    {
        StringBuilder rows = new(Header);
        for (int e = 0; e < 200_000; e++) rows.Append(e / 2).Append(",a").Append(e).Append(",2024-01-01\n");
        PathwayPicture picture = Picture(Read(Write("x.csv", rows.ToString())).Value);
        (picture.Stages.Count, picture.Moves.Count, picture.VariantCount).ShouldBe((200_000, 100_000, 100_000));
        (picture.Flows.Count <= 8 * 100).ShouldBeTrue();
    }

    [Fact]
    public void An_activity_or_case_of_a_megabyte_is_left_out_and_not_cut_into_another()
    {
        string huge = new('x', 1 << 19);
        EventLog log = Read(Write("x.csv", Header + $"1,{huge},2024-01-01\n1,a,2024-01-01\n{huge},a,2024-01-01\n")).Value;
        (log.Events, log.Issues.Sum(i => i.Rows)).ShouldBe((1, 2));
        Refused(Read(Write("x.csv", Header + $"1,{new string('x', 1 << 21)},2024-01-01\n")), "READ-16");
    }

    [Fact]
    public void XES_is_read_plain_and_packed_and_with_its_namespace()
    {
        string xes = Xes("<trace><string key=\"concept:name\" value=\"1\"/><event><string key=\"concept:name\" value=\"b &amp; c\"/><date key=\"time:timestamp\" value=\"2024-01-02T00:00:00.000+01:00\"/><string key=\"org:resource\" value=\"x\"><string key=\"concept:name\" value=\"nested\"/></string></event>"
            + "<event><date key=\"time:timestamp\" value=\"2024-01-01\"/><string key=\"concept:name\" value=\"a\"/></event><event/></trace><trace><event><string key=\"concept:name\" value=\"a\"/><date key=\"time:timestamp\" value=\"2024-01-01\"/></event></trace><trace/>");
        foreach (byte[] bytes in (byte[][])[Encoding.UTF8.GetBytes(xes), Packed(Encoding.UTF8.GetBytes(xes)), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(xes.Replace("UTF-8", "UTF-16"))]])
        {
            EventLog log = EventLogFile.Read(Write("x.xes", bytes), new EventLogForm()).Value;
            Words(log).ShouldBe("a → b & c");
            log.Issues.Select(i => (i.Reason, i.Rows)).ShouldBe([("no activity", 1), ("no case", 1)]);
            log.Issues[0].FirstLines.ShouldBe([3]);
        }
    }

    [Fact]
    public void The_same_events_as_XES_and_as_a_table_give_the_same()
    {
        Random random = new(3);
        StringBuilder csv = new("case,activity,time\n"), xes = new();
        for (int c = 0; c < 200; c++)
        {
            xes.Append($"<trace><string key=\"concept:name\" value=\"{c}\"/>\n");
            for (int e = random.Next(1, 8); e > 0; e--)
            {
                string activity = $"s{random.Next(4)}", time = $"2024-01-{random.Next(1, 29):00}T0{random.Next(10)}:00:00+0{random.Next(3)}:00";
                csv.Append($"{c},{activity},{time}\n");
                xes.Append($"<event><string key=\"concept:name\" value=\"{activity}\"/><date key=\"time:timestamp\" value=\"{time}\"/></event>\n");
            }
            xes.Append("</trace>");
        }
        Words(EventLogFile.Read(Write("x.xes", Xes(xes.ToString())), new EventLogForm()).Value).ShouldBe(Words(Read(Write("x.csv", csv.ToString())).Value));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><log>&b;</log>", "READ-27")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE log SYSTEM \"file:///etc/passwd\"><log/>", "READ-27")]
    [InlineData("<?xml version=\"1.0\"?><html><body/></html>", "READ-26")]
    [InlineData("<log><trace>", "READ-26")]
    [InlineData("<log><trace></log>", "READ-26")]
    [InlineData("<log></log>", "PICTURE-73")]
    [InlineData("<?xml version=\"1.0\"?>", "READ-26")]
    public void Hostile_XML_is_refused(string xml, string code) => Refused(EventLogFile.Read(Write("x.xes", xml), new EventLogForm()), code);

    [Fact]
    public void XML_too_deep_too_long_or_a_bomb_is_refused()
    {
        Refused(EventLogFile.Read(Write("x.xes", "<log>" + string.Concat(Enumerable.Repeat("<trace>", 200_000))), new EventLogForm()), "READ-27").Says.ShouldContain("deep");
        Refused(EventLogFile.Read(Write("x.xes", $"<log><trace><string key=\"concept:name\" value=\"{new string('x', 3 << 20)}\"/></trace></log>"), new EventLogForm()), "READ-27").Says.ShouldContain("longer");
        Refused(EventLogFile.Read(Write("x.xes.gz", Packed(Encoding.UTF8.GetBytes("<log>" + string.Concat(Enumerable.Repeat("<x/>", 4 << 20)) + "</log>"))), new EventLogForm()), "READ-10");
    }

    private string Draw(string csv, params string[] formats) => Words(Read(Write("x.csv", csv), formats).Value);

    private static Outcome<EventLog> Read(string path, params string[] formats) => EventLogFile.Read(path, new EventLogForm { Case = "case", Activity = "activity", Time = "time", TimeFormats = formats });

    private static PathwayPicture Picture(EventLog log) => PathwayDrawing.Draw(log, new PathwayQuestion { Threads = 2 }).Value;

    private static string Words(EventLog log) => string.Join("; ", Picture(log).Variants.Select(v => v.InWords(50)));

    private static Refusal Refused(Outcome<EventLog> read, string code)
    {
        read.Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe(code, why.ToString());
        return why;
    }

    private static string Xes(string traces) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849.2016\" xmlns=\"http://www.xes-standard.org/\"><global scope=\"event\"><string key=\"concept:name\" value=\"global\"/></global>\n{traces}</log>";

    private static byte[] Packed(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
