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

/// <summary>The standing words for where data comes from.</summary>
public static class OriginWords
{
    /// <summary>What every page and file says of where the data comes from.</summary>
    public static string Says(this Origin origin) => origin switch
    {
        Origin.Published => "Published statistics, shown as published",
        Origin.Real => "Records of real people",
        _ => "Generated: no such people exist",
    };
}
