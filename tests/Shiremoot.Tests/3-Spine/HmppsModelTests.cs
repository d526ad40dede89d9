using System.Globalization;
using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Learning;
using Shiremoot.Spine.Parts;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>The model HMPPS links people with, in our language, gives the weights HMPPS published, level by level.</summary>
public sealed class HmppsModelTests : IDisposable
{
    private const string Parameters = "hmpps-linkage-parameters/hmpps_person_match_parameters.csv";
    private static readonly LinkModel Model = LinkModelFile.Read(Path.Combine(TestData.Root, "vocabulary", "linkage", "hmpps-person-match.yaml")).Value;

    // For each level of the table: what the two records hold. Of each field 'one | other'; what is not named is missing.
    private static readonly (string Comparison, int Level, string Pair)[] Pairs =
    [
        ("name_comparison", 1, "name_1_std=JOHN|JOHN last_name_std=SMITH|SMITH"),
        ("name_comparison", 2, "name_1_std=JOHN|JON last_name_std=SMITH|SMITH"),
        ("name_comparison", 3, "name_1_std=JOHN|SMITH last_name_std=SMITH|JOHN"),
        ("name_comparison", 4, "name_1_std=JOHN|PETER last_name_std=SMITH|QUAIFE forename_std_arr=JOHN;PETER|PETER last_name_std_arr=SMITH;QUAIFE|QUAIFE"),
        ("name_comparison", 5, "name_1_std=JOHN|PETER last_name_std=SMITH|QUAIFE forename_std_arr=JOHN;PETER;MARK|PETER;ABEL;OMAR last_name_std_arr=SMITH;QUAIFE;WEBB|QUAIFE;PATEL;LEE"),
        ("name_comparison", 6, "name_1_std=ALICE|ALINA last_name_std=MARTIN|MAURTON"),
        ("name_comparison", 7, "name_1_std=JOHN|JOHN last_name_std=SMITH|QUAIFE"),
        ("name_comparison", 8, "name_1_std=JOHN|PETER last_name_std=SMITH|SMITH"),
        ("name_comparison", 9, "name_1_std=JOHN|PETER last_name_std=SMITH|QUAIFE"),
        ("date_of_birth_arr", 1, "date_of_birth=1985-03-07|1985-03-07 date_of_birth_arr=1985-03-07|1985-03-07"),
        ("date_of_birth_arr", 2, "date_of_birth=1985-03-07|1962-11-21 date_of_birth_arr=1985-03-07;1962-11-21|1962-11-21"),
        ("date_of_birth_arr", 3, "date_of_birth=1985-03-07|1962-11-21 date_of_birth_arr=1985-03-07;1962-11-21;1941-02-02|1962-11-21;1990-09-09;1977-07-08"),
        ("date_of_birth_arr", 4, "date_of_birth=1985-03-07|1987-03-07 date_of_birth_arr=1985-03-07|1987-03-07"),
        ("date_of_birth_arr", 5, "date_of_birth=1985-03-07|1990-03-07 date_of_birth_arr=1985-03-07|1990-03-07"),
        ("date_of_birth_arr", 6, "date_of_birth=1985-03-07|1990-03-08 date_of_birth_arr=1985-03-07|1990-03-08"),
        // How often each postcode is held is set by the other records: rare 2 of 1,000 records, known 20, common 200.
        ("postcode_arr", 1, "postcode_arr=RA1 1RE;RA1 2RE|RA1 2RE;RA1 1RE"),
        ("postcode_arr", 2, "postcode_arr=RA1 3RE;KN1 1OW|KN1 1OW;RA1 3RE"),
        ("postcode_arr", 3, "postcode_arr=KN1 1OW;KN1 2OW|KN1 2OW;KN1 1OW"),
        ("postcode_arr", 4, "postcode_arr=OU1 1TC|OU1 2TC"),
        ("postcode_arr", 5, "postcode_arr=OU1 1TC|EL1 2SE"),
        ("name_2_std", 1, "name_2_std=ANNE|ANNE"),
        ("name_2_std", 2, "name_2_std=ANNE|ANN"),
        ("name_2_std", 3, "name_2_std=ANNE|RUTH"),
        ("id_comparison", 1, "pnc_single=1979/0163001B|1979/0163001B cro_single=065656/91H|065656/91H"),
        ("id_comparison", 2, "pnc_single=1979/0163001B|1979/0163001B cro_single=065656/91H|"),
        ("id_comparison", 3, "pnc_single=|1979/0163001B cro_single=065656/91H|065656/91H"),
        ("id_comparison", 4, "pnc_single=1979/0163001B| cro_single=|{cro:163001}"),
        ("id_comparison", 5, "pnc_single=1979/0163001B|{pnc:4567} cro_single=065656/91H|{cro:777}"),
        ("id_comparison", 7, "pnc_single=1979/0163001B|{pnc:4567}"),
        ("sentence_date_arr", 1, "sentence_date_arr=2020-01-06|2020-01-06"),
        ("sentence_date_arr", 2, "sentence_date_arr=2020-01-06;2021-05-04|2020-01-06;2016-08-09"),
        ("sentence_date_arr", 3, "sentence_date_arr=2020-01-06;2021-05-04;2022-02-02;2023-03-03|2020-01-06;2016-08-09;2017-07-07"),
        ("sentence_date_arr", 4, "sentence_date_arr={eight}|{eight}"),
        ("sentence_date_arr", 5, "sentence_date_arr=2020-01-06;2021-05-04|2020-01-20;2024-05-04"),
        ("sentence_date_arr", 6, "sentence_date_arr=2020-01-06|2020-01-21"),
    ];

    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [DataFact(Parameters)]
    public void Every_level_has_the_weight_that_was_published()
    {
        string[][] table = [.. File.ReadLines(TestData.File(Parameters)).Skip(1).Select(Fields)];
        Pairs.Select(p => (p.Comparison, p.Level.ToString())).ShouldBe(table.Where(r => r[0] != "PRIOR").Select(r => (r[0], r[1])));
        Model.IsLearned.ShouldBeTrue();
        Model.Prior.ShouldBe(Number(table[^1][3]));
        RecordTable records = Records();
        PairComparer comparer = PairComparer.Of(Model, records, new Nicknames([]), (column, part) => ValueParts.Column(column.Table, part));
        PairScore score = new(Model, comparer);
        for (int n = 0; n < Pairs.Length; n++)
        {
            ulong pattern = Pattern(comparer, records.Find($"{n}-one"), records.Find($"{n}-other"));
            int comparison = Model.Comparisons.ToList().FindIndex(c => c.Name == Pairs[n].Comparison), level = LevelShares.Level(pattern, comparison);
            string what = $"{Pairs[n].Comparison} {Pairs[n].Level}";
            level.ShouldBeGreaterThan(0, what);
            (pattern & ~(15UL << (4 * comparison))).ShouldBe(0UL, what); // nothing else is told of this pair
            double m = Number(table[n][3]), u = Number(table[n][4]), weight = Model.Comparisons[comparison].Levels[level - 1].Weight!.Value;
            weight.ShouldBe(Math.Log2(m / u), 1e-6, what);
            weight.ShouldBe(Number(table[n][5]), 1e-4, what);
            score.OfPattern(pattern).ShouldBe((float)(weight + Math.Log2(Model.Prior!.Value / (1 - Model.Prior.Value))), 1e-4f, what);
        }
    }

    [Theory]
    [InlineData("override_marker=AB1|AB1", 166.096)] // 50 powers of ten, in bits
    [InlineData("override_marker=AB1|AB2 override_scopes=S1;S2|S2", -166.096)]
    [InlineData("override_marker=AB1|AB2 override_scopes=S1|S2", 0)]
    [InlineData("master_defendant_id=D1|D1", 19.9316)]
    [InlineData("master_defendant_id=D1|D2", 0)]
    [InlineData("pnc_single=1979/0163001B| cro_single=|065656/91H", 0)] // nothing to set against the other
    [InlineData("name_1_std=JOHN| last_name_std=|SMITH", 0)]
    [InlineData("last_name_std=SMITH|QUAIFE", -7.9063)] // one name missing, the other another
    public void Markers_and_what_is_missing_weigh_as_there(string pair, double weight)
    {
        RecordTable records = files.Table(Model, Csv([.. Rows([pair])]));
        PairComparer comparer = PairComparer.Of(Model, records, new Nicknames([]), (column, part) => ValueParts.Column(column.Table, part));
        new PairScore(Model, comparer).OfPattern(Pattern(comparer, 0, 1)).ShouldBe((float)(weight - 21.8479), 0.01f);
    }

    [Fact]
    public void Records_are_linked_with_it_as_it_stands()
    {
        Linked linked = files.Link(Model, Csv([.. Rows(["name_1_std=JOHN|JOHN last_name_std=SMITH|SMITH date_of_birth=1985-03-07|1985-03-07 pnc_single=1979/0163001B|1979/0163001B", "name_1_std=MARY|ANN last_name_std=WEBB|WEBB date_of_birth=1985-03-07|1951-03-07"])]));
        SpineFiles.ById(linked).ShouldBe(["court/0-one prison/0-other", "court/1-one", "prison/1-other"]);
        linked.Learned.ShouldBeNull();
    }

    private RecordTable Records()
    {
        List<Dictionary<string, string>> rows = [.. Rows([.. Pairs.Select(p => p.Pair)])];
        int Of(string postcode, int wanted) => wanted - rows.Count(r => r.GetValueOrDefault("postcode_arr", "").Split(';').Contains(postcode));
        (string Postcode, int Wanted)[] held = [("RA1 1RE", 2), ("RA1 2RE", 2), ("RA1 3RE", 2), ("KN1 1OW", 20), ("KN1 2OW", 20)];
        foreach ((string postcode, int wanted) in held)
            for (int more = Of(postcode, wanted); more > 0; more--) rows.Add(new() { ["postcode_arr"] = postcode });
        for (int n = 0; rows.Count(r => r.GetValueOrDefault("postcode_arr", "").Length > 0) < 1000; n++) rows.Add(new() { ["postcode_arr"] = $"FI{n % 50} {n % 10}ER" });
        return files.Table(Model, Csv(rows));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string[] pairs)
    {
        string eight = string.Join(';', Enumerable.Range(0, 8).Select(n => $"{2010 + n}-01-06"));
        for (int n = 0; n < pairs.Length; n++)
        {
            (Dictionary<string, string> one, Dictionary<string, string> other) = (new() { ["id"] = $"{n}-one", ["source_system"] = "court" }, new() { ["id"] = $"{n}-other", ["source_system"] = "prison" });
            foreach (string field in pairs[n].Replace("{eight}", eight).Replace("{cro:163001}", Cro(163001)).Replace("{cro:777}", Cro(777)).Replace("{pnc:4567}", Pnc(4567)).Replace("RA1 ", "RA1_").Replace("KN1 ", "KN1_").Replace("OU1 ", "OU1_").Replace("EL1 ", "EL1_").Split(' '))
            {
                string[] parts = field.Replace('_', field.StartsWith("postcode_arr=") ? ' ' : '_').Split('=', '|');
                (one[Column(parts[0])], other[Column(parts[0])]) = (parts[1], parts[2]);
            }
            yield return one;
            yield return other;
        }

        static string Column(string name) => name.Replace(' ', '_');
    }

    private static string Csv(IReadOnlyList<Dictionary<string, string>> rows)
    {
        string[] columns = ["id", "source_system", .. Model.Fields.SelectMany(f => f.From)];
        StringBuilder csv = new($"{string.Join(',', columns)}\n");
        for (int n = 0; n < rows.Count; n++) csv.AppendJoin(',', columns.Select(c => rows[n].GetValueOrDefault(c, c switch { "id" => $"other-{n}", "source_system" => "court", _ => "" }))).Append('\n');
        return csv.ToString();
    }

    private static string Pnc(int serial) => $"1988/{serial:0000000}{Shiremoot.Terms.CheckLetter.Of(88, serial, 7)}";

    private static string Cro(int serial) => $"{serial:000000}/92{Shiremoot.Terms.CheckLetter.Of(92, serial, 6)}";

    private static ulong Pattern(PairComparer comparer, int one, int other)
    {
        (ulong[] patterns, float[] bits) = (new ulong[1], new float[1]);
        comparer.Compare([one], [other], patterns, bits);
        return patterns[0];
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // A cell in quotation marks may hold commas.
    private static string[] Fields(string line) => [.. System.Text.RegularExpressions.Regex.Matches(line, "(?<=^|,)(\"[^\"]*\"|[^,]*)").Select(m => m.Value.Trim('"'))];
}
