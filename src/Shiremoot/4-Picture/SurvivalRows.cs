namespace Shiremoot.Picture;

/// <summary>The rows of a file that can be followed, and what was left out.</summary>
/// <param name="File">Its name.</param>
/// <param name="Read">Rows in it.</param>
/// <param name="LeftOut">For each column, in how many rows it is missing; a row may miss several.</param>
/// <param name="Times">Of the rows kept.</param>
/// <param name="Causes">The values that are events, the one asked about first.</param>
/// <param name="Groups">The values of the column of groups; one, 'everyone', if there is none.</param>
/// <param name="Group">Of each row.</param>
/// <param name="Stratum">Of each row; null if there are none.</param>
/// <param name="Strata">Their names.</param>
/// <param name="Cluster">Of each row; null if there are none.</param>
/// <param name="Columns">The covariates; null if there are none.</param>
/// <param name="References">Of each covariate that is text, the value others are held against.</param>
public sealed record SurvivalRows(
    string File, int Read, IReadOnlyList<(string Column, int Rows)> LeftOut, TimesToEvent Times, IReadOnlyList<string> Causes, IReadOnlyList<string> Groups, int[] Group,
    int[]? Stratum, IReadOnlyList<string> Strata, int[]? Cluster, ModelColumns? Columns, IReadOnlyList<(string Column, string Value)> References)
{
    /// <summary>Rows kept.</summary>
    public int Kept => Group.Length;
}
