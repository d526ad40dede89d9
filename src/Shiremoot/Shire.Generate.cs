using Shiremoot.Futures;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>Reads what making people of a place needs. No store is opened: generated people reach one as everyone's do, by being taken in.</summary>
    /// <param name="placeFolder">The place.</param>
    /// <param name="set">A set of targets, or null for the first.</param>
    public static Outcome<Generation> Generating(string placeFolder, string? set)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(placeFolder));
        if (!Directory.Exists(folder)) return Refusals.NoPlace(placeFolder);
        string country = VocabularyFolder.Find();
        if (PlaceReading.Read(folder, ReadDisclosure).Refused(out Refusal? why, out (Place Place, Trust.DisclosureRules Disclosure) place)) return why!;
        if (Records.Vocabulary.Read(country, Path.Combine(folder, "vocabulary")).Refused(out why, out Vocabulary? vocabulary)) return why;
        if (Records.Geography.Read(country).Refused(out why, out Geography? geography)) return why;
        return Generation.Open(place.Place, country, vocabulary, geography, set);
    }

    /// <summary>What the stories of the place's own people say of its model, as a layer to be laid over it. The read is written to the audit log under its own purpose.</summary>
    /// <param name="set">A set of targets, or null for the first.</param>
    public Outcome<LearnedModel> LearnFromStories(string? set = null)
    {
        if (!HasPeople) return Refusals.NoRecordsOfPeople();
        if (Generating(Place.FolderPath, set).Refused(out Refusal? why, out Generation? generation)) return why;
        Auditing.WriteRead(Store, options.Clock, Auditing.Calibration, "stories of all people, to find numbers of the model", null);
        return Setting().Then(setting => generation.Learn(setting.Stories, Disclosure));
    }
}
