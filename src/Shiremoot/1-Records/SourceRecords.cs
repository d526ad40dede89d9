using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Records;

/// <summary>
/// What partners' extracts say of the people behind their references: for each agency's reference one record, of each field all that stands under it, the most frequent first. It is what
/// linking starts from. Reading is journalled with its purpose.
/// </summary>
public sealed class SourceRecords
{
    private const string Sql = "SELECT agency, person, forename, middle_names, surname, birth_day, sex, ethnicity, postcode, identifiers, attributes FROM source_record WHERE id >= {from} AND id < {until} ORDER BY id";
    private static readonly string[] Plain = ["forename", "middle_names", "surname", "birth_date", "sex", "ethnicity", "postcode"];

    private readonly WordTable references;
    private readonly int[] agencyOf;
    private readonly SourceField[] fields;

    private SourceRecords(WordTable references, int[] agencyOf, IReadOnlyList<string> agencies, SourceField[] fields, bool isGenerated) =>
        (this.references, this.agencyOf, Agencies, this.fields, Fields, IsGenerated) = (references, agencyOf, agencies, fields, [.. fields.Select(f => f.Name)], isGenerated);

    /// <summary>How many records: a raw count.</summary>
    public RawCount Records => new(Count);

    public IReadOnlyList<string> Agencies { get; }

    /// <summary>The names of the fields: forename, surname, birth_date (eight digits), postcode, kinds of identifier, what feeds keep beside.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>True if any of the loads is of generated people.</summary>
    public bool IsGenerated { get; }

    internal int Count => agencyOf.Length;

    /// <summary>The place in <see cref="Agencies"/> of a record's agency.</summary>
    internal int AgencyOf(int record) => agencyOf[record];

    /// <summary>The agency's own reference.</summary>
    internal ReadOnlySpan<byte> ReferenceOf(int record)
    {
        ReadOnlySpan<byte> whole = references.Bytes(record);
        return whole[(whole.IndexOf((byte)'/') + 1)..];
    }

    /// <summary>How many values a field has in a record.</summary>
    internal int ValuesOf(int field, int record) => fields[field].CountOf(record);

    internal ReadOnlySpan<byte> ValueOf(int field, int record, int which) => fields[field].ValueOf(record, which);

    /// <summary>Reads the records of the active loads.</summary>
    public static Outcome<SourceRecords> Read(IStore store, StoryAccess access)
    {
        (long Load, string Origin)[] loads;
        using (IWriteSession session = store.BeginWrite())
        {
            loads = [.. session.Connection.Query<(long, string)>("SELECT id, origin FROM load WHERE status = 'active' ORDER BY id", transaction: session.Transaction)];
            Auditing.Write(session, access.Clock, access.Purpose, "consult", $"source records of loads {string.Join(", ", loads.Select(l => l.Load))}", null, access.Who);
            session.Commit();
        }

        Gathering gathering = new();
        bool isGenerated = false;
        using DbConnection connection = store.Open();
        using DbTransaction moment = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        foreach ((long load, string origin) in loads)
        {
            using StoreRows rows = StoreRows.Of(connection, moment, Sql, RowId.First(load), RowId.First(load + 1));
            if (gathering.Read(rows)) isGenerated |= string.Equals(origin, nameof(Origin.Generated), StringComparison.OrdinalIgnoreCase);
        }
        return gathering.Finish(isGenerated);
    }

    private sealed class Gathering
    {
        private readonly WordTable references = new(), agencies = new();
        private readonly List<int> agencyOf = [];
        private readonly List<SourceField> fields = [.. Plain.Select(p => new SourceField(p))];
        private byte[] key = new byte[256];

        public bool Read(StoreRows rows)
        {
            bool any = false;
            Span<byte> date = stackalloc byte[8];
            while (rows.Next())
            {
                any = true;
                int record = Record(rows.Text(0), rows.Text(1));
                for (int f = 0; f < Plain.Length; f++)
                {
                    if (f == 3 && !rows.IsMissing(5)) fields[f].Add(record, Written((int)rows.Whole(5), date));
                    else if (f != 3 && rows.Text(2 + f) is { IsEmpty: false } text) fields[f].Add(record, text);
                }
                AddAll(record, rows.Text(9));
                AddAll(record, rows.Text(10));
            }
            return any;
        }

        public SourceRecords Finish(bool isGenerated)
        {
            foreach (SourceField field in fields) field.Finish(agencyOf.Count);
            return new SourceRecords(references, [.. agencyOf], agencies.Words(), [.. fields], isGenerated);
        }

        private int Record(ReadOnlySpan<byte> agency, ReadOnlySpan<byte> reference)
        {
            if (key.Length < agency.Length + reference.Length + 1) key = new byte[(agency.Length + reference.Length) * 2];
            agency.CopyTo(key);
            key[agency.Length] = (byte)'/';
            reference.CopyTo(key.AsSpan(agency.Length + 1));
            int before = references.Count, record = references.Code(key.AsSpan(0, agency.Length + reference.Length + 1));
            if (record == before) agencyOf.Add(agencies.Code(agency));
            return record;
        }

        private static ReadOnlySpan<byte> Written(int day, Span<byte> into)
        {
            NodaTime.LocalDate date = Days.Date(day);
            int number = (date.Year * 10_000) + (date.Month * 100) + date.Day;
            for (int at = 7; at >= 0; at--, number /= 10) into[at] = (byte)('0' + (number % 10));
            return into;
        }

        private void AddAll(int record, ReadOnlySpan<byte> json)
        {
            if (json.IsEmpty) return;
            Utf8JsonReader reader = new(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                SourceField field = Field(ref reader);
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped) field.Add(record, reader.ValueSpan);
                else if (reader.TokenType == JsonTokenType.String) field.Add(record, System.Text.Encoding.UTF8.GetBytes(reader.GetString()!));
                else reader.Skip();
            }
        }

        private SourceField Field(ref Utf8JsonReader reader)
        {
            foreach (SourceField field in fields)
                if (reader.ValueTextEquals(field.Name)) return field;
            fields.Add(new SourceField(reader.GetString()!));
            return fields[^1];
        }
    }
}
