using Shiremoot.Picture;

namespace Shiremoot.Tests.Picture.Surviving;

/// <summary>Weeks in remission of 42 children with leukaemia, 21 of them given a drug: E. J. Freireich and others (1963), as every textbook prints them.</summary>
static class Remission
{
    private static readonly double[] Treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    private static readonly bool[] Relapsed = [true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false, false, false, false, false];
    private static readonly double[] Placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

    public static TimesToEvent Times { get; } = TimesToEvent.Of([.. Treated, .. Placebo], [.. Relapsed, .. Placebo.Select(_ => true)]);

    public static int[] Group { get; } = [.. Treated.Select(_ => 0), .. Placebo.Select(_ => 1)];

    public static ModelColumns OnPlacebo { get; } = new(["placebo"], [[.. Group.Select(g => (double)g)]]);
}
