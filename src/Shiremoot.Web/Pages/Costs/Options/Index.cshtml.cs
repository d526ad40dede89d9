using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Costs.Options;

public sealed class OptionsPage(Shire shire) : PageModel
{
    public IReadOnlyList<(string Id, Appraisal Appraisal)> Options { get; private set; } = [];

    /// <summary>Files that cannot be appraised, and why.</summary>
    public IReadOnlyList<(string File, Refusal Why)> Refused { get; private set; } = [];

    public void OnGet()
    {
        List<(string, Appraisal)> options = [];
        List<(string, Refusal)> refused = [];
        foreach (PlaceOption option in shire.Options())
            if (option.Appraised.Refused(out Refusal? why, out Appraisal? appraisal)) refused.Add((option.ShownAs, why));
            else options.Add((option.Id, appraisal));
        (Options, Refused) = (options, refused);
    }
}
