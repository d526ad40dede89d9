using Shiremoot.Futures.Contracts;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads a contract: contracts/*.yaml of a place or of the vocabulary.</summary>
public static class ContractFile
{
    /// <summary>Reads a contract; refused with every fault, each with file, line and the mend.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The name in messages: contracts/youth-custody.yaml.</param>
    public static Outcome<Contract> Read(string path, string shownAs) => PlaceFile.Read(path, shownAs, ContractReading.Read);

    /// <summary>As <see cref="Read"/>, from text already in hand.</summary>
    public static Outcome<Contract> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, ContractReading.Read);
}
