using Shiremoot.Economics;
using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    /// <summary>What an option file of this place may name: its unit costs, evidence, discount rates, measures and cohorts.</summary>
    public Outcome<OptionSources> OptionSources()
    {
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || EvidenceRegister.Refused(out why, out EvidenceRegister? register)) return why;
        return SourcesOf([VocabularyFolder.Find(), Place.FolderPath], costs, register, PeopleOf);
    }

    /// <summary>The option files of the country and of this place, the place's own over the country's of the same name.</summary>
    public IReadOnlyList<(string Path, string ShownAs)> OptionFiles => PlaceFiles.In([VocabularyFolder.Find(), Place.FolderPath], "options");

    /// <summary>Appraises an option of this place.</summary>
    /// <param name="path">The option file.</param>
    /// <param name="priceYear">The year whose prices to show; null for the file's own.</param>
    public Outcome<Appraisal> Appraise(string path, string? priceYear = null) => OptionSources().Then(sources => Appraised(path, sources, priceYear));

    /// <summary>Appraises an option of no place: unit costs and evidence of the country alone.</summary>
    public static Outcome<Appraisal> AppraiseAlone(string path, string? priceYear = null)
    {
        string vocabulary = VocabularyFolder.Find();
        if (Economics.UnitCosts.Read(Path.Combine(vocabulary, "costs")).Refused(out Refusal? why, out UnitCosts? costs)
            || Evidence.EvidenceRegister.ReadAll(vocabulary).Refused(out why, out EvidenceRegister? register)) return why;
        return SourcesOf([vocabulary], costs, register, Economics.OptionSources.NoPlace).Then(sources => Appraised(path, sources, priceYear));
    }

    /// <summary>The place whose folder 'options' holds a file, or null.</summary>
    public static string? PlaceOfOption(string path)
    {
        string? options = Path.GetDirectoryName(Path.GetFullPath(path)), place = Path.GetDirectoryName(options);
        return Path.GetFileName(options) == "options" && place is not null && File.Exists(Path.Combine(place, "place.yaml")) ? place : null;
    }

    private static Outcome<Appraisal> Appraised(string path, OptionSources sources, string? priceYear) =>
        AppraisalOption.Read(path, $"options/{Path.GetFileName(path)}", sources, priceYear).Then<Appraisal>(option => Appraisal.Of(option));

    private static Outcome<OptionSources> SourcesOf(string[] folders, UnitCosts costs, EvidenceRegister register, Func<string, string, Outcome<double>> people)
    {
        (string schedules, string optimism) = (Last(folders, "discounting.yaml"), Last(folders, "optimism.yaml"));
        if (DiscountSchedules.Read(schedules, "costs/discounting.yaml").Refused(out Refusal? why, out DiscountSchedules? discounting)
            || OptimismTable.Read(optimism, "costs/optimism.yaml").Refused(out why, out OptimismTable? table)) return why;
        return new OptionSources(costs, discounting, table, register.Find, people);
    }

    private static string Last(string[] folders, string file)
    {
        string[] paths = [.. folders.Select(f => Path.Combine(f, "costs", file))];
        return paths.LastOrDefault(File.Exists) ?? paths[0];
    }

    // A measure's total of the place's areas in the latest period; a cohort's people as they may be shown.
    private Outcome<double> PeopleOf(string what, string id)
    {
        if (what == "cohort")
        {
            if (Cohorts.Refused(out Refusal? noCohorts, out IReadOnlyList<Cohort>? cohorts)) return noCohorts;
            if (cohorts.FirstOrDefault(c => c.Id == id) is not { } cohort) return Refusals.NoSuchCohort(id, cohorts.Select(c => c.Id));
            if (Attrition(cohort).Refused(out Refusal? notCounted, out IReadOnlyList<AttritionLine>? lines)) return notCounted;
            return lines[^1].Left.Shown is { } shown ? (double)shown : Economics.OptionSources.NoFigure(id, Place.Title);
        }
        if (Measures.Refused(out Refusal? why, out PlaceMeasures? known)) return why;
        if (known.OfAreas.FirstOrDefault(m => m.Id == id) is not { } measure) return Refusals.NoSuchMeasure(id, known.OfAreas.Select(m => m.Id));
        if (DrawAreas(measure, AreaQuestion.Plain).Refused(out why, out AreaPicture? picture)) return why;
        return picture.Totals.LastOrDefault(t => t.Group.Count == 0 && t.Figure.Value is not null)?.Figure.Value is { } figure ? figure : Economics.OptionSources.NoFigure(id, Place.Title);
    }
}
