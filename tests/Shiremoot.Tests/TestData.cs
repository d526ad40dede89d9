using Xunit;

namespace Shiremoot.Tests;

/// <summary>
/// The folder of real data the tests may read: SHIREMOOT_DATA, or shared/data beside the checkout. Null where there is none, and the
/// tests marked <see cref="DataFactAttribute"/> then say they were skipped.
/// </summary>
static class TestData
{
    /// <summary>The checkout: the nearest folder above the tests that holds the solution.</summary>
    public static readonly string Root = FindRoot();

    public static readonly string? Folder = FindFolder();

    /// <summary>A file of the data folder, by its path inside it. Throws where the data is absent: mark the test with <see cref="DataFactAttribute"/>.</summary>
    public static string File(string path) => Path.Combine(Folder ?? throw new InvalidOperationException("The data is not present."), path);

    /// <summary>Why a test of these files cannot run, or null if it can.</summary>
    public static string? Absent(string[] files) => Folder is { } folder && files.All(f => Path.Exists(Path.Combine(folder, f))) ? null : "data not present";

    private static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable("SHIREMOOT_TEST_ROOT") is { Length: > 0 } named) return named;
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Shiremoot.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests are not inside a checkout of Shiremoot; set SHIREMOOT_TEST_ROOT.");
    }

    private static string? FindFolder()
    {
        string folder = Environment.GetEnvironmentVariable("SHIREMOOT_DATA") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared", "data");
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}

/// <summary>A test of real data: skipped, and counted as such, where the folder or one of the named files is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(params string[] files) => Skip = TestData.Absent(files);
}

/// <summary>As <see cref="DataFactAttribute"/>, for a test with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class DataTheoryAttribute : TheoryAttribute
{
    public DataTheoryAttribute(params string[] files) => Skip = TestData.Absent(files);
}
