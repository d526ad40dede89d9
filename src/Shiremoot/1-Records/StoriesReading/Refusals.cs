using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Records.StoriesReading;

/// <summary>What reading stories may refuse.</summary>
static class StoryRefusals
{
    public static Refusal NotActive(long load) =>
        new("RECORDS-20", string.Create(CultureInfo.InvariantCulture, $"Load {load} is not part of the place's data."), "Name loads that are active: the Data page lists them.");
}
