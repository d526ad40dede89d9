using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>The shipped model by which people's records are linked.</summary>
    public static Outcome<LinkModel> SharedLinkModel() => LinkModelFile.Read(Path.Combine(VocabularyFolder.Find(), "linkage", "people.yaml"));
}
