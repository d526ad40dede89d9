using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Picture.Scores;

/// <summary>Reads the numbers of OGRS4G, with needs or without, from their file.</summary>
static class Ogrs4gReading
{
    public static Ogrs4g Read(MapNode map, TermList<OffenceKind> categories)
    {
        MapNode? age = ScoreParts.Part(map, "age"), sanctions = ScoreParts.Part(map, "sanctions"), gap = ScoreParts.Part(map, "gap_years"), months = ScoreParts.Part(map, "offence_free_months"), rate = ScoreParts.Part(map, "rate");
        List<NeedColumn> columns = [];
        NeedTerm[] terms = [.. map.Maps("needs").Select(n => Need(n, columns))];
        return new(new()
        {
            Intercept = map.Number("intercept"),
            AgeMale = Powers(age, "male"),
            AgeFemale = Powers(age, "female"),
            Female = map.Number("female"),
            First = sanctions?.Number("first") ?? 0,
            Second = sanctions?.Number("second") ?? 0,
            EachSanction = sanctions?.Number("each") ?? 0,
            GapMale = gap?.Number("male") ?? 0,
            GapFemale = gap?.Number("female") ?? 0,
            MonthPowers = Powers(months, "powers"),
            MostMonths = months?.Whole("most") ?? 0,
            YearsAdded = ScoreParts.YearsAdded(rate),
            RateMale = Powers(rate, "male"),
            RateFemale = Powers(rate, "female"),
            Offences = Offences(map, categories),
            NeedColumns = columns,
            NeedTerms = terms,
        });
    }

    private static double[] Powers(MapNode? map, string key)
    {
        if (map is null) return [];
        IReadOnlyList<string> texts = map.Texts(key);
        if (texts.Count is 0 or > 8) map.Fault(key, "must be a list of one to eight numbers.");
        double[] powers = new double[texts.Count];
        for (int i = 0; i < powers.Length; i++)
            if (!double.TryParse(texts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out powers[i]) || !double.IsFinite(powers[i])) map.Fault(key, $"holds '{texts[i]}', which is not a number.");
        return powers;
    }

    private static Dictionary<string, double> Offences(MapNode map, TermList<OffenceKind> categories)
    {
        Dictionary<string, double> weights = [];
        if (ScoreParts.Part(map, "offences") is not { } offences) return weights;
        foreach (string category in offences.Keys)
        {
            weights[category] = offences.Number(category);
            if (!categories.Has(category)) offences.Fault(category, $"is no category of offence.{Spelling.Suggest(category, categories.All.Select(c => c.Term.Id))}");
        }
        return weights;
    }

    private static NeedTerm Need(MapNode map, List<NeedColumn> columns)
    {
        NeedColumn column = new(map.Text("column"), map.WholeOr("most") ?? 0, map.WholeOr("yes") ?? 0, map.Flag("may_be_empty"));
        if (column.Most < 1 == column.Yes < 1) map.Fault("column", "needs either 'most', the points of a scale, or 'yes', the points of a yes; above 0.");
        int at = columns.FindIndex(c => c.Name == column.Name), with = -1;
        if (at < 0) (at, _) = (columns.Count, Add(columns, column));
        else if (columns[at] != column) map.Fault("column", $"'{column.Name}' is given twice, and not alike.");
        if (map.TextOr("with") is { } other && (with = columns.FindIndex(c => c.Name == other)) < 0) map.Fault("with", $"names '{other}', which no need above it has as its column.");
        return new(at, map.Number("weight"), with);
    }

    private static NeedColumn Add(List<NeedColumn> columns, NeedColumn column)
    {
        columns.Add(column);
        return column;
    }
}
