using System.Text;
using Shiremoot.Spine;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Spine;

/// <summary>A first model suggested from files, and how well it links them as it is.</summary>
public sealed class SuggestionTests(ITestOutputHelper output) : IDisposable
{
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [DataFact("febrl/febrl_dataset4a.csv", "febrl/febrl_dataset4b.csv")]
    public void Two_files_of_made_up_people_are_linked_as_suggested() => F1("/^rec-(\\d+)-/", "febrl/febrl_dataset4a.csv", "febrl/febrl_dataset4b.csv").ShouldBeGreaterThanOrEqualTo(0.999);

    [DataFact("splink/fake_1000.csv")]
    public void A_thousand_made_up_people_are_linked_as_suggested() => F1("cluster", "splink/fake_1000.csv").ShouldBeGreaterThanOrEqualTo(0.96);

    [DataFact("splink/historical_figures_50k_dev.csv.gz")]
    public void People_of_history_are_linked_as_suggested() => F1("cluster", "splink/historical_figures_50k_dev.csv.gz").ShouldBeGreaterThanOrEqualTo(0.9);

    [Fact]
    public void Numbers_of_a_person_are_fields_and_keys()
    {
        LinkSuggestion made = LinkSuggestion.For([People("a.csv", 0), People("b.csv", 1)], new LinkOptions()).Value;
        string Kind(string field) => made.Model.Fields.Single(f => f.Name == field).Kind;
        made.Model.IdColumn.ShouldBe("row_id");
        Kind("mobile").ShouldBe("phone");
        Kind("call_on").ShouldBe("phone");
        Kind("pnc_number").ShouldBe("pnc");
        Kind("nhs").ShouldBe("nhs-number");
        Kind("case_id").ShouldBe("identifier");
        Kind("prison").ShouldBe("identifier");
        Kind("house_no").ShouldBe("number");
        foreach (string field in (string[])["mobile", "call_on", "pnc_number", "nhs", "case_id", "prison"])
        {
            made.Keys.ShouldContain(k => k.Rule.ToString() == field);
            made.Model.Comparisons.ShouldContain(c => c.Name == field);
        }
        made.Keys.ShouldContain(k => k.Rule.ToString().Contains("house_no"));
        made.Notes.ShouldContain(n => n.StartsWith("case_id") && n.Contains("a person's"));
        made.Notes.ShouldContain(n => n.StartsWith("only_in_one") && n.Contains("b.csv"));
    }

    [Fact]
    public void A_whole_name_beside_its_parts_gives_keys_and_is_not_compared()
    {
        StringBuilder csv = new("id,forename,surname,full_name,born\n");
        for (int n = 0; n < 300; n++) csv.Append($"{n},F{Letters(n % 150)},S{Letters(n % 150)},\"F{Letters(n % 150)} of S{Letters(n % 150)}\",19{50 + (n % 150 % 50)}-01-0{1 + (n % 9)}\n");
        LinkSuggestion made = LinkSuggestion.For([files.Write("people.csv", csv.ToString())], new LinkOptions()).Value;
        made.Model.Fields.Single(f => f.Name == "full_name").Split.ShouldBe(" ");
        made.Model.Comparisons.ShouldNotContain(c => c.Name == "full_name");
        made.Keys.ShouldContain(k => k.Rule.ToString().Contains("full_name"));
    }

    private double F1(string truth, params string[] names)
    {
        string[] paths = [.. names.Select(TestData.File)];
        LinkModel model = LinkSuggestion.For(paths, new LinkOptions()).Value.Model;
        LinkModelFile.ReadText(LinkModelText.Write(model), "suggested.yaml").IsRefused.ShouldBeFalse();
        Linked linked = SpineFiles.Link(model, paths);
        LinkAccuracy accuracy = LinkAccuracy.Of(linked.Clusters, LinkTruth.Read(truth, linked.Table, paths).Value.Person);
        output.WriteLine($"{names[0]}: precision {accuracy.Precision:0.0000}, recall {accuracy.Recall:0.0000}, F1 {accuracy.F1:0.0000}; {linked.Pairs.Count:N0} pairs");
        return accuracy.F1;
    }

    // The same people in both files, with a number each of every kind; PNC and NHS numbers with their check letters and digits.
    private string People(string name, int file)
    {
        StringBuilder csv = new($"row_id,forename,surname,mobile,call_on,pnc_number,nhs,case_id,prison,house_no{(file == 0 ? ",only_in_one" : "")}\n");
        for (int n = 0; n < 200; n++)
            csv.Append($"{name[0]}{n},F{Letters(n)},S{Letters(n * 3)},07{700_000_000 + (n * 7919)},+44 121 {1_000_000 + (n * 41)},{Pnc(n)},{Nhs(n)},{40_000 + (n * 37)},A{1000 + (n * 7)}BC,{1 + (n % 30)}{(file == 0 ? $",x{n}" : "")}\n");
        return files.Write(name, csv.ToString());
    }

    private static string Letters(int n) => $"{(char)('a' + (n % 26))}{(char)('a' + (n / 26 % 26))}{(char)('a' + (n * 11 % 26))}";

    private static string Pnc(int n) => $"20{10 + (n % 10)}/{1_234 + (n * 13):0000000}{"ZABCDEFGHJKLMNPQRTUVWXY"[(int)((((10L + (n % 10)) * 10_000_000) + 1_234 + (n * 13)) % 23)]}";

    private static string Nhs(int n)
    {
        for (int from = 943_476_000 + (n * 101); ; from++)
        {
            string nine = from.ToString(System.Globalization.CultureInfo.InvariantCulture);
            int check = (11 - (nine.Select((d, i) => (d - '0') * (10 - i)).Sum() % 11)) % 11;
            if (check < 10) return nine + check;
        }
    }
}
