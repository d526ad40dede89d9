using Shiremoot.Spine;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Spine;

/// <summary>Public files whose truth is known, linked without it by the models of docs/examples/linkage. The bars are those of the product; what is reached is printed.</summary>
public sealed class AccuracyTests(ITestOutputHelper output) : IDisposable
{
    private const string FebrlPerson = "/^rec-(\\d+)-/";
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [DataFact("febrl/febrl_dataset4a.csv", "febrl/febrl_dataset4b.csv")]
    public void Two_files_of_five_thousand_made_up_people_are_linked() =>
        Measured("febrl", FebrlPerson, "febrl/febrl_dataset4a.csv", "febrl/febrl_dataset4b.csv").F1.ShouldBeGreaterThanOrEqualTo(0.9995);

    [DataFact("febrl/febrl_dataset4a.csv", "febrl/febrl_dataset4b.csv")]
    public void So_they_are_without_the_identifier()
    {
        string[] without = [.. new[] { "febrl_dataset4a.csv", "febrl_dataset4b.csv" }.Select(name => files.Write(name, string.Join('\n', File.ReadLines(TestData.File($"febrl/{name}")).Select((l, n) => n == 0 ? l : l[..l.LastIndexOf(',')] + ","))))];
        Measured(SpineFiles.Example("febrl"), FebrlPerson, without).F1.ShouldBeGreaterThanOrEqualTo(0.996);
    }

    [DataFact("febrl/febrl_dataset3.csv")]
    public void A_file_with_up_to_five_copies_of_a_person_is_gathered() => Measured("febrl", FebrlPerson, "febrl/febrl_dataset3.csv").F1.ShouldBeGreaterThanOrEqualTo(0.97);

    [DataFact("febrl/dataset_a_10000.csv")]
    public void A_file_with_copies_of_copies_is_gathered() => Measured("febrl", "/^(\\d+)\\d$/", "febrl/dataset_a_10000.csv").F1.ShouldBeGreaterThanOrEqualTo(0.97);

    [DataFact("febrl/dataset_d_org_10000.csv", "febrl/dataset_d_dup_10000.csv")]
    public void Two_files_of_which_half_are_in_both_are_linked() =>
        Measured("febrl", "/^(\\d+)\\d$/", "febrl/dataset_d_org_10000.csv", "febrl/dataset_d_dup_10000.csv").F1.ShouldBeGreaterThanOrEqualTo(0.97);

    [DataFact("splink/fake_1000.csv")]
    public void A_thousand_made_up_people_are_gathered() => Measured("fake-people", "cluster", "splink/fake_1000.csv").F1.ShouldBeGreaterThanOrEqualTo(0.95);

    [DataFact("rldata/rldata500.tsv", "rldata/identity_rldata500.tsv")]
    public void Five_hundred_rows_with_the_truth_in_a_second_file_are_gathered() =>
        Measured(SpineFiles.Example("rldata"), TestData.File("rldata/identity_rldata500.tsv"), [TestData.File("rldata/rldata500.tsv")]).F1.ShouldBeGreaterThanOrEqualTo(0.95);

    [DataFact("splink/historical_figures_50k_dev.csv.gz")]
    public void People_of_history_are_gathered_by_few_pairs()
    {
        string file = TestData.File("splink/historical_figures_50k_dev.csv.gz");
        Linked linked = SpineFiles.Link(SpineFiles.Example("historical-figures"), [file]);
        int[] truth = LinkTruth.Read("cluster", linked.Table, [file]).Value.Person;
        LinkAccuracy accuracy = LinkAccuracy.Of(linked.Clusters, truth);
        double met = linked.Pairs.Pieces.Sum(p => Enumerable.Range(0, p.Count).LongCount(i => truth[p.A[i]] == truth[p.B[i]])) / (double)accuracy.TruePairs;
        Say("historical figures", accuracy, $"; {linked.Pairs.Count:N0} pairs with {met:0.000} of the true ones");
        linked.Pairs.Count.ShouldBeLessThan(2_000_000);
        met.ShouldBeGreaterThanOrEqualTo(0.80);
        accuracy.Precision.ShouldBeGreaterThanOrEqualTo(0.94);
        accuracy.F1.ShouldBeGreaterThanOrEqualTo(0.88);
    }

    private LinkAccuracy Measured(string example, string truth, params string[] paths) => Measured(SpineFiles.Example(example), truth, [.. paths.Select(TestData.File)]);

    private LinkAccuracy Measured(LinkModel model, string truth, string[] paths)
    {
        Linked linked = SpineFiles.Link(model, paths);
        // Where no source holds anyone twice only pairs across sources are asked for.
        LinkAccuracy accuracy = LinkAccuracy.Of(linked.Clusters, LinkTruth.Read(truth, linked.Table, paths).Value.Person, linked.Table.SourceNames.All(model.HasNoDuplicates) ? linked.Table.Sources : default);
        Say(string.Join(" and ", paths.Select(Path.GetFileName)), accuracy, "");
        return accuracy;
    }

    private void Say(string what, LinkAccuracy accuracy, string more) =>
        output.WriteLine($"{what}: precision {accuracy.Precision:0.0000}, recall {accuracy.Recall:0.0000}, F1 {accuracy.F1:0.0000}, B-cubed {accuracy.BCubedF1:0.0000}, of {accuracy.TruePairs:N0} pairs{more}");
}
