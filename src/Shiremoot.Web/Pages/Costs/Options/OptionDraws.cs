using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>The draws of an option as the command makes them unless told otherwise, so that page, API and command give the same figures.</summary>
internal static class OptionDraws
{
    /// <summary>The draws; null where no number of the option has a spread.</summary>
    public static Outcome<AppraisalRuns>? Of(Shire shire, Appraisal appraisal)
    {
        if (!AppraisalRuns.CanDraw(appraisal)) return null;
        return shire.Draw(appraisal, new MonteCarloOptions());
    }
}
