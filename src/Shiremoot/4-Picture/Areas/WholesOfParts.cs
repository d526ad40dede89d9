using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>A series of small areas read for larger ones: a police force's population is that of its councils, retired codes taken along.</summary>
sealed class WholesOfParts(SummedSeries series, Geography geography)
{
    private readonly Dictionary<string, string[]?> partsOf = new(StringComparer.Ordinal);
    private readonly Lazy<(string Code, HashSet<string> Holds)[]> parts = new(() =>
        [.. series.Rows.Areas.Select(code => (code, geography.InUse(code).Where(a => a.Kind == AreaKind.LocalAuthority).Select(a => a.Code).ToHashSet())).Where(p => p.Item2.Count > 0)]);

    /// <summary>The area's own cell, or the sum of its parts if all of it is covered; NaN otherwise.</summary>
    public double At(string area, SeriesPeriod period, string group, PeriodMatch match)
    {
        (double value, int published, _) = series.At(area, period, group, match);
        if (published > 0) return value;
        if (!partsOf.TryGetValue(area, out string[]? codes)) codes = partsOf[area] = Parts(area);
        return codes is null ? double.NaN : codes.Sum(c => series.At(c, period, group, match).Value);
    }

    // Null unless the parts cover the area and nothing else.
    private string[]? Parts(string area)
    {
        if (geography.TryFind(area, out Area? found) && found.Kind == AreaKind.LocalAuthority) return Before(area);
        HashSet<string> wanted = [.. geography.Children(area, AreaKind.LocalAuthority).Select(a => a.Code)];
        if (wanted.Count == 0) return null;
        (string Code, HashSet<string> Holds)[] inside = [.. parts.Value.Where(p => p.Code != area && p.Holds.IsSubsetOf(wanted) && KindNames.OfCode(p.Code) == "local-authority")];
        return wanted.IsSubsetOf(inside.SelectMany(p => p.Holds)) ? [.. inside.Select(p => p.Code)] : null;
    }

    // A council that took the place of others has the sum of theirs, or of those that they took the place of; null unless all of them are there.
    private string[]? Before(string council)
    {
        List<string> codes = [];
        foreach (Area part in geography.Predecessors(council))
        {
            if (series.Rows.Areas.Contains(part.Code)) codes.Add(part.Code);
            else if (Before(part.Code) is { } earlier) codes.AddRange(earlier);
            else return null;
        }
        return codes.Count == 0 ? null : [.. codes];
    }
}
