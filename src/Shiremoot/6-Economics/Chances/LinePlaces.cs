namespace Shiremoot.Economics.Chances;

/// <summary>The two places along the leading direction where a draw is looked at again: apart from its own and from each other, and such that the three hold the middle 90% of the line.</summary>
internal static class LinePlaces
{
    private const double Outer = 1.7, Far = 1.2;

    public static double First(double along) => along <= -Far ? 0 : -Outer;

    public static double Second(double along) => along >= Far ? 0 : Outer;
}
