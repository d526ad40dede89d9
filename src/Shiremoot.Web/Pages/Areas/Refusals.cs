using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Areas;

/// <summary>What pages of areas may refuse.</summary>
internal static class Refusals
{
    public static Refusal NoOutlines(string place) =>
        new("WEB-07", $"There are no outlines for the areas of {place}.", "The figures are on the page of the measure; add outlines to vocabulary/geography to see them on a map.");
}
