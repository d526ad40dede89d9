using System.Text;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Spine;

public sealed class RepeatedIdsTests(ITestOutputHelper output) : IDisposable
{
    private const string Fields = "fields: { name: name }\nblock: [ name ]\ncompare: [ { field: name } ]\n";
    private static readonly LinkModel Own = SpineFiles.Model("id: t\nrecord_id: id\n" + Fields), BySource = SpineFiles.Model("id: t\nrecord_id: id\nrecord_source: agency\n" + Fields), Numbered = SpineFiles.Model("id: t\nrecord_source: agency\n" + Fields);
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Ids_that_differ_are_let_be() => Said(Own, "id,name\n1,ANN\n2,BOB\n,CAT\n").ShouldBeNull();

    [Fact]
    public void One_id_in_two_sources_is_let_be_and_in_one_is_not()
    {
        Said(BySource, "agency,id,name\npolice,1,ANN\nprobation,1,ANN\n").ShouldBeNull();
        Said(BySource, "agency,id,name\npolice,1,ANN\nprobation,1,ANN\npolice,1,BOB\nprobation,1,CAT\n").ShouldNotBeNull().ShouldContain("Line 2 of people.csv and line 4 of people.csv have one id in the column 'id', and 1 further row has an id met before");
    }

    [Fact]
    public void Two_rows_without_an_id_are_told_so() => Said(Own, "id,name\n1,ANN\n,BOB\n,CAT\n").ShouldNotBeNull().ShouldContain("have no id");

    [Fact]
    public void Rows_that_go_by_number_in_two_files_of_one_source_are_refused()
    {
        string[] paths = [files.Write("a.csv", "agency,name\npolice,ANN\n"), files.Write("b.csv", "agency,name\npolice,BOB\n")];
        Refusal why = RepeatedIds.Refuse(RecordFile.Read(paths, Numbered).Value, paths, Numbered).ShouldNotBeNull();
        why.Code.ShouldBe("SPINE-63");
        why.Says.ShouldContain("line 2 of a.csv and line 2 of b.csv");
    }

    [Fact]
    public void What_is_found_is_what_a_plain_set_finds()
    {
        for (ulong seed = 1; seed < 60; seed++)
        {
            Chance chance = new(seed, 1, 1);
            int records = 1 + chance.Below(400), of = 1 + chance.Below(4000);
            StringBuilder csv = new("id,name\n");
            HashSet<int> met = [];
            long again = 0;
            for (int n = 0; n < records; n++)
            {
                int id = chance.Below(of);
                if (!met.Add(id)) again++;
                csv.Append($"{id},ANN\n");
            }
            (files.Table(Own, csv.ToString()).Repeated()?.Rows ?? 0).ShouldBe(again);
        }
    }

    [Fact]
    public void A_million_ids_are_looked_through_in_no_time()
    {
        StringBuilder csv = new("id,name\n");
        for (int n = 0; n < 1_000_000; n++) csv.Append($"R{n * 7919L % 1_000_003:x8},\n");
        RecordTable table = files.Table(Own, csv.ToString());
        double[] seconds = [.. Enumerable.Range(0, 5).Select(_ =>
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            table.Repeated().ShouldBeNull();
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        })];
        output.WriteLine($"1,000,000 ids: {string.Join(", ", seconds.Select(s => s.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)))} s of processor");
        seconds.Min().ShouldBeLessThan(1); // of the whole test process; alone it takes a tenth of that
    }

    private string? Said(LinkModel model, string csv)
    {
        string path = files.Write("people.csv", csv);
        return RepeatedIds.Refuse(RecordFile.Read([path], model).Value, [path], model)?.Says;
    }
}
