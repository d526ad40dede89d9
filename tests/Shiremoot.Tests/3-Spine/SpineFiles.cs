using System.Text;
using Shiremoot.Spine;

namespace Shiremoot.Tests.Spine;

/// <summary>Models and files of the tests, made from text in a folder of their own.</summary>
sealed class SpineFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spine");

    public static LinkModel Model(string yaml) => LinkModelFile.ReadText(yaml, "model.yaml").Value;

    /// <summary>An example of docs/examples/linkage.</summary>
    public static LinkModel Example(string name) => LinkModelFile.Read(Path.Combine(TestData.Root, "docs", "examples", "linkage", name + ".yaml")).Value;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public RecordTable Table(LinkModel model, string csv) => RecordFile.Read([Write("people.csv", csv)], model).Value;

    public Linked Link(LinkModel model, string csv, int threads = 2) => Link(model, [Write("people.csv", csv)], threads);

    public static Linked Link(LinkModel model, IReadOnlyList<string> paths, int threads = 2) => Linking.Link(RecordFile.Read(paths, model).Value, model, new LinkOptions { Threads = threads }).Value;

    /// <summary>The clusters by the ids of their records, one text each, in order.</summary>
    public static IReadOnlyList<string> ById(Linked linked) =>
        [.. Enumerable.Range(0, linked.Table.Count).GroupBy(r => linked.Clusters[r]).Select(g => string.Join(' ', g.Select(r => $"{linked.Table.SourceNames[linked.Table.Sources[r]]}/{linked.Table.Id(r)}").Order())).Order()];

    public void Dispose() => folder.Delete(recursive: true);
}
