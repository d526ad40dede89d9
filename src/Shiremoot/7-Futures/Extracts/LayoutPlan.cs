using System.Text;

namespace Shiremoot.Futures.Extracts;

/// <summary>A layout made ready for one run: every id turned into a number, every column into a writer.</summary>
sealed class LayoutPlan
{
    private readonly bool[] kinds;
    private readonly bool[]? inCase;
    private readonly bool[]? disposals;

    public LayoutPlan(ExtractLayout layout, int number, int register, ExtractRun run)
    {
        (Layout, Number, Register) = (layout, number, register);
        kinds = EventChoice.Mask(layout.Rows.Kinds, run.Kinds);
        inCase = layout.Rows.InCase.Count == 0 ? null : EventChoice.Mask(layout.Rows.InCase, run.Kinds);
        disposals = layout.Rows.Disposals.Count == 0 ? null : EventChoice.Mask(layout.Rows.Disposals, run.Disposals);
        Writers = [.. layout.Columns.Select(c => ColumnWriter.Of(c, layout, run))];
        Missing = [.. layout.Columns.Select(c => Encoding.UTF8.GetBytes(c.Missing))];
        Faults = [.. layout.Faults.Select(f => new FaultPlan(f, layout))];
        Reference = new ReferenceForm(layout.PersonReference);
        Salt = Scramble.Mixed(run.Seed ^ System.IO.Hashing.XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(layout.Id)));
    }

    public ExtractLayout Layout { get; }

    public int Number { get; }

    /// <summary>Its register, among those of the run.</summary>
    public int Register { get; }

    public ColumnWriter[] Writers { get; }

    public byte[][] Missing { get; }

    public FaultPlan[] Faults { get; }

    public ReferenceForm Reference { get; }

    /// <summary>Shuffles the rows of one day otherwise for each seed and each extract.</summary>
    public ulong Salt { get; }

    public bool TakesKind(int kind) => kinds[kind];

    /// <summary>Whether an event of one of its kinds makes a row.</summary>
    public bool Holds(in LifeEvent e, Life life, CaseEvents cases, int until)
    {
        RowRule rows = Layout.Rows;
        if (disposals is not null && (e.Disposal < 0 || !disposals[e.Disposal])) return false;
        if (rows.AgeFrom is not null || rows.AgeUnder is not null)
        {
            int age = CivilDay.Age(life.BirthDay, e.Day);
            if (age < rows.AgeFrom || age >= rows.AgeUnder) return false;
        }
        if (inCase is null) return true;
        foreach (int at in cases.Of(e.Case))
        {
            ref readonly LifeEvent other = ref life.Events[at];
            if (other.Day >= until) break;
            if (inCase[other.Kind]) return true;
        }
        return false;
    }

    public void WriteRow(ExtractRow row, RowBuffer into, FaultPlan? fault)
    {
        for (int c = 0; c < Writers.Length; c++)
        {
            if (fault is not null && fault.Column == c) fault.Write(row, into);
            else Writers[c].Write(row, into);
            if (into.FieldLength == 0 && fault?.Column != c && Missing[c].Length > 0) into.Bytes(Missing[c]);
            into.EndField();
        }
    }
}

/// <summary>A fault ready to be planted.</summary>
sealed class FaultPlan
{
    private readonly byte[] text;
    private readonly DateForm? form;
    private readonly int days;

    public FaultPlan(PlantedFault fault, ExtractLayout layout)
    {
        Fault = fault;
        Column = layout.Columns.ToList().FindIndex(c => c.Header == fault.Column);
        text = Encoding.UTF8.GetBytes(fault.Text ?? "");
        form = fault.Day is null ? null : new DateForm(layout.Columns[Column].As!);
        days = fault.Day ?? 0;
    }

    public PlantedFault Fault { get; }

    public int Column { get; }

    public void Write(ExtractRow row, RowBuffer into)
    {
        if (form is null) into.Bytes(text);
        else into.Moment(form, row.Event.Day + days, row.StartSecond);
    }
}
