using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>An area with a code of the Government Statistical Service.</summary>
/// <param name="Code">E08000025.</param>
/// <param name="Name">As its source writes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="InUse">False if its code is retired or stands for another in the lookups.</param>
public sealed record Area(string Code, string Name, AreaKind Kind, bool InUse);
