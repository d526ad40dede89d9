using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>Reads an entry of the evidence register.</summary>
static class RegisterReading
{
    private const int FirstYear = 1900, LastYear = 2100, LeastQuality = 1, MostQuality = 5;

    public static RegisterEntry Read(MapNode map, string shownAs)
    {
        RegisterEntry entry = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Intervention = map.Text("intervention"),
            Population = map.Text("population"),
            Outcome = map.Text("outcome"),
            Measure = map.Choice(
                "measure", ("odds ratio", RegisterMeasure.OddsRatio), ("risk ratio", RegisterMeasure.RiskRatio), ("points", RegisterMeasure.Points), ("percent change", RegisterMeasure.PercentChange),
                ("standardised mean difference", RegisterMeasure.StandardisedDifference)),
            Effect = map.NumberOr("effect"),
            Lower = map.NumberOr("lower"),
            Upper = map.NumberOr("upper"),
            Derived = map.TextOr("derived", ""),
            Confidence = (map.NumberOr("confidence") ?? 95) / 100,
            HigherIsBetter = map.Choice("higher_is", ("worse", false), ("better", true)),
            Spread = map.NumberOr("spread"),
            Studies = map.WholeOr("studies"),
            FollowUp = map.TextOr("follow_up", ""),
            Design = map.Text("design"),
            Quality = map.Whole("quality"),
            Place = map.Text("place"),
            Year = map.Whole("year"),
            Source = map.Text("source"),
            Reference = map.Text("reference"),
            Read = map.TextOr("read", ""),
            Note = map.TextOr("note", ""),
            IsVerified = map.Choice("verified", ("no", false), ("yes", true)),
            IsLocal = map.Flag("local"),
            File = shownAs,
        };
        Check(map, entry);
        return entry;
    }

    private static void Check(MapNode map, RegisterEntry entry)
    {
        if (entry.Id.Length > 0 && !entry.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) map.Fault("id", "may have small letters, digits and hyphens only, for it is named in addresses and in other files.");
        if (!map.Has("measure")) map.Fault("measure", "is missing; add 'measure:' with odds ratio, risk ratio, points, percent change or standardised mean difference.");
        if (!map.Has("verified")) map.Fault("verified", "is missing; add 'verified: yes' if you read the figure in the source, otherwise 'verified: no' with the reason in the note.");
        else if (!entry.IsVerified && entry.Note.Length == 0) map.Fault("verified", "is no, and there is no note that says why; add 'note:'.");
        if (map.Has("quality") && entry.Quality is < LeastQuality or > MostQuality) map.Fault("quality", "is 1 to 5 on the Maryland Scientific Methods Scale.");
        if (map.Has("year") && entry.Year is < FirstYear or > LastYear) map.Fault("year", "must be a year such as 2013.");
        if (entry.Confidence is <= 0 or >= 1) map.Fault("confidence", "is in per cent, between 0 and 100.");
        if (entry.Spread is < 0) map.Fault("spread", "is a standard deviation, at least 0.");
        if (entry.Studies is < 1) map.Fault("studies", "must be at least 1.");
        if (entry.Effect is null && (entry.Lower ?? entry.Upper ?? entry.Spread) is not null) map.Fault("effect", "is missing, and there is an interval or a spread; add 'effect:'.");
        if (entry.Effect is null && entry.Note.Length == 0) map.Fault("effect", "is missing, and there is no note that says why; add 'effect:' or 'note:'.");
        if (entry.IsDerived && !entry.HasInterval) map.Fault("derived", "says how an interval follows from the source, and there is none; add 'effect:', 'lower:' and 'upper:', or take it out.");
        if (entry.HigherIsBetter && entry.Measure is (RegisterMeasure.RiskRatio or RegisterMeasure.PercentChange))
            map.Fault("higher_is", "cannot be better for a risk ratio or a change in per cent: what it says of the outcome not happening is not its turning round. Give the figure for the outcome itself.");
        if (entry.Lower is null != entry.Upper is null) map.Fault(entry.Lower is null ? "upper" : "lower", "is one end of an interval; give 'lower:' and 'upper:', or neither.");
        foreach ((string key, double? value) in (ReadOnlySpan<(string, double?)>)[("effect", entry.Effect), ("lower", entry.Lower), ("upper", entry.Upper)])
        {
            if (value is not { } figure) continue;
            if (entry.Scale.IsRatio() && figure <= 0) map.Fault(key, "is a ratio, and must be above 0.");
            if (entry.Measure == RegisterMeasure.PercentChange && figure <= -100) map.Fault(key, "is a change in per cent, and must be above -100.");
            if (entry.Measure == RegisterMeasure.Points && figure is < -100 or > 100) map.Fault(key, "is in percentage points, from -100 to 100.");
        }
        if (entry is { Effect: { } effect, Lower: { } lower, Upper: { } upper } && !(lower < upper && lower <= effect && effect <= upper))
            map.Fault("lower", string.Create(CultureInfo.InvariantCulture, $"to 'upper' is {lower} to {upper}, which must rise and hold the effect {effect}."));
    }
}
