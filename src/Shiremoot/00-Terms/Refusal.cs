namespace Shiremoot.Terms;

/// <summary>Something the reader can act on: a stable code, what is wrong and where, and what to do next. Never holds a person's details.</summary>
/// <param name="Code">Stable, per room: INTAKE-04.</param>
/// <param name="Says">What is wrong, with the place it was found.</param>
/// <param name="Try">What to do next.</param>
public sealed record Refusal(string Code, string Says, string Try)
{
    /// <summary>Further faults found in the same pass, a line each, so that a reader mends them all at once.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What of the request the refusal is about: doors answer by it.</summary>
    public RefusalOf Of { get; init; }

    public override string ToString() =>
        Details.Count == 0 ? $"{Code}: {Says} {Try}" : $"{Code}: {Says} {Try}\n  - {string.Join("\n  - ", Details)}";
}

/// <summary>What a refusal is about.</summary>
public enum RefusalOf
{
    /// <summary>The request was well made, but the data or the place does not allow it.</summary>
    State,

    /// <summary>What was named does not exist.</summary>
    Name,

    /// <summary>The request itself was made wrongly.</summary>
    Question,
}
