using Dapper;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Picture;

/// <summary>A store with a few statistics written by hand, and a place to draw them for.</summary>
sealed class SmallSeries : IDisposable
{
    private static readonly Lazy<Geography> Read = new(() => Geography.Read(Path.Combine(TestData.Root, "vocabulary")).Value);
    private readonly TestStore test;
    private readonly IStore store;
    private long loads;

    public SmallSeries(string kind = TestStore.Sqlite)
    {
        test = new TestStore(kind);
        store = test.Open();
        Shelf = new SeriesShelf(store);
    }

    public SeriesShelf Shelf { get; }

    public static Geography Geography => Read.Value;

    public static Place Place { get; } = new()
    {
        Id = "here",
        Title = "Here",
        About = "",
        Areas = [new("E08000025", "Birmingham", "local-authority"), new("E08000026", "Coventry", "local-authority")],
        Comparators = [new("E92000001", "England", "country")],
        Partners = [],
        Period = Period.CalendarYear(2020),
        Governing = [],
        FolderPath = "",
    };

    /// <summary>Writes one load: rows of series | area | period | value | dimensions.</summary>
    public void Load(string rows, string status = "active", string origin = "published")
    {
        long load = ++loads;
        BulkBatch batch = new(StoreTables.Statistic);
        int row = 0;
        foreach (string[] cells in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('|', StringSplitOptions.TrimEntries)))
        {
            Period.TryRead(cells[2], out Period period);
            batch.Whole(RowId.Of(load, ++row, 1));
            batch.Text(cells[0]);
            batch.Text(cells[1]);
            batch.Text(cells[2]);
            batch.Whole(Days.Number(period.From));
            batch.Whole(Days.Number(period.Until));
            if (cells[3].Length == 0) batch.Null();
            else batch.Number(double.Parse(cells[3]));
            batch.Null();
            batch.Null();
            batch.Null();
            batch.Text(cells.Length > 4 ? cells[4] : null);
        }
        using IWriteSession session = store.BeginWrite();
        session.Write(batch);
        session.FinishBulk();
        session.Connection.Execute(
            "INSERT INTO load (id, feed, feed_version, slot, file_name, file_hash, content_hash, rows_hash, rows_in, rows_accepted, rows_quarantined, rows_left_out, notes, origin, status, taken_in_at, milliseconds) "
            + "VALUES (@load, 'small', '', '', 'small.csv', '', '', '', @row, @row, 0, 0, '[]', @origin, @status, '2025-01-01T00:00:00Z', 0)",
            new { load, row, origin, status }, session.Transaction);
        session.Commit();
    }

    public Outcome<AreaPicture> Draw(string measure, params string[] by) =>
        AreaDrawing.Draw(AreaMeasures.ReadText(measure, "measures/m.yaml").Value, new AreaQuestion(by, null), Place, Geography, null, Shelf);

    /// <summary>A measure file with the usual keys and these.</summary>
    public static string Measure(string keys) =>
        $"id: m\nkind: statistic\ntitle: M\ndefinition: M.\nquestions: [Q21]\nunit: things\nareas: local-authority\nsource: by hand\nexample: {{ period: \"2020\", gives: 1 }}\n{keys}";

    public void Dispose() => test.Dispose();
}
