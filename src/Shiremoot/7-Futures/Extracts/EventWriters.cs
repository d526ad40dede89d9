namespace Shiremoot.Futures.Extracts;

/// <summary>The kind of an event, in the agency's code.</summary>
sealed class KindWriting(EventChoice choice, byte[][] codes) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int at = choice.Find(row);
        if (at >= 0) into.Bytes(codes[row.Life.Events[at].Kind]);
    }
}

/// <summary>The disposal of an event, in the agency's code.</summary>
sealed class DisposalWriting(EventChoice choice, byte[][] codes) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int at = choice.Find(row);
        if (at >= 0 && row.Life.Events[at].Disposal is >= 0 and var disposal) into.Bytes(codes[disposal]);
    }
}

/// <summary>The offence of an event.</summary>
sealed class OffenceWriting(EventChoice choice, byte[][] codes) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int at = choice.Find(row);
        if (at >= 0 && row.Life.Events[at].Offence is >= 0 and var offence) into.Bytes(codes[offence]);
    }
}

/// <summary>The day an event happened or began, or ended. An end that had not come when the extract was made is not written.</summary>
sealed class DayWriting(EventChoice choice, bool isEnd, DateForm form) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int at = choice.Find(row);
        if (at < 0) return;
        ref readonly LifeEvent e = ref row.Life.Events[at];
        if (!isEnd) into.Moment(form, e.Day, choice.IsOwn ? row.StartSecond : row.OtherSecond);
        else if (e.Until < row.Until) into.Moment(form, e.Until, row.OtherSecond);
    }
}

/// <summary>Days of a sentence, days from start to end, or age in years on the day.</summary>
sealed class NumberWriting(EventChoice choice, ColumnValue value) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int at = choice.Find(row);
        if (at < 0) return;
        ref readonly LifeEvent e = ref row.Life.Events[at];
        switch (value)
        {
            case ColumnValue.Amount when e.Amount > 0: into.Whole(e.Amount); break;
            case ColumnValue.Days when e.Until < row.Until: into.Whole(e.Until - e.Day); break;
            case ColumnValue.Age: into.Whole(CivilDay.Age(row.Life.BirthDay, e.Day)); break;
            default: break;
        }
    }
}

/// <summary>A reference no other event of the extract has.</summary>
sealed class EventReferenceWriting : ColumnWriter
{
    private readonly EventChoice choice;
    private readonly ReferenceForm form;
    private readonly Scramble scramble;
    private readonly ulong each;

    public EventReferenceWriting(ExtractLayout layout, ExtractColumn column, ExtractRun run)
    {
        (choice, form) = (new EventChoice(column, run.Kinds), new ReferenceForm(column.As!));
        each = form.Room / (ulong)run.People;
        scramble = new Scramble(run.Seed, $"event/{layout.Register}/{column.As}", each * (ulong)run.People);
    }

    public override void Write(ExtractRow row, RowBuffer into)
    {
        int at = choice.Find(row);
        if (at < 0) return;
        if ((ulong)at >= each) throw new InvalidOperationException($"A life has more than {each} events: the pattern of its references has no room for them.");
        form.Write(scramble.Of(((ulong)row.Life.Person * each) + (ulong)at), CivilDay.Of(row.Life.Events[at].Day).Year, into);
    }
}

/// <summary>A reference that the events of one case share, and no other event of the register.</summary>
sealed class CaseReferenceWriting : ColumnWriter
{
    private readonly ReferenceForm form;
    private readonly Scramble scramble;
    private readonly ulong each;

    public CaseReferenceWriting(ExtractLayout layout, ExtractColumn column, ExtractRun run)
    {
        form = new ReferenceForm(column.As!);
        each = form.Room / (ulong)run.People;
        scramble = new Scramble(run.Seed, $"case/{layout.Register}/{column.As}", each * (ulong)run.People);
    }

    public override void Write(ExtractRow row, RowBuffer into)
    {
        if (row.Event.Case < 0) return;
        if ((ulong)row.Event.Case >= each) throw new InvalidOperationException($"A life has more than {each} cases: the pattern of their references has no room for them.");
        int first = row.Cases.Of(row.Event.Case)[0];
        form.Write(scramble.Of(((ulong)row.Life.Person * each) + (ulong)row.Event.Case), CivilDay.Of(row.Life.Events[first].Day).Year, into);
    }
}
