using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>The model of a place, or of a model file by itself.</summary>
    /// <param name="path">A place's folder, or a model file.</param>
    /// <param name="set">A set of the place's targets, or null for the first.</param>
    public static Outcome<ModelSource> FutureModel(string path, string? set = null)
    {
        if (Directory.Exists(path)) return Generating(path, set).Then(g => g.Source());
        string name = Path.GetFileName(path);
        return PlaceFile.TextOf(path, name).Then(text => Outcome.Of(new ModelSource([text], name, new Dictionary<string, double>(), null)));
    }
}
