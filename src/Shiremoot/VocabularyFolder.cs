namespace Shiremoot;

/// <summary>Where the vocabulary shared by all places lies: beside a published program, or at the root of a checkout.</summary>
static class VocabularyFolder
{
    public static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string here = Path.Combine(folder, "vocabulary");
            if (File.Exists(Path.Combine(here, "stages.yaml"))) return here;
        }
        throw new DirectoryNotFoundException($"There is no folder 'vocabulary' at or above {AppContext.BaseDirectory}: the program was not installed whole.");
    }
}
