using System.Text;
using Dapper;
using Shiremoot.Intake;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Intake;

/// <summary>A feed, files and a store of their own for one test of taking in.</summary>
sealed class IntakeBench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-intake-").FullName;
    private readonly TestStore test;

    public IntakeBench(string kind, string feed)
    {
        test = new TestStore(kind);
        Store = test.Open();
        Feed = ReadFeed(feed).Value;
    }

    public IStore Store { get; }

    public Feed Feed { get; set; }

    public static Outcome<Feed> ReadFeed(string yaml)
    {
        string path = Path.Combine(Path.GetTempPath(), $"feed-{Guid.NewGuid():n}.yaml");
        File.WriteAllText(path, yaml);
        try
        {
            return FeedFile.Read(path, "feeds/test.yaml");
        }
        finally
        {
            File.Delete(path);
        }
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Outcome<Receipt> TakeIn(string path, bool approved = false, bool checkOnly = false) => TakingIn.Load(Store, Feed, path, new TakingInOptions
    {
        Clock = TimeProvider.System,
        Areas = (text, _) => text == "Birmingham" ? "E08000025" : null,
        Approved = approved,
        CheckOnly = checkOnly,
    });

    public Outcome<Receipt> TakeInText(string text, string name = "file.csv") => TakeIn(Write(name, text));

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using System.Data.Common.DbConnection connection = Store.Open();
        return [.. connection.Query<T>(sql)];
    }

    /// <summary>How many rows of a table belong to loads in use.</summary>
    public long InUse(string table) => Query<long>($"SELECT count(*) FROM {table} t JOIN load l ON t.id / 1099511627776 = l.id WHERE l.status = 'active'")[0];

    public void Dispose()
    {
        test.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
