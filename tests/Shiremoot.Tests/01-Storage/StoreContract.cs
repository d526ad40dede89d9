using System.Text;
using Dapper;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Storage;

/// <summary>What every store must do. Each kind of store runs this same suite.</summary>
[Trait("kind", "store")]
public sealed class StoreContract
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [PostgresFact]
    public void PostgreSQL_is_tested_too() => TestStore.Kinds.Count.ShouldBe(2);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_written_in_bulk_come_back_as_they_were(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        using (IWriteSession session = store.BeginWrite())
        {
            BulkBatch batch = new(StoreTables.Statistic);
            for (int i = 0; i < 10_000; i++) Fill(batch, RowId.Of(1, i), $"série {i} £ 😀", i % 7 == 0 ? null : i / 3.0);
            session.Write(batch);
            session.Commit();
        }
        using System.Data.Common.DbConnection connection = store.Open();
        (long, string, double?)[] rows = [.. connection.Query<(long, string, double?)>("SELECT id, series, value FROM statistic ORDER BY id")];
        rows.Length.ShouldBe(10_000);
        rows[8].ShouldBe((RowId.Of(1, 8), "série 8 £ 😀", 8 / 3.0));
        rows[7].Item3.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_seen_of_a_session_that_is_not_committed(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        using (IWriteSession session = store.BeginWrite())
        {
            BulkBatch batch = new(StoreTables.Statistic);
            Fill(batch, 1, "a", 1);
            session.Write(batch);
        }
        Count(store).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_session_rolled_back_to_a_point_keeps_what_came_before_it(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        using (IWriteSession session = store.BeginWrite())
        {
            Write(session, 1);
            session.Transaction.Save("point");
            Write(session, 2);
            session.Transaction.Rollback("point");
            Write(session, 3);
            session.Commit();
        }
        Count(store).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sessions_of_several_threads_take_turns_and_lose_nothing(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        Parallel.For(0, 8, i =>
        {
            using IWriteSession session = store.BeginWrite();
            long next = session.Connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) + 1 FROM statistic", transaction: session.Transaction);
            Write(session, next);
            session.Commit();
        });
        Count(store).ShouldBe(8);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_store_opened_again_needs_no_step(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        SchemaSteps.Upgrade(store, TimeProvider.System).Value.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_store_of_a_later_version_is_refused_and_named(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        using (IWriteSession session = store.BeginWrite())
        {
            session.Connection.Execute("INSERT INTO schema_step (name, hash, applied_at) VALUES ('999-later.sql', 'x', 'y')", transaction: session.Transaction);
            session.Commit();
        }
        Stores.Open(test.Address, test.Schema, TimeProvider.System).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("STORE-01");
        why.Says.ShouldContain("999-later.sql");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_holds_every_row_and_goes_into_another_store_whole(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        using (IWriteSession session = store.BeginWrite())
        {
            for (int i = 1; i <= 5; i++) Write(session, i);
            Journal.Append(session, _ => "first");
            session.Commit();
        }
        string file = Path.Combine(Path.GetTempPath(), $"shiremoot-copy-{Guid.NewGuid():n}.db");
        try
        {
            store.CopyTo(file);
            using IStore copy = Stores.Open(file, "", TimeProvider.System).Value;
            Count(copy).ShouldBe(5);
            using (IWriteSession session = store.BeginWrite())
            {
                Write(session, 6);
                session.Commit();
            }
            StoreCopy.Into(copy, store);
            Count(store).ShouldBe(5);
            Journal.Lines(store).ShouldBe(["first"]);
        }
        finally
        {
            foreach (string end in (string[])["", "-wal", "-shm"]) File.Delete(file + end);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_list_of_tables_is_that_of_the_schema(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        using System.Data.Common.DbConnection connection = store.Open();
        foreach (BulkTable table in StoreTables.All)
        {
            using System.Data.Common.DbDataReader reader = (System.Data.Common.DbDataReader)connection.ExecuteReader($"SELECT * FROM {table.Name} WHERE 1 = 0");
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ShouldBe(table.Columns.Select(c => c.Name));
        }
    }

    private static void Write(IWriteSession session, long id)
    {
        BulkBatch batch = new(StoreTables.Statistic);
        Fill(batch, id, "series", id);
        session.Write(batch);
        session.FinishBulk();
    }

    private static long Count(IStore store)
    {
        using System.Data.Common.DbConnection connection = store.Open();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM statistic");
    }

    private static void Fill(BulkBatch batch, long id, string series, double? value)
    {
        batch.Whole(id);
        batch.Text(Encoding.UTF8.GetBytes(series));
        batch.Text("E08000025"u8);
        batch.Text("2024");
        batch.Whole(1);
        batch.Whole(2);
        if (value is { } number) batch.Number(number);
        else batch.Null();
        batch.Null();
        batch.Null();
        batch.Text((string?)null);
        batch.Text("{}"u8);
    }
}
