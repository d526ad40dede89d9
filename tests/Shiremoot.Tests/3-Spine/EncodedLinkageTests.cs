using System.Text.RegularExpressions;
using Shiremoot.Spine;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>What it costs to link without names: the bar is a loss of F1 of 0.02 at most.</summary>
public sealed partial class EncodedLinkageTests : IDisposable
{
    private const double MostLost = 0.02;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("encoded");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void People_are_found_about_as_well_without_their_names()
    {
        (string csv, _, int[] truth) = EncodedPeople.Make(6000);
        RecordTable clear = EncodedPeople.Read(folder.FullName, csv);
        string file = Path.Combine(folder.FullName, "encoded.csv");
        EncodedPeople.Encode(clear, file);
        double inClear = F1(clear, LinkModelFile.ReadText(EncodedPeople.Model, "clear.yaml").Value, truth);
        LinkModel model = EncodedPeople.EncodedModel;
        double encoded = F1(RecordFile.Read([file], model).Value, model, truth);
        inClear.ShouldBeGreaterThan(0.96, $"encoded {encoded}");
        encoded.ShouldBeGreaterThan(inClear - MostLost, $"in the clear {inClear}");
    }

    [DataFact("febrl/febrl_dataset4a.csv", "febrl/febrl_dataset4b.csv")]
    public void The_people_of_FEBRL_4_are_found_about_as_well_without_their_names()
    {
        LinkModel clear = LinkModelFile.ReadText(FebrlClear, "febrl.yaml").Value, encoded = LinkModelFile.ReadText(FebrlEncoded, "encoded-febrl.yaml").Value;
        string[] files = [TestData.File("febrl/febrl_dataset4a.csv"), TestData.File("febrl/febrl_dataset4b.csv")];
        RecordEncoding encoding = RecordEncodingFile.ReadText(FebrlEncoding, "febrl-encoding.yaml").Value;
        string[] written = [.. files.Select(f => Path.Combine(folder.FullName, Path.GetFileName(f)))];
        for (int f = 0; f < files.Length; f++) EncodedPeople.Encode(RecordFile.Read([files[f]], clear).Value, written[f], encoding: encoding);
        int[] truth = [.. files.SelectMany(f => File.ReadLines(f).Skip(1)).Select(l => int.Parse(Record().Match(l).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        double inClear = F1(RecordFile.Read(files, clear).Value, clear, truth), without = F1(RecordFile.Read(written, encoded).Value, encoded, truth);
        inClear.ShouldBeGreaterThan(0.995);
        without.ShouldBeGreaterThan(inClear - 0.005);
    }

    private static double F1(RecordTable table, LinkModel model, int[] truthOfRow)
    {
        Linked linked = Linking.Link(table, model, new LinkOptions()).Value;
        int[] truth = [.. Enumerable.Range(0, table.Count).Select(r => truthOfRow[table.RowOf(r)])];
        return LinkAccuracy.Of(linked.Clusters, truth, model.NoDuplicatesIn.Count > 0 ? table.Sources : default).F1;
    }

    [GeneratedRegex(@"^rec-(\d+)-")]
    private static partial Regex Record();

    private const string FebrlClear = """
        id: febrl
        record_id: rec_id
        fields:
          forename: { from: given_name, as: name }
          surname: name
          number: { from: street_number, as: number }
          street: { from: address_1, as: text }
          suburb: text
          postcode: postcode
          state: text
          born: { from: date_of_birth, as: date }
          ssn: { from: soc_sec_id, as: identifier }
        no_duplicates_in: "*"
        block: [ssn, born, "forename, surname", "postcode, surname:first2", "suburb, forename:first2", street, "postcode, number"]
        compare:
          - fields: [forename, surname]
          - field: street
          - field: number
          - field: suburb
          - field: postcode
          - field: state
          - field: born
          - field: ssn
        """;

    private const string FebrlEncoding = """
        id: febrl
        filters:
          person:
            bits: 1024
            fold: true
            flip: 0.02
            hashes: { "forename:bigrams": 10, "surname:bigrams": 10, "born:two": 25, postcode: 20, "suburb:bigrams": 3, "street:bigrams": 3, number: 15, state: 5 }
        tokens: [ssn]
        keys: { bits: 20, of: [born, "forename, surname", "postcode, surname:first2", "suburb, forename:first2", street, "postcode, number"] }
        """;

    private const string FebrlEncoded = """
        id: encoded-febrl
        record_id: record
        fields:
          encoded_with: encoding
          person: filter
          ssn: token
          keys: { as: token, split: ";" }
        no_duplicates_in: "*"
        block: [ssn, keys]
        kin: [{ name: filtered, when: "missing(person) < 1" }]
        compare:
          - name: person
            levels:
              - { when: "dice(person) >= 0.9" }
              - { when: "dice(person) >= 0.8" }
              - { when: "dice(person) >= 0.7" }
              - { when: "dice(person) >= 0.65" }
              - { when: "dice(person) >= 0.6" }
              - { when: "dice(person) >= 0.55" }
              - { when: "dice(person) >= 0.5" }
              - { when: "dice(person) >= 0.45" }
          - name: ssn
            levels: [ { when: same(ssn) }, { when: else } ]
        """;
}
