namespace Shiremoot.Records;

/// <summary>The ages in whole years, both included, at which something may be given. Null is no bound.</summary>
public readonly record struct Ages(int? Min, int? Max)
{
    public bool Holds(int age) => (Min is null || age >= Min) && (Max is null || age <= Max);

    /// <summary>True if only children may be given it.</summary>
    public bool ChildrenOnly => Max is < 18;
}
