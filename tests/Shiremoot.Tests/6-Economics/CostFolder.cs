using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Economics;

/// <summary>A folder of costs made for one test and removed after it.</summary>
sealed class CostFolder : IDisposable
{
    public static readonly string Shipped = System.IO.Path.Combine(TestData.Root, "vocabulary", "costs");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costs");

    public string Path => folder.FullName;

    public CostFolder With(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        return this;
    }

    /// <summary>The shipped unit costs with this folder over them.</summary>
    public Outcome<UnitCosts> OverShipped() => UnitCosts.Read(Shipped, Path);

    public void Dispose() => folder.Delete(recursive: true);
}
