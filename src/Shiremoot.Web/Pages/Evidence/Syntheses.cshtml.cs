using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

public sealed class SynthesesPage(Shire shire) : PageModel
{
    public Refusal? Why { get; private set; }

    public TableView? Table { get; private set; }

    public void OnGet()
    {
        if (shire.Syntheses.Refused(out Refusal? why, out IReadOnlyList<SynthesisFile>? known)) Why = why;
        else if (known.Count > 0) Table = SynthesisViews.TableOf([.. known.Select(s => (s, shire.Synthesise(s).Refused(out _, out SynthesisResult? result) ? null : result))]);
    }
}
