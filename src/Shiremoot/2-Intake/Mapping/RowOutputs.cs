using Shiremoot.Storage;

namespace Shiremoot.Intake.Mapping;

/// <summary>The rows a stretch of a file has become, on their way to the store.</summary>
sealed class RowOutputs
{
    private const int FullText = 2 * 1024 * 1024;
    private const int FullRows = 16384;

    public BulkBatch Records { get; } = new(StoreTables.SourceRecord);

    public BulkBatch Events { get; } = new(StoreTables.Event);

    public BulkBatch Statistics { get; } = new(StoreTables.Statistic);

    public BulkBatch Quarantine { get; } = new(StoreTables.Quarantine);

    public IEnumerable<BulkBatch> All => [Records, Events, Statistics, Quarantine];

    public bool IsFull => IsFullBatch(Records) || IsFullBatch(Events) || IsFullBatch(Statistics) || IsFullBatch(Quarantine);

    public void Clear()
    {
        foreach (BulkBatch batch in All) batch.Clear();
    }

    private static bool IsFullBatch(BulkBatch batch) => batch.Rows >= FullRows || batch.TextBytes >= FullText;
}
