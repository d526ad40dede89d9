namespace Shiremoot.Web.Tests;

/// <summary>The folder this checkout stands in.</summary>
public static class Checkout
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Shiremoot.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Shiremoot.slnx above the tests."));
}
