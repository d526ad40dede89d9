using Shiremoot.Storage;

namespace Shiremoot.Futures.Identities;

/// <summary>Reads settings that have bounds: each fault is reported at its line.</summary>
static class ShareSetting
{
    /// <summary>A share from 0 to 1; a fault if absent or outside.</summary>
    public static double Read(MapNode node, string key) => Within(node, key, 0, 1);

    public static double Within(MapNode node, string key, double least, double most)
    {
        double value = node.Number(key);
        if (node.NumberOr(key) is null || (value >= least && value <= most)) return value;
        node.Fault(key, $"must be from {least} to {most}.");
        return least;
    }
}
