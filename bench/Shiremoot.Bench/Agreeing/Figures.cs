namespace Shiremoot.Bench.Agreeing;

/// <summary>Figures by set, quantity and member of it: coefficients by covariate, weights by row.</summary>
sealed class Figures
{
    private readonly Dictionary<(string Set, string Quantity), Dictionary<string, double>> known = [];

    /// <summary>Set and quantity, in the order they came.</summary>
    public IEnumerable<(string Set, string Quantity)> Kinds => known.Keys;

    public IReadOnlyDictionary<string, double>? Of((string Set, string Quantity) kind) => known.GetValueOrDefault(kind);

    public void Say(string set, string quantity, string member, double value)
    {
        if (!known.TryGetValue((set, quantity), out Dictionary<string, double>? members)) known[(set, quantity)] = members = [];
        members.Add(member, value);
    }
}
