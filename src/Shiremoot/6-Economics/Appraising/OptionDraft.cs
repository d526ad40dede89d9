using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Appraising;

/// <summary>What is gathered while an option file is read.</summary>
internal sealed class OptionDraft(OptionSources sources, string ownPriceYear, string priceYear, int years)
{
    public AssumptionReading Assumptions { get; } = new();

    public List<OptionBearer> Bearers { get; } = [];

    public List<string> Notes { get; } = [];

    public OptionSources Sources => sources;

    /// <summary>The year whose prices the file's own amounts are in, unless one says otherwise.</summary>
    public string OwnPriceYear => ownPriceYear;

    /// <summary>The year whose prices results are in.</summary>
    public string PriceYear => priceYear;

    public int Years => years;

    public int Bearer(string name, bool isAgency)
    {
        int at = Bearers.FindIndex(b => b.Name == name && b.IsAgency == isAgency);
        if (at >= 0) return at;
        Bearers.Add(new(name, isAgency));
        return Bearers.Count - 1;
    }

    /// <summary>An amount of the file at the prices of the results, with the working; faults a price year that cannot be used.</summary>
    public (double Each, string Working) AtPrices(MapNode map, decimal pounds)
    {
        string year = map.TextOr("price_year", ownPriceYear);
        if (sources.Costs.Deflator.Year(year, "this amount").Refused(out Refusal? why, out DeflatorYear? from))
        {
            // A year that the whole option lacks is told once, at its top.
            if (map.Has("price_year")) map.Fault("price_year", $"cannot be used: {why.Says}");
            return (0, "");
        }
        if (sources.Costs.Deflator.Year(priceYear, "this option").Refused(out _, out DeflatorYear? to)) return (0, "");
        decimal each = pounds * to.Index / from.Index;
        return ((double)each, from == to
            ? string.Create(CultureInfo.InvariantCulture, $"£{pounds:#,##0.######} at {to.Period.Label} prices")
            : string.Create(CultureInfo.InvariantCulture, $"£{pounds:#,##0.######} ({from.Period.Label}) × {to.Index / from.Index:0.000000} = £{each:#,##0.00####} at {to.Period.Label} prices"));
    }

    /// <summary>A list of numbers by year, none under zero; <paramref name="otherwise"/> where the key is absent.</summary>
    public double[] ByYear(MapNode map, string key, Func<int, double> otherwise, bool lastGoesOn)
    {
        double[] filled = new double[years];
        if (!map.Has(key))
        {
            for (int t = 0; t < years; t++) filled[t] = otherwise(t);
            return filled;
        }
        List<double> given = [];
        foreach (string text in map.Texts(key))
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number >= 0) given.Add(number);
            else map.Fault(key, $"has '{text}'; write a list of numbers, none under zero, one for each year.");
        if (given.Count > years) map.Fault(key, $"has {given.Count} years; the option runs for {years}.");
        for (int t = 0; t < years; t++) filled[t] = t < given.Count ? given[t] : lastGoesOn && given.Count > 0 ? given[^1] : 0;
        return filled;
    }

    /// <summary>The share by which a hopeful estimate is corrected, and what it is.</summary>
    public (double Share, string Of) Optimism(MapNode map)
    {
        string id = map.Text("optimism");
        decimal mitigated = map.DecimalOr("mitigated") ?? 0;
        bool lower = map.Choice("bound", ("upper", false), ("lower", true));
        if (mitigated is < 0 or > 1) map.Fault("mitigated", $"is {mitigated}; it is the share of the causes dealt with, between 0 and 1.");
        if (id.Length == 0) return (0, "");
        if (sources.Optimism.Find(id) is not { } bias)
        {
            map.Fault("optimism", $"'{id}' is not in costs/optimism.yaml; there are {string.Join(", ", sources.Optimism.Grades.Concat(sources.Optimism.Capital).Select(b => b.Id))}.");
            return (0, "");
        }
        decimal share = lower ? bias.Lower : bias.Share(mitigated);
        if (!bias.IsVerified && share > 0) Note($"The optimism correction '{bias.Id}' ({100 * share:0.##}%) was not checked in its source.");
        return ((double)share, bias.Title);
    }

    public void Note(FormattableString text)
    {
        string note = text.ToString(CultureInfo.InvariantCulture);
        if (!Notes.Contains(note)) Notes.Add(note);
    }
}
