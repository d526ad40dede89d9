namespace Shiremoot.Economics;

/// <summary>Which unit costs are looked for. What is null or empty does not narrow.</summary>
/// <param name="Words">Words that code, description, agency or theme must hold, in any order and case.</param>
/// <param name="Theme">The chapter.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Kind">A kind of cost it must have an amount of.</param>
public sealed record UnitCostSearch(string? Words, string? Theme, string? Agency, CostKind? Kind)
{
    /// <summary>True if it asks for anything.</summary>
    public bool Narrows => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Theme) || !string.IsNullOrEmpty(Agency) || Kind is not null;

    /// <summary>Those that fit, in their order.</summary>
    public IReadOnlyList<UnitCost> Of(IReadOnlyList<UnitCost> all)
    {
        string[] words = (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. all.Where(c => (string.IsNullOrEmpty(Theme) || c.Theme == Theme) && (string.IsNullOrEmpty(Agency) || c.Agency == Agency) && (Kind is not { } kind || c.Amount(kind) is not null)
                && words.All(w => $"{c.Code} {c.What} {c.Agency} {c.Theme}".Contains(w, StringComparison.OrdinalIgnoreCase))),
        ];
    }
}
