using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private readonly Lazy<Outcome<EvidenceRegister>> evidenceRegister;
    private readonly Lazy<Outcome<IReadOnlyList<ServiceStudy>>> services;

    /// <summary>What is known to work: the country's entries with the place's own over them; refused with the faults of their files.</summary>
    public Outcome<EvidenceRegister> EvidenceRegister => evidenceRegister.Value;

    /// <summary>The services of the place that can be judged from stories; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<ServiceStudy>> Services => services.Value;

    /// <summary>What became of the people a service served beside people like them, protected. Drawn once until other data is taken in.</summary>
    public Outcome<ServiceEffects> DrawService(ServiceStudy study)
    {
        if (!HasPeople) return Refusals.NoRecordsOfPeople();
        return Once($"services/{study.Id}", () => Setting().Then(setting => ServiceEffects.Of(study, setting)));
    }

    /// <summary>A service by its id.</summary>
    public Outcome<ServiceStudy> ServiceOf(string id)
    {
        if (Services.Refused(out Refusal? why, out IReadOnlyList<ServiceStudy>? known)) return why;
        return known.FirstOrDefault(s => s.Id == id) is { } found ? found : ServiceRefusals.NoSuchService(id, known.Select(s => s.Id));
    }
}
