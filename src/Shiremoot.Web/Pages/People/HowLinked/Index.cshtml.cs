using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Data;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

public sealed class IndexPage(Shire shire) : PageModel
{
    public PlaceLinking? Linking { get; private set; }

    public Refusal? Why { get; private set; }

    public ChartView Weights => WeightChart.Of(Linking!);

    public TableView? Kin => WeightChart.Kin(Linking!);

    public ChartView? Learning => LearningChart.Of(Linking!);

    public ChartView Thresholds => ThresholdChart.Of(Linking!);

    public ChartView? Sizes => SizeChart.Of(Linking!);

    public ChartView Blocking => BlockingChart.Of(Linking!);

    public string When => LoadWords.When(Linking!.Build.At);

    public IReadOnlyList<Download> Files => [new("/api/v1/linking", "JSON", "all figures of this page")];

    public void OnGet()
    {
        if (shire.LatestLinking().Refused(out Refusal? why, out PlaceLinking? linking)) Why = why;
        else Linking = linking;
    }
}
