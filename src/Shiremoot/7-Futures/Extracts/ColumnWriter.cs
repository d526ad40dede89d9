namespace Shiremoot.Futures.Extracts;

/// <summary>Writes the value of one column of a row; nothing where there is no value.</summary>
abstract class ColumnWriter
{
    public abstract void Write(ExtractRow row, RowBuffer into);

    /// <summary>The writer of a column.</summary>
    /// <param name="column">The column as the layout has it.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="run">The lists the numbers of events point into.</param>
    public static ColumnWriter Of(ExtractColumn column, ExtractLayout layout, ExtractRun run) => column.Value switch
    {
        ColumnValue.Constant or ColumnValue.Drawn => new TextWriting(column.Texts, column.Header),
        ColumnValue.Any => new AnyWriting([.. column.Any.Select(c => Of(c, layout, run))]),
        ColumnValue.Reference => new ReferenceWriting(new ReferenceForm(layout.PersonReference)),
        ColumnValue.EventReference => new EventReferenceWriting(layout, column, run),
        ColumnValue.CaseReference => new CaseReferenceWriting(layout, column, run),
        ColumnValue.BirthDate => new BirthWriting(new DateForm(column.As!)),
        ColumnValue.Sex => new SexWriting(CodeTable.Of(column, ["male", "female"])),
        ColumnValue.Ethnicity => new EthnicityWriting(CodeTable.Of(column, run.Ethnicities)),
        ColumnValue.Name or ColumnValue.Alias => new NameWriting(new NameForm(column.As!), column.Value == ColumnValue.Alias),
        ColumnValue.Kind => new KindWriting(new EventChoice(column, run.Kinds), CodeTable.Of(column, run.Kinds)),
        ColumnValue.Disposal => new DisposalWriting(new EventChoice(column, run.Kinds), CodeTable.Of(column, run.Disposals)),
        ColumnValue.Offence => new OffenceWriting(new EventChoice(column, run.Kinds), OffenceForms.Of(column.As, run.Offences)),
        ColumnValue.Day or ColumnValue.Until => new DayWriting(new EventChoice(column, run.Kinds), column.Value == ColumnValue.Until, new DateForm(column.As!)),
        ColumnValue.Amount or ColumnValue.Days or ColumnValue.Age => new NumberWriting(new EventChoice(column, run.Kinds), column.Value),
        ColumnValue.HomeArea => new HomeAreaWriting(run.Whereabouts!),
        ColumnValue.EventArea => new EventAreaWriting(run.Whereabouts!, column.NearHome),
        ColumnValue.Establishment => new EstablishmentWriting(run.Whereabouts!, column.ScaleKilometres, run.From, run.Until),
        _ => new PersonTextWriting(column.Value, column.As),
    };
}

/// <summary>A constant, or one of several texts drawn for the row; two columns of the same texts draw apart.</summary>
sealed class TextWriting(IReadOnlyList<string> texts, string header) : ColumnWriter
{
    private readonly byte[][] texts = [.. texts.Select(System.Text.Encoding.UTF8.GetBytes)];
    private readonly ulong salt = System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(header));

    public override void Write(ExtractRow row, RowBuffer into) =>
        into.Bytes(texts[texts.Length == 1 ? 0 : (int)((Scramble.Mixed(row.Drawn ^ salt) >> 32) * (ulong)texts.Length >> 32)]);
}

/// <summary>The first of several columns that has a value.</summary>
sealed class AnyWriting(ColumnWriter[] writers) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int before = into.FieldLength;
        foreach (ColumnWriter writer in writers)
        {
            writer.Write(row, into);
            if (into.FieldLength > before) return;
        }
    }
}
