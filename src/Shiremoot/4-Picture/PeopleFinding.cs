using System.Globalization;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>What a drawn measure of people says, in one sentence made of its protected figures; null where none of them may be shown.</summary>
public static class PeopleFinding
{
    private const int Most = 3, MostFactors = 6;
    private const string Quarter = "quarter";

    public static string? Of(PeoplePicture picture)
    {
        PeopleRow all = picture.All;
        string? said = picture.Measure.Shows switch
        {
            PeopleShows.People => all.People.Shown is null ? null : $"{all.People} {Unit(picture, "people")}",
            PeopleShows.Events => all.Events?.Shown is null ? null : $"{all.Events} {Unit(picture, "events")}, of {all.With} of {all.People} people",
            PeopleShows.Spells => all.Events?.Shown is null ? null : $"{all.Events} stays of {(all.With is { IsWithheld: false } with && with.Shown != all.People.Shown ? $"{with} of " : "")}{all.People} people{(all.Median?.Shown is { } days ? string.Create(CultureInfo.InvariantCulture, $"; half lasted {days:0} days or less") : "")}",
            PeopleShows.Concentration => Held(picture),
            PeopleShows.Reoffending => all.Share?.Value is null ? null : $"{Share(all)} of {all.People} entries were followed by a proven reoffence{Groups(picture, Widest(picture))}",
            PeopleShows.Expected => BesideExpected(picture),
            PeopleShows.Outcome or PeopleShows.Return => all.Share?.Value is null ? null : $"{Share(all)} of {all.People} people{Groups(picture, Widest(picture))}",
            PeopleShows.Prevalence => picture.Measure.To is null ? Commonest(picture) : Beside(picture),
            PeopleShows.Factors => GoesWith(picture),
            PeopleShows.Tracker => ByHorizon(picture),
            PeopleShows.Mix => Commonest(picture),
            PeopleShows.Where => InPlaces(picture),
            PeopleShows.Yearly => OverTime(picture),
            PeopleShows.Persistence => Again(picture),
            _ => all.Median?.Shown is { } middle ? string.Create(CultureInfo.InvariantCulture, $"half of {all.People} people have {middle:0.#} {picture.Measure.Unit} or less").TrimEnd() : null,
        };
        return said is null ? null : $"{picture.Measure.Title}: {said}.";
    }

    private static string? Held(PeoplePicture picture)
    {
        TopShare? top = picture.All.Concentration?.Top.Where(t => t.Share.Value is not null).MinBy(t => Math.Abs(t.PerCent - 5));
        return top is null ? null : string.Create(CultureInfo.InvariantCulture, $"the {top.PerCent}% of people with the most hold {Percent(top.Share.Value)} of all {Unit(picture, "of it")}");
    }

    // Everyone's ratio, and the groups that lie furthest from it beyond what chance explains. Age is in the score: what it says of ages is how the score holds.
    private static string? BesideExpected(PeoplePicture picture)
    {
        PeopleRow all = picture.All;
        if (all.Expected?.Ratio.Shown is not { } ratio) return null;
        string said = string.Create(CultureInfo.InvariantCulture, $"{all.With} of {all.People} entries were followed by a proven reoffence, and {all.Expected.Number.Shown:N0} were expected: {ratio:0.00} of what was expected ({all.Expected.Lower.Shown:0.00} to {all.Expected.Upper.Shown:0.00})");
        PeopleRow[] far = [.. picture.Rows.Where(r => r.By is not (Quarter or "age_band") && r.Title is not ("Not known" or "Not stated") && r.Expected?.Standing is Standing.FarLower or Standing.FarHigher).OrderByDescending(r => Math.Abs(Math.Log(r.Expected!.Ratio.Shown!.Value / ratio))).Take(Most)];
        return far.Length == 0 ? $"{said}; no group differs from that beyond what chance explains" : $"{said}; furthest from that are {Written([.. far.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Title} ({r.Expected!.Ratio.Shown:0.00})"))])}";
    }

    private static string? ByHorizon(PeoplePicture picture)
    {
        PeopleRow[] shown = [.. picture.Measure.Horizons.Select(days => picture.Rows.FirstOrDefault(r => r.By == Prevalence.ByEach && r.Each == Tracker.Within(days) && r.Share?.Value is not null)).OfType<PeopleRow>()];
        return shown.Length == 0 ? null : Written([.. shown.Select(r => $"{Share(r)} {Lower(r.Each)}")]);
    }

    private static string? Commonest(PeoplePicture picture)
    {
        PeopleRow[] most = [.. picture.Rows.Where(r => r.By == Prevalence.ByEach && r.Each != PeopleMix.Rest && r.Share?.Value > 0).OrderByDescending(r => r.Share!.Value.Value).Take(Most)];
        return most.Length == 0 || picture.All.People.Shown is null ? null : $"of {picture.All.People} people, {Written([.. most.Select(r => $"{Share(r)} {Lower(r.Each)}")])}";
    }

    private static string? InPlaces(PeoplePicture picture)
    {
        if (Commonest(picture) is not { } places) return null;
        string near = picture.All.Median?.Shown is { } half ? string.Create(CultureInfo.InvariantCulture, $"; half of the stays or events are {half:0} km or less from home") : "";
        PeopleRow? far = picture.Rows.FirstOrDefault(r => r.By == WhereRows.ByDistance && r.Group == WhereRows.Farthest && r.Share?.Value is not null);
        return $"{places}{near}{(far is null ? "" : $", and {Share(far)} of the people were {Lower(far.Group)} away at some time")}";
    }

    /// <summary>The things whose interval, as shown, leaves 1 out: those asked about, then values held alike; in each the furthest from 1 first.</summary>
    public static IEnumerable<PeopleRow> Beyond(PeoplePicture picture) =>
        picture.Rows.Where(r => r.Factor?.IsBeyondChance == true && !IsUnknown(r.Title)).OrderBy(r => r.Factor!.IsHeldAlike).ThenByDescending(r => Math.Abs(Math.Log(r.Factor!.OddsRatio.Shown!.Value)));

    // That nobody wrote something down says nothing to a reader.
    private static bool IsUnknown(string title) => title.EndsWith(": Not known", StringComparison.Ordinal) || title.EndsWith(": Not stated", StringComparison.Ordinal);

    private static string? GoesWith(PeoplePicture picture)
    {
        PeopleRow all = picture.All;
        string people = all.Share?.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"of {all.People} people {Share(all)} came back within {picture.Measure.WithinDays} days; ");
        if (all.Model is null) return $"{people}too few to say what goes with it when other things are held alike";
        PeopleRow[] beyond = [.. Beyond(picture)];
        if (beyond.Length == 0) return $"{people}with the other things held alike nothing asked goes with it beyond chance";
        string more = beyond.Length > MostFactors ? string.Create(CultureInfo.InvariantCulture, $"; and {beyond.Length - MostFactors} more in the table") : "";
        return $"{people}with the other things held alike, what goes with it is {Written([.. beyond.Take(MostFactors).Select(Factor)])}{more}";
    }

    private static string Factor(PeopleRow row)
    {
        PeopleFactor f = row.Factor!;
        string points = f.Points.Shown is { } p ? string.Create(CultureInfo.InvariantCulture, $", {Math.Abs(p):0.0} points {(p < 0 ? "fewer" : "more")}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Lower(row.Title)} (odds {PeopleFactor.Written(f.OddsRatio.Shown)} times as high, {PeopleFactor.Written(f.Lower.Shown)} to {PeopleFactor.Written(f.Upper.Shown)}{points})");
    }

    // What sets those who came back apart: the largest differences whose intervals do not overlap.
    private static string? Beside(PeoplePicture picture)
    {
        string by = Prevalence.CameBack(picture.Measure);
        (PeopleRow Came, PeopleRow Not)[] pairs =
        [
            .. picture.Rows.Where(r => r.By == by).GroupBy(r => r.Each).Where(g => g.Count() == 2).Select(g => (Came: g.First(), Not: g.Last()))
                .Where(p => p.Came.Share?.Value is not null && p.Not.Share?.Value is not null),
        ];
        if (pairs.Length == 0) return null;
        (PeopleRow Came, PeopleRow Not)[] apart = [.. pairs.Where(p => Apart(p.Came.Share!.Value, p.Not.Share!.Value)).OrderByDescending(Gap).Take(Most)];
        string people = $"{pairs[0].Came.People} people came back and {pairs[0].Not.People} did not";
        if (apart.Length == 0)
        {
            (PeopleRow came, PeopleRow not) = pairs.MaxBy(Gap);
            return $"{people}; nothing asked sets them apart beyond chance: the widest gap is {Lower(came.Each)}, {Share(came)} against {Share(not)}";
        }
        return $"{people}; most apart are {Written([.. apart.Select(p => $"{Lower(p.Came.Each)}, {Share(p.Came)} against {Share(p.Not)}")])}";
    }

    private static double Gap((PeopleRow Came, PeopleRow Not) pair) => Math.Abs(pair.Came.Share!.Value.Value!.Value - pair.Not.Share!.Value.Value!.Value);

    private static bool Apart(ProtectedShare one, ProtectedShare other) => one.Interval is { } a && other.Interval is { } b && (a.Lower > b.Upper || b.Lower > a.Upper);

    private static string? OverTime(PeoplePicture picture)
    {
        PeopleRow[] rows = [.. picture.Rows.Where(r => r.By == YearlyMix.ByYear)];
        if (rows.Length == 0) return null;
        (string first, string last) = (rows[0].Group, rows[^1].Group);
        (string Class, PeopleRow Then, PeopleRow Now)[] moved =
        [
            .. rows.GroupBy(r => r.Each).Select(g => (g.Key, Then: g.First(r => r.Group == first), Now: g.First(r => r.Group == last)))
                .Where(m => m.Then.Share?.Value is not null && m.Now.Share?.Value is not null && m.Key != PeopleMix.Rest),
        ];
        if (moved.Length == 0 || first == last) return Commonest(picture);
        if (moved.All(m => Share(m.Then) == Share(m.Now))) return $"no kind moved from {first}, of {moved[0].Then.People} people, to {last}, of {moved[0].Now.People}";
        (string @class, PeopleRow then, PeopleRow now) = moved.MaxBy(m => Math.Abs(m.Then.Share!.Value.Value!.Value - m.Now.Share!.Value.Value!.Value));
        string said = $"{Lower(@class)} went from {Share(then)} of {then.People} people in {first} to {Share(now)} of {now.People} in {last}";
        return Apart(then.Share!.Value, now.Share!.Value) ? $"{said}, the largest move of any" : $"{said}, the largest move of any and no more than chance explains";
    }

    private static string? Again(PeoplePicture picture)
    {
        if (picture.All.Share?.Value is null) return null;
        PeopleRow? others = picture.Rows.FirstOrDefault(r => r.Each == Persistence.Others && r.By == Prevalence.ByEach && r.Share?.Value is not null);
        return string.Create(CultureInfo.InvariantCulture, $"of the {picture.Measure.Top[0]}% with the most {Unit(picture, "events")} in a year, {Share(picture.All)} are among them the next year{(others is null ? "" : $"; of others with any, {Share(others)}")}");
    }

    // The breakdown that tells most: by number of cohorts where there is one, or the first offered.
    private static string Widest(PeoplePicture picture) => picture.Measure.NumberOf?.Name ?? picture.Rows.Select(r => r.By).FirstOrDefault(b => b.Length > 0 && b != Quarter) ?? "";

    private static string Groups(PeoplePicture picture, string by)
    {
        PeopleRow[] shown = [.. picture.Rows.Where(r => r.By == by && by.Length > 0 && r.Share?.Value is not null && r.Title is not ("Not known" or "Not stated"))];
        if (shown.Length < 2) return "";
        (PeopleRow one, PeopleRow other) = picture.Measure.NumberOf is null ? (shown.MinBy(r => r.Share!.Value.Value)!, shown.MaxBy(r => r.Share!.Value.Value)!) : (shown[0], shown[^1]);
        string chance = Apart(one.Share!.Value, other.Share!.Value) ? "" : "; the difference is no more than chance explains";
        return $": {Share(one)} {Group(picture, by, one)}, {Share(other)} {Group(picture, by, other)}{chance}";
    }

    // A yes or a no says nothing without what was asked.
    private static string Group(PeoplePicture picture, string by, PeopleRow row)
    {
        if (picture.Measure.NumberOf is { } number && number.Name == by) return $"with {(row.Title == "0" ? "no" : row.Title)} {number.Name}";
        string asked = picture.Measure.By.FirstOrDefault(b => b.Written == by)?.InWords ?? by;
        return row.Title switch { "Yes" => $"where {asked}", "No" => "where not", _ => $"of {Lower(row.Title)}" };
    }

    private static string Unit(PeoplePicture picture, string otherwise) => picture.Measure.Unit.Length > 0 ? picture.Measure.Unit : otherwise;

    private static string Share(PeopleRow row) => Percent(row.Share?.Value);

    private static string Percent(double? share) => share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0}%") : ProtectedCount.Mark;

    private static string Written(string[] parts) => parts.Length < 2 ? string.Concat(parts) : $"{string.Join("; ", parts[..^1])}; and {parts[^1]}";

    private static string Lower(string words) => words.Length > 1 && char.IsUpper(words[0]) && !char.IsUpper(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
