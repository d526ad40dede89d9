using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// Another way the system may truly be, that no record can tell from the model: what a scenario does is worked out on it too. Read from vocabulary/futures/alternatives
/// and a place's folder of the same name.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What would be otherwise.</param>
/// <param name="Why">Why it cannot be ruled out.</param>
/// <param name="Numbers">By name, for the lines under 'model'.</param>
/// <param name="Text">The file's text; the lines under its key 'model' are laid over the place's model, under any scenario.</param>
public sealed record Alternative(string Id, string Title, string Why, IReadOnlyDictionary<string, double> Numbers, string Text)
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="shownAs">Its name in messages.</param>
    public static Outcome<Alternative> Read(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, map =>
    {
        map.Text("source");
        if (!map.Has("model")) map.Fault("model", "is missing; write the lines of the model that would be otherwise.");
        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        if (map.MapOr("numbers") is { } listed)
            foreach (string name in listed.Keys) numbers[name] = listed.Number(name);
        return new Alternative(map.Text("id"), map.Text("title"), map.Text("why"), numbers, text);
    });
}

/// <summary>What a scenario does on a model that is otherwise.</summary>
/// <param name="Alternative">What is otherwise; null for the model itself.</param>
/// <param name="Answer">What would happen.</param>
public sealed record AlternativeAnswer(Alternative? Alternative, FutureAnswer Answer);
