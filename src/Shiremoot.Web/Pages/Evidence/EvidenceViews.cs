using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

/// <summary>The tables, figures and chart of the pages of evidence.</summary>
internal static class EvidenceViews
{
    private const string Method = "evidence-register";

    public static IReadOnlyList<Download> Files => [new("/api/v1/evidence/table.csv", "CSV", "the whole evidence register"), new("/api/v1/evidence/table.xlsx", "Excel", "the whole evidence register")];

    public static TableView TableOf(IReadOnlyList<RegisterEntry> entries) => new("What is known to work, and how well",
        [new("Entry"), new("Effect and 95% interval"), new("Interval"), new("Quality, 1 to 5", true), new("Verified"), new("Outcome"), new("Where and when")],
        [.. entries.Select(e => Row.Of(new Cell(e.Title, Href(e)), e.InWords(), e.IntervalIs(), e.Quality.ToString(CultureInfo.InvariantCulture), e.IsVerified ? "yes" : "no", e.Outcome, $"{e.Place}, {e.Year}{(e.IsLocal ? " (this place)" : "")}"))])
    {
        CaptionHidden = true,
        Notes =
        [
            "Ratios below 1, and points, per cent and standard deviations below 0, mean less of the outcome. Figures of success are turned round, so that all read alike.",
            "Only an effect with an interval can be used by costs and forecasts. 'Worked out here' means that the interval follows from other figures of the source, by the formula its page gives.",
            "Quality is the Maryland Scientific Methods Scale: 3 is a comparison with a group like it, 5 a randomised trial; a review has that of the weakest design it lets in.",
        ],
    };

    public static IEnumerable<FigureView> Figures(RegisterEntry entry, RegisterCombined? combined)
    {
        Why Why(string definition, params string[] inputs) => new(definition, inputs, entry.Year.ToString(CultureInfo.InvariantCulture), From(entry), Method);
        if (entry.Effect is { } effect)
            yield return new($"Effect on {entry.Outcome}", Short(entry.Scale, entry.Shown(effect)), Detail(entry.Scale, entry.HasInterval ? Ends(entry) : null, entry.Confidence),
                Why($"The {entry.Scale.Says()} of the outcome with the intervention against without it, {(entry.IsDerived ? "its interval worked out here" : "as published")}{(entry.HigherIsBetter ? ", turned round: the source tells of the outcome not happening" : "")}.",
                    string.Create(CultureInfo.InvariantCulture, $"Published figure: {effect}{(entry.HasInterval ? $", {entry.Lower} to {entry.Upper}" : "")}"), $"Design: {entry.Design}", entry.IsVerified ? "The figure was read in the source or its abstract, or follows from figures read there" : "The figure was not verified"));
        yield return new("Quality", string.Create(CultureInfo.InvariantCulture, $"{entry.Quality} of 5"), "Maryland Scientific Methods Scale", Why("How far the design can tell the effect from what would have happened anyway: 1 least, 5 a randomised trial. Of a review, that of the weakest design it lets in.", $"Design: {entry.Design}"));
        if (combined is null) yield break;
        (double value, double lower, double upper) = combined.Effect.Shown();
        yield return new("With what is published", Short(entry.Scale, value), Detail(entry.Scale, (lower, upper), 0.95), Why("The local result drawn towards the published average, each by how sure it is.",
            [string.Create(CultureInfo.InvariantCulture, $"This place's result: {100 * combined.LocalWeight:0.0}% of it"), string.Create(CultureInfo.InvariantCulture, $"Published: {100 * (1 - combined.LocalWeight):0.0}% of it"), .. combined.Notes]));
    }

    /// <summary>Entries of one intervention and outcome with their intervals; null where none has one.</summary>
    public static ChartView? Forest(RegisterEntry entry, IReadOnlyList<RegisterEntry> beside, RegisterCombined? combined)
    {
        List<(string Name, double Value, double Lower, double Upper)> rows = [.. beside.Where(e => e.HasInterval).Select(e => Ends(e) is var (lower, upper) ? ($"{e.Title}, {e.Year}", e.Shown(e.Effect!.Value), lower, upper) : default)];
        if (rows.Count == 0) return null;
        if (combined is not null && combined.Effect.Shown() is var (value, low, high)) rows.Add(("This place with what is published", value, low, high));
        TableView table = new($"Effects of {entry.Intervention} on {entry.Outcome}", [new("Entry"), new(Capital(entry.Scale.Says()), true), new("Lower", true), new("Upper", true)],
            [.. rows.Select(r => Row.Of(r.Name, Number(entry.Scale, r.Value), Number(entry.Scale, r.Lower), Number(entry.Scale, r.Upper))), .. beside.Where(e => !e.HasInterval).Select(e => Row.Of(new Cell(e.Title, Href(e)), e.Effect is { } f ? Number(entry.Scale, e.Shown(f)) : "no figure", "none", "none"))]);
        return new ChartView("forest", Headline(entry, rows.Count), $"{Capital(entry.Scale.Says())} of {entry.Outcome}, with intervals as published; filled marks are beyond chance. Entries without an interval are in the table alone",
            Drawing(entry.Scale, rows), table, new(beside.Any(e => e.IsLocal) ? null : Origin.Published, "As each entry says"));
    }

    public static TableView Weights(RegisterCombined combined) => new("What the combined effect is made of", [new("Result"), new("Year"), new("Share of the answer", true)],
        [
            Row.Of(combined.Local.Title, Year(combined.Local), Percent(combined.LocalWeight)),
            .. combined.Published.Select(p => Row.Of(new Cell(p.Entry.Title, Href(p.Entry)), Year(p.Entry), Percent(p.Weight))),
        ])
    { CaptionHidden = true, Notes = combined.Notes };

    public static IEnumerable<(string Name, string Value)> About(RegisterEntry entry)
    {
        yield return ("Intervention", entry.Intervention);
        yield return ("For whom", entry.Population);
        yield return ("Outcome", entry.Outcome);
        yield return ("Effect", entry.InWords());
        if (entry.IsDerived) yield return ("How it was worked out", entry.Derived);
        if (entry.FollowUp.Length > 0) yield return ("Followed for", entry.FollowUp);
        yield return ("Design", entry.Studies is { } studies ? string.Create(CultureInfo.InvariantCulture, $"{entry.Design}: {studies} {(studies == 1 ? "study" : "studies")}") : entry.Design);
        yield return ("Where and when", $"{entry.Place}, {entry.Year}");
        yield return ("Source", entry.Source);
        yield return ("Reference", entry.Reference);
        yield return ("Verified", entry.IsVerified ? "Yes: whoever wrote the entry read the figure in the source or its abstract, or worked it out from figures read there" : "No");
        if (entry.Read.Length > 0) yield return ("Read", entry.Read);
        if (entry.Note.Length > 0) yield return ("Note", entry.Note);
        yield return ("File", entry.File);
    }

    // Changes in per cent are ratios too, and are drawn on their scale.
    private static Drawing Drawing(RegisterScale scale, List<(string Name, double Value, double Lower, double Upper)> rows)
    {
        bool isChange = scale == RegisterScale.LogRelativeChange;
        double Drawn(double x) => Math.Round(isChange ? 1 + (x / 100) : x, 4);
        string[] names = [.. rows.Select(r => r.Name)];
        double?[] values = [.. rows.Select(r => (double?)Drawn(r.Value))], lower = [.. rows.Select(r => (double?)Drawn(r.Lower))], upper = [.. rows.Select(r => (double?)Drawn(r.Upper))];
        if (isChange || scale.IsRatio()) return new ForestDrawing(new Unit($"{(isChange ? "Ratio of what happens with it to without" : Capital(scale.Says()))} (log scale)", Decimals: 2), names, values, lower, upper, "No effect");
        return new BarDrawing(new Unit(scale.Says(), Decimals: 2), names, [new Series(scale.Says(), values, lower, upper)]);
    }

    private static string Headline(RegisterEntry entry, int drawn) => drawn == 1 && entry.HasInterval ? RegisterFinding.Of(entry).Split(". ")[^1].TrimEnd('.') is var sure && entry.Scale.IsRatio()
        ? $"{Capital(entry.Scale.Says())} {Number(entry.Scale, entry.Shown(entry.Effect!.Value))}. {sure}" : $"{Capital(entry.Intervention)}: one result with an interval"
        : string.Create(CultureInfo.InvariantCulture, $"{Capital(entry.Intervention)}: {drawn} results with their intervals");

    private static (double Lower, double Upper) Ends(RegisterEntry entry)
    {
        (double one, double other) = (entry.Shown(entry.Lower!.Value), entry.Shown(entry.Upper!.Value));
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static string Short(RegisterScale scale, double shown) => scale == RegisterScale.StandardDeviations ? Number(scale, shown) : scale.Write(shown);

    private static string Detail(RegisterScale scale, (double Lower, double Upper)? ends, double confidence) => ends is { } held
        ? string.Create(CultureInfo.InvariantCulture, $"{scale.Says()}, {100 * confidence:0.#}% interval {Number(scale, held.Lower)} to {Number(scale, held.Upper)}")
        : $"{scale.Says()}; no interval is held here";

    private static string Number(RegisterScale scale, double shown) => scale == RegisterScale.StandardDeviations ? scale.Write(shown).Replace(" standard deviations", "", StringComparison.Ordinal) : scale.Write(shown);

    private static string Year(RegisterEntry entry) => entry.Year.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");

    private static string Href(RegisterEntry entry) => $"/evidence/{Uri.EscapeDataString(entry.Id)}";

    private static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static Source From(RegisterEntry entry) => new(entry.IsLocal ? null : Origin.Published, $"{entry.Source} {entry.Reference}");
}
