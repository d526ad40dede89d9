namespace Shiremoot.Records.Areas;

/// <summary>The quantities of similarity.yaml by local authority in use.</summary>
internal sealed class Quantities
{
    private readonly Dictionary<string, Dictionary<string, double>> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> weightOf = new(StringComparer.Ordinal);

    public static Quantities Read(string folder, SimilaritySpec spec, Geography geography, List<string> faults)
    {
        Quantities read = new();
        Dictionary<string, Dictionary<string, double>> asPublished = new(StringComparer.Ordinal);
        foreach (QuantitySpec quantity in spec.Quantities)
        {
            Dictionary<string, double> values = Column(folder, quantity, faults);
            asPublished[quantity.Id] = values;
            read.weightOf[quantity.Id] = quantity.MeanBy;
            read.byCode[quantity.Id] = InUse(values, quantity.MeanBy is null ? null : asPublished[quantity.MeanBy], geography);
        }

        return read;
    }

    /// <summary>The quantity of an area made of these local authorities; not a number if it is not published for one of them.</summary>
    public double Of(string quantity, IReadOnlyList<Area> localAuthorities)
    {
        Dictionary<string, double> values = byCode[quantity];
        Dictionary<string, double>? weights = weightOf[quantity] is { } by ? byCode[by] : null;
        (double sum, double weight) = (0, 0);
        foreach (Area la in localAuthorities)
        {
            if (!values.TryGetValue(la.Code, out double value)) return double.NaN;
            double w = weights is null ? 1 : weights.GetValueOrDefault(la.Code, double.NaN);
            (sum, weight) = (sum + (value * w), weight + w);
        }

        return weights is null ? sum : sum / weight;
    }

    private static Dictionary<string, double> Column(string folder, QuantitySpec spec, List<string> faults)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        if (CsvTable.Read(Path.Combine(folder, spec.File), $"areas/{spec.File}", faults) is not { } table) return values;
        int code = table.Column(spec.Code);
        int[] columns = [.. spec.Columns.Select(table.Column)];
        for (int row = 0; row < table.Rows; row++)
            if (!values.TryAdd(table[row, code], columns.Sum(c => table.Number(row, c)))) table.Fault(row, $"{table[row, code]} stands twice.");
        return values;
    }

    // Retired local authorities are added up, or averaged, into the one that took their place.
    private static Dictionary<string, double> InUse(Dictionary<string, double> published, Dictionary<string, double>? weights, Geography geography)
    {
        Dictionary<string, (double Sum, double Weight)> sums = new(StringComparer.Ordinal);
        foreach ((string code, double value) in published)
        {
            if (geography.InUse(code) is not [Area now]) continue;
            double weight = weights?.GetValueOrDefault(code, 1) ?? 1;
            (double sum, double total) = sums.GetValueOrDefault(now.Code);
            sums[now.Code] = (sum + (value * weight), total + weight);
        }

        return sums.ToDictionary(s => s.Key, s => weights is null ? s.Value.Sum : s.Value.Sum / s.Value.Weight, StringComparer.Ordinal);
    }
}
