namespace Shiremoot.Terms;

/// <summary>Where a figure's data comes from. Shown on every page and in every file.</summary>
public enum Origin
{
    /// <summary>An official or published statistic, shown as published.</summary>
    Published,

    /// <summary>Records of real people.</summary>
    Real,

    /// <summary>Made by Shiremoot. No such people exist.</summary>
    Generated,
}
