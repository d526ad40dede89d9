using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>A contract of a place or of the country: read, or why it cannot be.</summary>
/// <param name="Id">The name of its file without the ending: what it is asked for by.</param>
/// <param name="ShownAs">The file in messages: contracts/youth-custody.yaml.</param>
/// <param name="IsOfPlace">True if it is the place's own, false for a scheme of the past that ships with the vocabulary.</param>
/// <param name="Read">Its terms; refused with every fault of the file.</param>
public sealed record PlaceContract(string Id, string ShownAs, bool IsOfPlace, Outcome<Contract> Read);

public sealed partial class Shire
{
    /// <summary>The contracts of this place and the schemes of the past, the place's own first, each read or refused by itself.</summary>
    public IReadOnlyList<PlaceContract> Contracts =>
        [.. ContractFiles.Select(f => new PlaceContract(IdOf(f.Path), f.ShownAs, IsOfPlace(f.ShownAs), ContractFile.Read(f.Path, f.ShownAs))).OrderBy(c => !c.IsOfPlace).ThenBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>What contracts may be asked for by.</summary>
    public IReadOnlyList<string> ContractIds => [.. ContractFiles.Select(f => IdOf(f.Path))];

    /// <summary>What the results of simulations in the place's folder 'futures' may be asked for by: the names of their files without the ending.</summary>
    public IReadOnlyList<string> ResultIds => Directory.Exists(ResultFolder) ? [.. Directory.GetFiles(ResultFolder, "*.csv").Select(IdOf).Order(StringComparer.Ordinal)] : [];

    /// <summary>Works out a contract by the name of its file, over a result of the place or its own draws.</summary>
    /// <param name="id">The contract.</param>
    /// <param name="result">One of <see cref="ResultIds"/>; null for the contract's own draws.</param>
    /// <param name="options">Runs, seed, threads and arm.</param>
    public Outcome<BudgetResult> BudgetOf(string id, string? result = null, BudgetOptions? options = null)
    {
        if (ContractFiles.FirstOrDefault(f => IdOf(f.Path) == id) is not { Path: { } path, ShownAs: { } shownAs }) return Refusals.NoSuchContract(id, ContractIds);
        if (result is not null && !ResultIds.Contains(result)) return Refusals.NoSuchResult(result, ResultIds);
        FlowRuns? flows = null;
        if (ContractFile.Read(path, shownAs).Refused(out Refusal? why, out Contract? contract) || (result is not null && FlowRunsFile.Read(Path.Combine(ResultFolder, $"{result}.csv")).Refused(out why, out flows))) return why;
        return Budget.Of(contract, flows, options ?? new());
    }

    /// <summary>Works out a contract file, over a result or its own draws.</summary>
    /// <param name="path">The contract.</param>
    /// <param name="futures">The CSV a simulation wrote; null for the contract's own draws.</param>
    /// <param name="options">Runs, seed, threads and arm.</param>
    public static Outcome<BudgetResult> BudgetOfFile(string path, string? futures, BudgetOptions options)
    {
        FlowRuns? flows = null;
        if (ContractFile.Read(path, Path.GetFileName(path)).Refused(out Refusal? why, out Contract? contract) || (futures is not null && FlowRunsFile.Read(futures).Refused(out why, out flows))) return why;
        return Budget.Of(contract, flows, options);
    }

    private string ResultFolder => Path.Combine(Place.FolderPath, "futures");

    private IReadOnlyList<(string Path, string ShownAs)> ContractFiles => PlaceFiles.In([VocabularyFolder.Find(), Place.FolderPath], "contracts");

    private static bool IsOfPlace(string shownAs) => shownAs.StartsWith("contracts/", StringComparison.Ordinal);
}
