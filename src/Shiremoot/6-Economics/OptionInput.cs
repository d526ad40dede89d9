namespace Shiremoot.Economics;

/// <summary>A number an option rests on.</summary>
/// <param name="Name">Unique in the option: "take-up", "fewer reoffences: effect".</param>
/// <param name="Value">Its central value.</param>
/// <param name="Spread">How it may lie about it.</param>
/// <param name="Least">Values under this are taken as this.</param>
/// <param name="Most">Values over this are taken as this.</param>
/// <param name="Source">Where it is from; "assumption" where it is nobody's finding.</param>
/// <param name="Note">Why it is so.</param>
public sealed record OptionInput(string Name, double Value, Distribution Spread, double Least, double Most, string Source, string Note)
{
    /// <summary>True where it is nobody's finding.</summary>
    public bool IsAssumption => Source.StartsWith("assumption", StringComparison.OrdinalIgnoreCase);
}
