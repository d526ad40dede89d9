using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Sixty ways to quote, right and wrong (F42). Each stands between two sound rows, which must come through untouched whatever it is.</summary>
public sealed class QuoteTests
{
    private static readonly FileFormat Comma = new() { Delimiter = "," };

    // The text after the first sound row; good rows it holds, fields joined by /; lines of bad rows. \n stands for the line break tried.
    public static TheoryData<int, string, string[], int[]> Corpus()
    {
        (string Text, string[] Good, int[] Bad)[] cases =
        [
            ("1,2,3", ["1/2/3"], []),
            ("\"1\",2,3", ["1/2/3"], []),
            ("1,\"2\",3", ["1/2/3"], []),
            ("1,2,\"3\"", ["1/2/3"], []),
            ("\"1\",\"2\",\"3\"", ["1/2/3"], []),
            ("\"\",\"\",\"\"", ["//"], []),
            (",,", ["//"], []),
            ("\"a,b\",2,3", ["a,b/2/3"], []),
            ("\",\",\",\",\",\"", [",/,/,"], []),
            ("\"a\nb\",2,3", ["a\nb/2/3"], []),
            ("1,2,\"a\nb\nc\"", ["1/2/a\nb\nc"], []),
            ("1,\"\n\",3", ["1/\n/3"], []),
            ("\"\n\n\n\",2,3", ["\n\n\n/2/3"], []),
            ("\"a\"\"b\",2,3", ["a\"b/2/3"], []),
            ("\"\"\"\",2,3", ["\"/2/3"], []),
            ("\"\"\"\"\"\",2,3", ["\"\"/2/3"], []),
            ("\"\"\"a\"\"\",2,3", ["\"a\"/2/3"], []),
            ("1,\"\"\",\"\"\",3", ["1/\",\"/3"], []),
            ("1,\"a\"\"\nb\",3", ["1/a\"\nb/3"], []),
            ("1,\"a\n\"\"b\",3", ["1/a\n\"b/3"], []),
            ("\"a\"\",\"\"b\",2,3", ["a\",\"b/2/3"], []),
            ("'1','2','3'", ["'1'/'2'/'3'"], []),
            ("1,it's,3", ["1/it's/3"], []),
            ("1,\"it's\",3", ["1/it's/3"], []),
            ("1,“curly”,3", ["1/“curly”/3"], []),
            ("1,\" a \",3", ["1/a/3"], []),
            ("1,\\\\,3", ["1/\\\\/3"], []),
            ("1,\"a;b|c\td\",3", ["1/a;b|c\td/3"], []),
            ("1,\"2\n,\n3\",3\n4,5,6", ["1/2\n,\n3/3", "4/5/6"], []),
            ("\"x\",\"y\",\"z\"\n\"p\",\"q\",\"r\"", ["x/y/z", "p/q/r"], []),

            // one quote too few or too many: only its line is bad
            ("\"1,2,3", [], [3]),
            ("1,\"2,3", [], [3]),
            ("1,2,\"3", [], [3]),
            ("1,2,3\"", [], [3]),
            ("1\",2,3", [], [3]),
            ("1,2\",3", [], [3]),
            ("1,a\"b,3", [], [3]),
            ("1,a\"b\"c,3", [], [3]),
            ("1,\"a\"b,3", [], [3]),
            ("1,\"a\" ,3", [], [3]),
            ("1, \"a\",3", [], [3]),
            ("1,\"a\"b\",3", [], [3]),
            ("1,\"\"a,3", [], [3]),
            ("1,\"\"a\"\",3", [], [3]),
            ("1,a\"\"b,3", [], [3]),
            ("1,\"a\\\"b\",3", [], [3]),
            ("\"", [], [3]),
            ("\"\"\"", [], [3]),
            ("1,\"\"\",3", [], [3]),
            ("1,\"a\"\",3", [], [3]),
            ("1,\"a,3\n4,5,6", ["4/5/6"], [3]),
            ("1,\"a,3\n4,\"b\",6", ["4/b/6"], [3]),
            ("1,\"a,3\n4,\"\",6", ["4//6"], [3]),
            ("1,\"a,3\n\"4\",\"b\",\"c\"\n7,8,9", ["4/b/c", "7/8/9"], [3]),
            ("1,\"a,3\n4,\"b,6\n7,\"8\",9", ["7/8/9"], [3, 4]),
            ("1,\"a,3\n4,\"b\nc\",6", ["4/b\nc/6"], [3]),
            ("1,a\",3\n4,b\",6", [], [3, 4]),
            ("1,\"a,3\n\n4,5,6", ["4/5/6"], [3]),
            // closed by chance two lines on: the line between is whole, so the first alone is bad
            ("1,\"a,3\n4,5,6\n7,b\",\"9\",x", ["4/5/6"], [3, 5]),
            ("\"a\nb\",\"c,3\n4,5,6", ["4/5/6"], [3, 4]),
        ];
        TheoryData<int, string, string[], int[]> data = [];
        for (int i = 0; i < cases.Length; i++) data.Add(i + 1, cases[i].Text, cases[i].Good, cases[i].Bad);
        return data;
    }

    [Fact]
    public void The_corpus_has_sixty_cases() => Corpus().Count.ShouldBe(60);

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_quote_out_of_place_costs_its_own_line_and_no_other(int number, string text, string[] good, int[] badLines)
    {
        number.ShouldBeGreaterThan(0);
        foreach (string newline in new[] { "\n", "\r\n", "\r" })
        {
            string whole = $"h1,h2,h3\nb,c,d\n{text}\ny,z,w\n".Replace("\n", newline, StringComparison.Ordinal);
            using SentFile file = new(whole);
            foreach (int block in new[] { 1, 2, 7, 64, 65, 4096 })
            {
                ReadTable read = file.Read(Comma, block);
                read.Stopped.ShouldBeNull();
                string[] expected = ["b/c/d", .. good.Select(r => r.Replace("\n", newline, StringComparison.Ordinal)), "y/z/w"];
                read.Rows.ShouldBe(expected, $"block {block}, line break {(int)newline[0]}");
                read.Bad.Select(b => (int)b.Fault.Line).ShouldBe(badLines, $"block {block}");
                read.Bad.ShouldAllBe(b => b.Fault.Reason.Contains("quote"));
                read.Lines[^1].ShouldBe(3 + text.Count(c => c == '\n') + 1);
            }
        }
    }

    [Fact]
    public void A_quote_never_closed_in_a_large_file_costs_one_row_of_many()
    {
        StringBuilder text = new("a,b,c\n1,\"open,3\n");
        for (int i = 0; i < 200_000; i++) text.Append("4,five,6\n");
        using SentFile file = new(text.ToString());
        ReadTable read = file.Read();
        (read.Good.Count, read.Bad.Count, read.Bad[0].Fault.Line).ShouldBe((200_000, 1, 2));
        read.Bad[0].Raw.ShouldBe("1,\"open,3");
    }

    [Fact]
    public void A_file_that_never_quotes_can_say_so()
    {
        using SentFile file = new("a,b\n5\" pipe,\"x\n");
        file.Read(Comma with { Quotes = "none" }).Rows.ShouldBe(["5\" pipe/\"x"]);
    }

    [Fact]
    public void The_kernel_agrees_with_a_plain_reading_of_the_rules_on_any_text()
    {
        Random random = new(20240229);
        for (int run = 0; run < 20_000; run++)
        {
            byte[] text = new byte[random.Next(0, 200)];
            for (int i = 0; i < text.Length; i++) text[i] = "\"\",\n\rabcdefgh"u8[random.Next(run % 3 == 0 ? 6 : 13)];
            QuoteKernel.Scan(text, (byte)',', quotes: true).ShouldBe(PlainQuotes.Scan(text, (byte)','), Encoding.ASCII.GetString(text));
        }
    }
}
