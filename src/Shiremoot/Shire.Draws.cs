using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private readonly KeptDraws keptDraws = new();

    /// <summary>Draws an option as <see cref="AppraisalRuns.Of"/> does, once for as long as its files and how it is drawn stay the same.</summary>
    public Outcome<AppraisalRuns> Draw(Appraisal appraisal, MonteCarloOptions options) => keptDraws.Of(appraisal, options);

    /// <summary>How often options were drawn since the start: not each time they were asked for.</summary>
    public int OptionsDrawn => keptDraws.Drawn;
}
