using Shiremoot.Picture;

namespace Shiremoot.Tests.Picture.Surviving;

/// <summary>432 men released in Maryland and followed for a year: P. H. Rossi, R. A. Berk and K. J. Lenihan (1980).</summary>
sealed record Rossi(TimesToEvent Times, ModelColumns Columns, int[] Money, string[][] Rows, string[] Header)
{
    public static Rossi Read()
    {
        string[] lines = File.ReadAllLines(TestData.File("classic-criminal-justice/cardata_rossi.csv"));
        string[] header = lines[0].Split(',');
        string[][] rows = [.. lines.Skip(1).Select(l => l.Split(','))];
        string[] Column(string name) => [.. rows.Select(r => r[Array.IndexOf(header, name)])];
        double[] Number(string name) => [.. Column(name).Select(double.Parse)];
        double[] Is(string name, string value) => [.. Column(name).Select(v => v == value ? 1.0 : 0)];
        ModelColumns columns = new(["fin", "age", "race other", "wexp", "not married", "paro", "prio"],
            [Is("fin", "yes"), Number("age"), Is("race", "other"), Is("wexp", "yes"), Is("mar", "not married"), Is("paro", "yes"), Number("prio")]);
        return new(TimesToEvent.Of(Number("week"), [.. Column("arrest").Select(a => a == "1")]), columns, [.. Is("fin", "yes").Select(f => (int)f)], rows, header);
    }

    /// <summary>A row for each week of each man, with whether he had work in it.</summary>
    public (TimesToEvent Times, ModelColumns Columns, int[] Man) ByWeek()
    {
        List<double> from = [], until = [];
        List<int> cause = [], man = [];
        List<double>[] x = [.. Columns.Values.Select(_ => new List<double>()), []];
        int first = Array.IndexOf(Header, "emp1");
        for (int m = 0; m < Rows.Length; m++)
            for (int week = 1; week <= Times.Time[m]; week++)
            {
                from.Add(week - 1);
                until.Add(week);
                cause.Add(week == Times.Time[m] ? Times.Cause[m] : 0);
                man.Add(m);
                for (int c = 0; c < Columns.Values.Length; c++) x[c].Add(Columns.Values[c][m]);
                x[^1].Add(Rows[m][first + week - 1] == "yes" ? 1 : 0);
            }
        return (new([.. until], [.. cause]) { Entry = [.. from] }, new([.. Columns.Names, "employed"], [.. x.Select(c => c.ToArray())]), [.. man]);
    }
}
