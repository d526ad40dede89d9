using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>A line of a protected attrition table.</summary>
public sealed record AttritionLine(string Condition, string InWords, ProtectedCount Left);
