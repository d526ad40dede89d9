using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Methods;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

public sealed class ScenarioPage(Shire shire, AnswerDesk desk, MethodShelf methods) : PageModel
{
    public string Id { get; private set; } = "";

    internal FutureChoice? Choice { get; private set; }

    internal AnswerState? State { get; private set; }

    /// <summary>Why the scenario's file cannot be read; null if it can.</summary>
    public Refusal? Why { get; private set; }

    public string PlaceFolder => Path.GetFileName(shire.Place.FolderPath);

    public bool HasMethod => methods.Find("simulation") is not null;

    /// <summary>When it begins, and how it comes in.</summary>
    public string When
    {
        get
        {
            Scenario s = Choice!.Scenario!;
            string from = s.FromYear == 0 ? "From today on" : string.Create(CultureInfo.InvariantCulture, $"From {s.FromYear:0.##} years on");
            string until = s.UntilYear is { } end ? string.Create(CultureInfo.InvariantCulture, $", until {end:0.##} years from today") : "";
            return from + until + (s.RampYears > 0 ? string.Create(CultureInfo.InvariantCulture, $"; everyone it is for is reached after {s.RampYears:0.##} {(s.RampYears == 1 ? "year" : "years")}") : "")
                + (s.FadeYears > 0 ? string.Create(CultureInfo.InvariantCulture, $"; then it is wound down over {s.FadeYears:0.##} {(s.FadeYears == 1 ? "year" : "years")}.") : ".");
        }
    }

    /// <summary>What the scenario itself costs.</summary>
    public TableView Costs => new("What the scenario itself costs", [new("What"), new("Pounds", true), new("Prices of"), new("For each"), new("Who pays"), new("Source")],
        [.. Choice!.Scenario!.Costs.Select(c => Row.Of(c.Name, FutureWords.Whole((double)c.Pounds), c.PriceYear, Each(c.Per), c.Agency, c.Source))]);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        Id = id;
        if (shire.Scenarios.FirstOrDefault(s => s.Id == id) is not { } found) return NotFound();
        if (found.Read.Refused(out Refusal? why, out Scenario? scenario))
        {
            Why = why;
            return Page();
        }
        (FutureChoice choice, IReadOnlyList<(string Field, string Says)> faults) = FutureChoice.Read(id, scenario, Request.Query);
        foreach ((string field, string says) in faults) ModelState.AddModelError(field, says);
        Choice = choice;
        State = await desk.AskAsync(choice);
        return Page();
    }

    private static string Each(string per) => per.Split(':') switch
    {
        ["once"] => "once, at its beginning",
        ["entry", var stage] => $"entry: {stage.Replace('-', ' ')}",
        ["day", var stage] => $"day: {stage.Replace('-', ' ')}",
        [_, var service] => $"person served: {service.Replace('-', ' ')}",
        _ => "year",
    };
}
