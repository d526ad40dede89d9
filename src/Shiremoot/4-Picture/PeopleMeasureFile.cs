using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Reads measures of people from the files of a place's folder 'measures'. Files of another kind are left to whoever reads them.</summary>
public static class PeopleMeasureFile
{
    private const string Kind = "people";

    /// <summary>Reads one file from text in hand; refused with every fault.</summary>
    public static Outcome<PeopleMeasure> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, map => Read(map, Fingerprint(text)));

    /// <summary>Reads every measure of people of the folders measures/ in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold measures/: a place's, or the vocabulary's and then a place's, whose files stand in for those of the same name.</param>
    public static Outcome<IReadOnlyList<PeopleMeasure>> ReadAll(params IReadOnlyList<string> folders)
    {
        List<PeopleMeasure> measures = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "measures"))
        {
            string text = File.ReadAllText(path);
            if (!IsOurs(text, shownAs)) continue;
            if (ReadText(text, shownAs).Refused(out Refusal? why, out PeopleMeasure? measure)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else measures.Add(measure);
        }
        foreach (IGrouping<string, PeopleMeasure> same in measures.GroupBy(m => m.Id).Where(g => g.Count() > 1)) faults.Add($"measures: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? PeopleRefusals.FileFaults(faults) : Outcome.Of<IReadOnlyList<PeopleMeasure>>(measures);
    }

    // A file that is not a YAML map at all is ours to refuse: nobody else would say so.
    private static bool IsOurs(string text, string shownAs)
    {
        bool isOurs = true;
        _ = PlaceFile.ReadText(text, shownAs, map => isOurs = map.TextOr("kind") == Kind);
        return isOurs;
    }

    private static PeopleMeasure Read(MapNode map, string fingerprint)
    {
        map.Choice("kind", (Kind, true));
        PeopleMeasure measure = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Version = $"{map.TextOr("version", "1")} ({fingerprint})",
            Source = map.Text("source"),
            Shows = map.Choice(
                "shows", ("people", PeopleShows.People), ("events", PeopleShows.Events), ("spells", PeopleShows.Spells), ("concentration", PeopleShows.Concentration),
                ("outcome", PeopleShows.Outcome), ("return", PeopleShows.Return), ("number", PeopleShows.Number),
                ("reoffending", PeopleShows.Reoffending), ("expected", PeopleShows.Expected), ("tracker", PeopleShows.Tracker), ("prevalence", PeopleShows.Prevalence), ("mix", PeopleShows.Mix), ("yearly", PeopleShows.Yearly),
                ("persistence", PeopleShows.Persistence), ("where", PeopleShows.Where), ("factors", PeopleShows.Factors)),
            Cohort = map.TextOr("cohort"),
            Kinds = map.Texts("kinds"),
            KindsWhere = CohortFile.TextOr(map, "kinds_where"),
            Each = PeopleThing.ReadAll(map, "each", mayBeCohort: true),
            With = [.. map.Texts("with").Select(with => Text(map, "with", with)).OfType<CohortText>()],
            Seed = map.WholeOr("seed") is int seed ? (ulong)Math.Max(0, seed) : 1,
            Classes = PeopleThing.ReadAll(map, "classes", mayBeCohort: false),
            At = map.TextOr("at", ""),
            From = map.TextOr("from"),
            YearBegins = map.WholeOr("year_begins") ?? 4,
            Adds = map.Choice("adds", ("none", EventAmount.None), ("days", EventAmount.Days), ("severity", EventAmount.Severity)),
            NumberOf = NumberOfCohorts.Read(map),
            Count = CohortFile.TextOr(map, "count"),
            Outcome = CohortFile.TextOr(map, "outcome"),
            Value = CohortFile.TextOr(map, "value"),
            Unit = map.TextOr("unit", ""),
            To = CohortFile.TextOr(map, "to"),
            WithinDays = map.WholeOr("within_days") ?? 0,
            FollowedTo = CohortFile.TextOr(map, "followed_to"),
            EveryoneFollowedBecause = map.TextOr("everyone_followed_because"),
            Top = Numbers(map, "top", [1, 5, 10, 20]),
            WithNone = map.Flag("with_none"),
            Bands = Numbers(map, "bands", []),
            By = [.. map.Texts("by").Select(by => Text(map, "by", by)).OfType<CohortText>()],
            Score = map.TextOr("score"),
            Unless = CohortFile.TextOr(map, "unless"),
            Horizons = [.. Numbers(map, "horizons", [30, 91, 182, 365, 730]).Select(d => d is >= 1 and <= 36_525 ? (int)d : 0)],
            Against = map.Texts("against"),
            Adjust = CaseMixPart.ReadAll(map, "adjust"),
            Period = map.TextOr("period", ""),
            Maturity = map.TextOr("maturity", ""),
            Note = map.TextOr("note", ""),
        };
        bool isFollowed = measure.Shows is PeopleShows.Reoffending or PeopleShows.Expected;
        ReoffendingRule rule = ReoffendingRule.Read(map, isFollowed);
        if (isFollowed) measure = measure with { Reoffending = rule };
        Check(map, measure);
        return measure;
    }

    private static void Check(MapNode map, PeopleMeasure measure)
    {
        string? needs = measure.Shows switch
        {
            PeopleShows.Events or PeopleShows.Concentration when measure.Adds == EventAmount.None && measure.Count is null && !map.Has("count") => "count",
            PeopleShows.Events or PeopleShows.Concentration when measure.Adds != EventAmount.None && measure.Kinds.Count == 0 => "kinds",
            PeopleShows.Spells or PeopleShows.Yearly or PeopleShows.Persistence or PeopleShows.Where when measure.Kinds.Count == 0 => "kinds",
            PeopleShows.Prevalence or PeopleShows.Mix or PeopleShows.Factors when measure.Each.Count == 0 => "each",
            PeopleShows.Where when measure.At.Length == 0 => "at",
            PeopleShows.Yearly when measure.Classes.Count == 0 => "classes",
            PeopleShows.Outcome when !map.Has("outcome") => "outcome",
            PeopleShows.Number when !map.Has("value") => "value",
            PeopleShows.Return or PeopleShows.Tracker or PeopleShows.Factors when !map.Has("to") => "to",
            PeopleShows.Expected when measure.Score is null && !map.Has("score") => "score",
            _ => null,
        };
        if (needs is not null) map.Fault(needs, $"is missing; a measure that shows {map.TextOr("shows")} needs it.");
        bool isFollowed = measure.Shows is PeopleShows.Return or PeopleShows.Factors || (measure.Shows == PeopleShows.Prevalence && measure.To is not null);
        if (isFollowed && measure.WithinDays < 1) map.Fault("within_days", "must be a whole number of days, at least 1.");
        if (isFollowed && measure.Cohort is null) map.Fault("cohort", "is missing; a return is counted from the index date of a cohort.");
        if (measure.Shows == PeopleShows.Tracker && measure.Cohort is null) map.Fault("cohort", "is missing; a tracker counts days from the index date of a cohort.");
        if (measure.Shows == PeopleShows.Tracker && (measure.Horizons.Contains(0) || measure.Horizons.Zip(measure.Horizons.Skip(1)).Any(h => h.First >= h.Second))) map.Fault("horizons", "must be rising numbers of days, from 1 on.");
        if (measure.Shows == PeopleShows.Expected && measure.Reoffending!.FollowUpMonths is not (12 or 24)) map.Fault("follow_up_months", "must be 12 or 24: a score says what is expected within one year or two.");
        if (measure.Adjust.Count > 0 && measure.Shows is not (PeopleShows.Outcome or PeopleShows.Return)) map.Fault("adjust", "goes with shows: outcome and shows: return, whose groups have a relative rate.");
        if (measure.Shows == PeopleShows.Factors && measure.By.Count > 0) map.Fault("by", "is not for factors: values that are to be held alike go into 'with'.");
        if (map.WholeOr("seed") < 0) map.Fault("seed", "must be a whole number, 0 or more.");
        if (measure.FollowedTo is not null && measure.EveryoneFollowedBecause is not null) map.Fault("followed_to", "and 'everyone_followed_because' exclude each other; give one.");
        if (measure.YearBegins is < 1 or > 12) map.Fault("year_begins", "must be a month, 1 to 12.");
        if (measure.Each.Concat(measure.Classes).GroupBy(t => t.Name).Any(g => g.Count() > 1)) map.Fault(measure.Each.Count > 0 ? "each" : "classes", "holds two of one name; give each its own.");
        if (measure.Shows == PeopleShows.Persistence && measure.Top.Count != 1) map.Fault("top", "must be one share, such as 5: the people with the most of a year.");
        if (measure.Top.Any(t => t is <= 0 or > 100)) map.Fault("top", "must be shares above 0 and up to 100 per cent.");
        if (measure.Bands.Zip(measure.Bands.Skip(1)).Any(pair => pair.First >= pair.Second)) map.Fault("bands", "must rise.");
    }

    private static CohortText? Text(MapNode map, string key, string written)
    {
        if (!CohortText.Read(written).Refused(out Refusal? why, out CohortText? text)) return text;
        map.Fault(key, $"'{written}': {why.Says} {why.Try}");
        return null;
    }

    internal static IReadOnlyList<double> Numbers(MapNode map, string key, IReadOnlyList<double> otherwise)
    {
        if (!map.Has(key)) return otherwise;
        List<double> numbers = [];
        foreach (string written in map.Texts(key))
        {
            if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) numbers.Add(number);
            else map.Fault(key, $"holds '{written}', which is not a number.");
        }
        return numbers;
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))[..12];
}
