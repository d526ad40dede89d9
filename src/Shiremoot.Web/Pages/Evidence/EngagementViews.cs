using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

/// <summary>How people come to a service and stay: charts, with the same figures as tables.</summary>
internal static class EngagementViews
{
    private static readonly Unit Percent = new("% of people", "", "%");

    public static IEnumerable<ChartView> Charts(ServiceEffects effects, EngagementPicture picture)
    {
        Source source = new(effects.Origin, $"{effects.Records}. Definition: {effects.Study.Source}");
        string title = effects.Study.Title;
        yield return new ChartView("engaging", picture.Sentence.TrimEnd('.'), $"{title}. Share of everyone who reach each step, with 95% intervals",
            new BarDrawing(Percent, [.. picture.Steps.Select(s => s.Name)], [Of("Share", picture.Steps.Select(s => s.OfAll))]),
            new TableView($"{title}: people at each step", [new("Step"), new("People", true), new("Of everyone", true), new("95% interval", true), new("Of the step before", true), new("Middle days from the index day", true), new("95% interval of days", true)],
                [.. picture.Steps.Select((s, n) => Row.Of(s.Name, Short(s.People), $"{s.OfAll}", Range(s.OfAll), n == 0 ? "" : $"{s.OfBefore}", n == 0 ? "" : Days(s.MedianDays), n == 0 ? "" : $"{Days(s.MedianLower)} to {Days(s.MedianUpper)}"))])
            { Notes = [effects.Rules.Label + ".", .. picture.Notes] }, source)
        { HeadingLevel = 3 };
        string[] steps = [.. picture.Plan.Steps.Select(s => s.Name)];
        foreach (var (at, by) in picture.Groups.GroupBy(g => g.By).Index())
        {
            GroupReached[] groups = [.. by];
            yield return new ChartView($"engaging-{at}", Apart(groups, by.Key), $"{title}. Share of each group who reach each step, with 95% intervals, by {by.Key.ToLowerInvariant()}",
                new BarDrawing(Percent, [.. groups.Select(g => g.Group)], [.. steps.Select((name, s) => Of(name, groups.Select(g => g.Reached[s + 1])))]),
                new TableView($"{title}: each step by {by.Key.ToLowerInvariant()}", [new(by.Key), new("People", true), .. steps.Select(s => new Parts.Column(s, true))],
                    [.. groups.Select(g => new Row([g.Group, Short(g.Reached[0].Whole), .. g.Reached.Skip(1).Select(r => (Cell)(r.IsWithheld ? ProtectedCount.Mark : $"{r} ({Range(r)})"))]))])
                { Notes = [effects.Rules.Label + "."] }, source)
            { HeadingLevel = 3 };
        }
    }

    public static TableView? Factors(ServiceEffects effects, EngagementPicture picture) => picture.Factors.Count == 0 ? null
        : new TableView("What goes with reaching the last step, all held alike at once", [new("What"), new("In words"), new("Odds with it over odds without (95% interval)", true), new("Percentage points (95% interval)", true)],
            [.. picture.Factors.Select(f => Row.Of(f.Name, f.Effect.Says, f.Effect.OddsRatio.IsWithheld ? "" : f.Effect.Odds, f.Effect.Points.IsWithheld ? "" : $"{Points(f.Effect.Points)} ({Points(f.Effect.PointsLower)} to {Points(f.Effect.PointsUpper)})"))])
        { Notes = [effects.Rules.Label + ".", "A number is per unit."] };

    // Said only where the intervals of two groups at the last step lie apart.
    private static string Apart(GroupReached[] groups, string by)
    {
        GroupReached[] shown = [.. groups.Where(g => g.Reached[^1].Interval is not null).OrderBy(g => g.Reached[^1].Value)];
        if (shown.Length < 2) return $"Too few people to compare the groups by {by.ToLowerInvariant()}";
        return shown[^1].Reached[^1].Interval!.Value.Lower > shown[0].Reached[^1].Interval!.Value.Upper
            ? $"By {by.ToLowerInvariant()}, '{shown[^1].Group}' reach the last step more often than '{shown[0].Group}', by more than chance alone would give two groups"
            : $"By {by.ToLowerInvariant()} no two groups differ at the last step by more than their intervals allow";
    }

    private static Series Of(string name, IEnumerable<ProtectedShare> shares)
    {
        ProtectedShare[] all = [.. shares];
        return new(name, [.. all.Select(s => Hundred(s.Value))], [.. all.Select(s => Hundred(s.Interval?.Lower))], [.. all.Select(s => Hundred(s.Interval?.Upper))]);
    }

    private static double? Hundred(double? share) => share is { } s ? Math.Round(s * 100, 1) : null;

    private static string Range(ProtectedShare share) => share.Interval is { } i ? string.Create(CultureInfo.InvariantCulture, $"{i.Lower * 100:0.0} to {i.Upper * 100:0.0}%") : ProtectedCount.Mark;

    private static string Short(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";

    private static string Days(Protected<double> days) => days.Shown is { } shown ? shown.ToString("0.#", CultureInfo.InvariantCulture) : ProtectedCount.Mark;

    private static string Points(Protected<double> points) => points.Shown is { } shown ? $"{(shown < 0 ? "−" : shown > 0 ? "+" : "")}{Math.Abs(shown).ToString("0.0", CultureInfo.InvariantCulture)}" : ProtectedCount.Mark;
}
