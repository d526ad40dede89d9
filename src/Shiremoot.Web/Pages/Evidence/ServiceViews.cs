using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

/// <summary>The figures, charts and tables of a service judged from stories.</summary>
internal static class ServiceViews
{
    private const string Method = "service-studies";
    private static readonly Unit Hundred = new("of every 100 people", Decimals: 1);
    private static readonly Unit Custody = new("days of custody a person", Decimals: 1);
    private static readonly Unit Ratio = new("hazard ratio: below 1 later, above 1 sooner", Decimals: 2);
    private static readonly Unit Difference = new("standardised difference", Decimals: 2);

    public static TableView TableOf(IReadOnlyList<(ServiceStudy Study, ServiceEffects? Effects)> services) => new("Services judged from the records of this place", [new("Service"), new("What came of it"), new("Read it with this in mind"), new("People who had it", true)],
        [.. services.Select(s => Row.Of(new Cell(s.Study.Title, Href(s.Study)), s.Effects?.Outcomes[0].Sentence ?? "Cannot be told: see the page", s.Study.Note, s.Effects is { } e ? Short(e.Outcomes[0].Served) : "none"))])
    { CaptionHidden = true };

    public static string Href(ServiceStudy study) => $"/evidence/services/{Uri.EscapeDataString(study.Id)}";

    public static IEnumerable<FigureView> Figures(ServiceEffects effects, OutcomeEffect outcome)
    {
        Why Why(params string[] inputs) => new(effects.Definition, [.. inputs, $"Had it: {outcome.Served}; had not: {outcome.Others}", effects.Rules.Label], effects.Period, From(effects), Method);
        if (outcome.HasHeadline)
        {
            string limits = $"95% interval {Signed(outcome, outcome.Lower)} to {Signed(outcome, outcome.Upper)}";
            string[] inputs = outcome.Kind == OutcomeKind.Time ? [] : [$"With it: {Number(outcome.With)} {outcome.Unit}", $"Without it: {Number(outcome.Without)} {outcome.Unit}"];
            yield return new(Capital(outcome.Outcome.Name), outcome.Verdict == "no difference shown" ? "No difference shown" : outcome.Kind == OutcomeKind.Time ? Capital(outcome.Verdict) : $"{Number(outcome.Effect, true)} {outcome.Verdict}",
                outcome.Kind == OutcomeKind.Time ? $"hazard ratio {Signed(outcome, outcome.Effect)}; {limits}" : $"{outcome.Unit}; {limits}", Why(inputs));
        }
        yield return new("People who had it", Short(outcome.Served), $"beside {Short(outcome.Others)} who had not", Why());
        if (outcome.EValue is { } strength)
            yield return new("What could explain it away", strength.ToString("0.0", CultureInfo.InvariantCulture), "times: so strongly would something unmeasured have to go with both the service and the outcome", new("The E-value of VanderWeele and Ding (2017) of the estimate.", [], effects.Period, From(effects), "e-value"));
    }

    public static IEnumerable<ChartView> Charts(ServiceEffects effects, OutcomeEffect outcome, int at)
    {
        string title = $"{effects.Study.Title}: {outcome.Outcome.Name}";
        if (outcome.Ways.Count > 0)
            yield return Ways(effects, outcome, title, at);
        // The same people held alike in the same things are shown once.
        if (effects.Outcomes.Take(at).Any(o => o.Outcome.WithinDays == outcome.Outcome.WithinDays && o.Served == outcome.Served && o.Others == outcome.Others)) yield break;
        if (outcome.Balance.Count > 0)
            yield return new ChartView($"balance-{at}", Alike(outcome), $"{title}. Standardised differences before and after, whichever way they go: green to 0.05, amber to 0.10, red beyond",
                new BarDrawing(Difference, [.. outcome.Balance.Select(b => b.Name)],
                    [new Series("Before", [.. outcome.Balance.Select(b => Size(b.Before))]), new Series("After", [.. outcome.Balance.Select(b => Size(b.After))])])
                { Reference = new("Amber ends", 0.10) },
                new TableView($"{title}: how alike", [new("In what"), new("Before", true), new("After", true), new("Light")],
                    [.. outcome.Balance.Select(b => Row.Of(b.Name, Two(b.Before), Two(b.After), b.Light.ToString().ToLowerInvariant()))]), From(effects))
            { HeadingLevel = 3 };
        yield return Overlap(effects, outcome, title, at);
    }

    private static ChartView Ways(ServiceEffects effects, OutcomeEffect outcome, string title, int at)
    {
        string[] names = [.. outcome.Ways.Select((w, n) => n == 0 ? $"{w.Way} (named)" : w.Way)];
        double?[] effect = [.. outcome.Ways.Select(w => w.Effect.Shown)], lower = [.. outcome.Ways.Select(w => w.Lower.Shown)], upper = [.. outcome.Ways.Select(w => w.Upper.Shown)];
        Drawing drawing = outcome.Kind == OutcomeKind.Time
            ? new ForestDrawing(Ratio, names, effect, lower, upper, "No difference")
            : new BarDrawing(outcome.Kind == OutcomeKind.Number ? Custody : Hundred, names, [new Series($"Effect, {outcome.Unit}", effect, lower, upper)]);
        return new ChartView($"ways-{at}", outcome.Sentence.TrimEnd('.'), $"{title}. Effect ({outcome.Unit}) with 95% intervals, by the way of reckoning that was named first and by others, which are not to choose from", drawing,
            new TableView($"{title}, by each way", [new("Way"), new($"Effect, {outcome.Unit}", true), new("95% interval", true)], [.. outcome.Ways.Select(w => Row.Of(w.Way, Signed(outcome, w.Effect), $"{Signed(outcome, w.Lower)} to {Signed(outcome, w.Upper)}"))]) { Notes = [effects.Rules.Label + "."] }, From(effects))
        { HeadingLevel = 3 };
    }

    private static ChartView Overlap(ServiceEffects effects, OutcomeEffect outcome, string title, int at)
    {
        string[] tenths = [.. Enumerable.Range(0, outcome.Overlap.Columns).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t / 10.0:0.0} to {(t + 1) / 10.0:0.0}"))];
        Series Of(string name, int row) => new(name, [.. tenths.Select((_, t) => (double?)outcome.Overlap[row, t].Shown)]);
        return new ChartView($"overlap-{at}", "Whether people like those who had it can be found among the others", $"{title}. People by their chance of having had the service, foretold from what they are made alike in",
            new BarDrawing(new Unit("people"), tenths, [Of("Had it", 0), Of("Had not", 1)]) { Horizontal = false },
            new TableView($"{title}: people by chance of having had it", [new("Chance"), new("Had it", true), new("Had not", true)], [.. tenths.Select((t, n) => Row.Of(t, Short(outcome.Overlap[0, n]), Short(outcome.Overlap[1, n])))]) { Notes = [effects.Rules.Label + "."] },
            From(effects))
        { HeadingLevel = 3 };
    }

    private static string Alike(OutcomeEffect outcome)
    {
        int red = outcome.Balance.Skip(1).Count(b => b.Light == BalanceLight.Red), amber = outcome.Balance.Skip(1).Count(b => b.Light == BalanceLight.Amber);
        return red > 0 ? $"The people compared are not alike in {red} of {outcome.Balance.Count - 1} things" : amber > 0 ? $"The people compared are fairly alike; amber in {amber} of {outcome.Balance.Count - 1} things" : $"The people compared are alike in all {outcome.Balance.Count - 1} things";
    }

    private static Source From(ServiceEffects effects) => new(effects.Origin, $"{effects.Records}. Definition: {effects.Study.Source}");

    private static string Short(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";

    private static string Number(Protected<double> figure, bool isBare = false) => figure.Shown is { } shown ? (isBare ? Math.Abs(shown) : shown).ToString("0.#", CultureInfo.InvariantCulture) : ProtectedCount.Mark;

    // A ratio has no sign.
    private static string Signed(OutcomeEffect outcome, Protected<double> figure) =>
        outcome.Kind != OutcomeKind.Time ? Signed(figure) : figure.Shown is { } shown ? shown.ToString("0.00", CultureInfo.InvariantCulture) : ProtectedCount.Mark;

    private static string Signed(Protected<double> figure) => figure.Shown is { } shown ? $"{(shown < 0 ? "−" : shown > 0 ? "+" : "")}{Math.Abs(shown).ToString("0.#", CultureInfo.InvariantCulture)}" : ProtectedCount.Mark;

    // Where nobody differs there is no spread to measure a difference by.
    private static double? Size(double difference) => double.IsFinite(difference) ? Math.Round(Math.Abs(difference), 3) : null;

    private static string Two(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "cannot be told";

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
