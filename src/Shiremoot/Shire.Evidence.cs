using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private readonly Lazy<Outcome<EvidenceRegister>> evidenceRegister;

    /// <summary>What is known to work: the country's entries with the place's own over them; refused with the faults of their files.</summary>
    public Outcome<EvidenceRegister> EvidenceRegister => evidenceRegister.Value;
}
