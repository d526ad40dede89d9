using Shiremoot.Records;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>What every file of the vocabulary must have, from the first day.</summary>
public sealed class VocabularyFilesTests
{
    [Fact]
    public void Every_file_says_where_it_comes_from()
    {
        foreach (string path in Directory.EnumerateFiles(TheVocabulary.Folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetFileName(path);
            if (name == "SOURCES.md" || name.EndsWith(".schema.json", StringComparison.Ordinal)) continue;
            if (name.EndsWith(".yaml", StringComparison.Ordinal))
            {
                // A mapping beside a table (costs) describes columns; what the table is and whence is in SOURCES.md of its folder.
                if (Path.GetFileName(Path.GetDirectoryName(path)) == "costs" && File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "SOURCES.md"))) continue;
                File.ReadLines(path).ShouldContain(l => l.StartsWith("source: ", StringComparison.Ordinal) && l.Length > 12, name);
            }
            else
            {
                string sources = Path.Combine(Path.GetDirectoryName(path)!, "SOURCES.md");
                File.Exists(sources).ShouldBeTrue($"{sources} is missing");
                File.ReadAllText(sources).ShouldContain($"`{name}`");
            }
        }
    }

    [Fact]
    public void Every_entry_has_a_title_and_a_source_and_an_id_of_its_own()
    {
        Vocabulary read = TheVocabulary.Read;
        Term[][] lists =
        [
            Terms(read.Words), Terms(read.Agencies), Terms(read.Stages), Terms(read.EventKinds), Terms(read.Disposals), Terms(read.SentenceClasses), Terms(read.Requirements),
            Terms(read.Establishments), Terms(read.Needs), Terms(read.Registrations), Terms(read.Scales), Terms(read.Ethnicities), Terms(read.Sexes),
            Terms(read.OffenceCategories), Terms(read.OffenceGroups),
        ];
        foreach (Term[] list in lists)
        {
            list.ShouldNotBeEmpty();
            list.Select(t => (t.Id, t.From)).ShouldBeUnique();
            list.ShouldAllBe(t => t.Title.Length > 0 && t.Source.Length > 0);
        }
    }

    [Fact]
    public void Every_linkage_model_is_read_without_a_fault()
    {
        string[] models = [.. Directory.EnumerateFiles(Path.Combine(TheVocabulary.Folder, "linkage"), "*.yaml").Where(f => File.ReadLines(f).Contains("compare:"))];
        models.ShouldNotBeEmpty();
        List<string> ids = [];
        foreach (string path in models)
        {
            Outcome<LinkModel> read = LinkModelFile.Read(path);
            (read.Refused(out Refusal? why, out LinkModel? model) ? [why.Says, .. why.Details] : Array.Empty<string>()).ShouldBeEmpty(path);
            model!.Id.ShouldNotBeEmpty(path);
            model.Title.ShouldNotBeEmpty(path);
            ids.Add(model.Id);
        }
        ids.ShouldBeUnique();
    }

    /// <summary>Set SHIREMOOT_WRITE_DOCS=1 to write the file anew after a change of the vocabulary.</summary>
    [Fact]
    public void The_glossary_is_in_step_with_the_vocabulary()
    {
        string path = Path.Combine(TestData.Root, "GLOSSARY.md"), written = Glossary.Write(TheVocabulary.Read);
        if (Environment.GetEnvironmentVariable("SHIREMOOT_WRITE_DOCS") == "1") File.WriteAllText(path, written);
        File.ReadAllText(path).ShouldBe(written);
    }

    private static Term[] Terms<T>(TermList<T> list) where T : class, ITerm => [.. list.All.Select(e => e.Term)];
}
