using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private readonly Lazy<Outcome<EvidenceRegister>> evidenceRegister;
    private readonly Lazy<Outcome<IReadOnlyList<ServiceStudy>>> services;
    private readonly Lazy<Outcome<IReadOnlyList<PolicyStudy>>> policies;
    private readonly Lazy<Outcome<IReadOnlyList<SynthesisFile>>> syntheses;

    /// <summary>What is known to work: the country's entries with the place's own over them; refused with the faults of their files.</summary>
    public Outcome<EvidenceRegister> EvidenceRegister => evidenceRegister.Value;

    /// <summary>The services of the place that can be judged from stories; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<ServiceStudy>> Services => services.Value;

    /// <summary>What became of the people a service served beside people like them, protected. Drawn once until other data is taken in.</summary>
    public Outcome<ServiceEffects> DrawService(ServiceStudy study)
    {
        if (!HasPeople) return Refusals.NoRecordsOfPeople();
        return Once($"services/{study.Id}", () => Setting().Then(setting => ServiceRegister.Draw(study, setting, Place.FolderPath, options.Clock)));
    }

    /// <summary>Registers a service as it is now in the place's folder, before its outcomes are read.</summary>
    public Outcome<ServiceStanding> RegisterService(ServiceStudy study) => Cohorts.Then(known => ServiceRegister.Register(study, known, Place.FolderPath, options.Clock));

    /// <summary>A service by its id.</summary>
    public Outcome<ServiceStudy> ServiceOf(string id)
    {
        if (Services.Refused(out Refusal? why, out IReadOnlyList<ServiceStudy>? known)) return why;
        return known.FirstOrDefault(s => s.Id == id) is { } found ? found : ServiceRefusals.NoSuchService(id, known.Select(s => s.Id));
    }

    /// <summary>The changes of policy that can be judged by published figures; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<PolicyStudy>> Policies => policies.Value;

    /// <summary>A policy by its id.</summary>
    public Outcome<PolicyStudy> PolicyOf(string id)
    {
        if (Policies.Refused(out Refusal? why, out IReadOnlyList<PolicyStudy>? known)) return why;
        return known.FirstOrDefault(s => s.Id == id) is { } found ? found : PolicyStudyRefusals.NoSuchPolicy(id, known.Select(s => s.Id));
    }

    /// <summary>What became of a policy by published figures. Drawn once until other data is taken in.</summary>
    public Outcome<PolicyEffects> DrawPolicy(PolicyStudy study) => Once($"policies/{study.Id}", () =>
    {
        if (Measures.Refused(out Refusal? why, out PlaceMeasures? known)) return why;
        if (known.OfAreas.FirstOrDefault(m => m.Id == study.Measure) is not { } measure) return PolicyStudyRefusals.NoMeasure(study.Id, study.Measure, known.OfAreas.Select(m => m.Id));
        foreach ((string dimension, string value) in study.Where)
            if (!measure.By.Contains(dimension)) return PolicyStudyRefusals.NoGroup(study.Id, dimension, value);
        return Geography.Then(map => AreaSeries.Of(measure, study.Where, Place, map, shelf!)).Then(series => PolicyEffects.Of(study, series));
    });

    /// <summary>The sets of published studies that the country's vocabulary and the place hold to be combined; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<SynthesisFile>> Syntheses => syntheses.Value;

    /// <summary>What combining a set of studies gives: the same as the command 'synthesise' prints of its file.</summary>
    public Outcome<SynthesisResult> Synthesise(SynthesisFile studies) => Synthesis.Of(studies.Path, studies.Question);

    /// <summary>A set of studies by its id.</summary>
    public Outcome<SynthesisFile> SynthesisOf(string id) => Syntheses.Then(known => SynthesisFile.Find(known, id));
}
