using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Contracts;

/// <summary>The contracts that ship, and parts of them changed.</summary>
static class ShippedContracts
{
    public static string PathOf(string id) => new[] { "vocabulary/contracts", "places/north-yorkshire/contracts" }.Select(f => Path.Combine(TestData.Root, f, $"{id}.yaml")).First(File.Exists);

    public static IReadOnlyList<string> Ids =>
        [.. new[] { "vocabulary/contracts", "places/north-yorkshire/contracts" }.SelectMany(f => Directory.GetFiles(Path.Combine(TestData.Root, f), "*.yaml")).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static string TextOf(string id) => File.ReadAllText(PathOf(id));

    public static Contract Read(string id) => ContractFile.Read(PathOf(id), id).Value;

    public static Contract Of(string text) => ContractFile.ReadText(text, "contract.yaml").Value;

    /// <summary>What a party has at the end of a worked figure.</summary>
    public static decimal Net(this PlayedExample played, Contract contract, string party) => played.Net[contract.Parties.ToList().FindIndex(p => p.Id == party)];

    /// <summary>What happened, by line and year.</summary>
    public static PlayedExample Play(this Contract contract, decimal[][] actual, decimal[][]? control = null, bool? leaves = null) =>
        Budget.Play(contract, new("", actual, control, leaves, [], ""));
}
