using Shiremoot.Records;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>Forenames and their short forms in common use.</summary>
    public static IReadOnlyList<(string Formal, string Short)> Nicknames() =>
        [.. File.ReadLines(Path.Combine(VocabularyFolder.Find(), "names", "nicknames.csv")).Skip(1).Select(line => line.Split(',')).Where(p => p.Length == 2).Select(p => (p[0], p[1]))];

    /// <summary>A file of the vocabulary that says how records are linked or encoded: encoding.yaml, encoded-people.yaml.</summary>
    public static string LinkageFile(string name) => Path.Combine(VocabularyFolder.Find(), "linkage", name);

    /// <summary>What the latest linking of all records learned and found, protected; it names nobody. Refused if the records have not been linked.</summary>
    public Outcome<PlaceLinking> LatestLinking() => PlaceLinking.Of(this);

    /// <summary>Writes all source records of the place to a file, a line for each agency's reference. The read is audited; the file identifies people.</summary>
    public Outcome<long> ExportRecords(string path) => !HasPeople ? Spine.Refusals.NoPeople() : SourceRecords.Read(Store, new StoryAccess(Auditing.Linking, Environment.UserName, options.Clock)).Then(records => RecordExport.Write(records, path));
}
