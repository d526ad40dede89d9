using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Spreading;

/// <summary>Why a spread simulation has no answer.</summary>
internal static class Refusals
{
    public static Refusal SlicesOutOfRange(int slices, int runs) =>
        new("WORK-01", string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs cannot be made in {slices:N0} slices."), string.Create(CultureInfo.InvariantCulture, $"Ask for 1 to {runs:N0} slices: each holds a run at least.")) { Of = RefusalOf.Question };

    public static Refusal SliceFailed(int slice, int slices, IReadOnlyList<string> attempts) =>
        new("WORK-02", string.Create(CultureInfo.InvariantCulture, $"Slice {slice + 1} of {slices} was begun {attempts.Count} times and never finished, so the simulation has no answer."), "Put right what each worker says, and ask the same again: what was finished is kept.") { Details = attempts };

    public static Refusal SlicesDiffer(int slice, int slices, string one, string other) =>
        new("WORK-03", $"Slice {slice + 1} of {slices} came out differently from '{one}' and from '{other}', which are the same build, so the simulation has no answer.", "One of the two machines reckons wrongly: test its memory, take it out, and ask for another number of slices.");

    public static Refusal SliceNotWhole(int slice, int slices) =>
        new("WORK-04", $"Slice {slice + 1} of {slices} is not whole in the store.", "The store was damaged or written to by hand: restore it, or ask for another number of slices.");
}
