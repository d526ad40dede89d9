using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>One unit each of several entries, added at the prices of one year. The three kinds are kept apart.</summary>
public sealed record CostTotal(IReadOnlyList<string> Codes, string Per, string Year, Money Fiscal, Money Economic, Money Social);
