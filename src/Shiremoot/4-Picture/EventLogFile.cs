using Shiremoot.Intake;
using Shiremoot.Picture.EventLogs;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Which columns (of XES: keys) of a file say case, activity and time, and how times are written.</summary>
public sealed record EventLogForm
{
    /// <summary>The column of the case; of XES the key of a trace, concept:name unless said otherwise.</summary>
    public string? Case { get; init; }

    /// <summary>The column of the activity; of XES concept:name.</summary>
    public string? Activity { get; init; }

    /// <summary>The column of the time; of XES time:timestamp.</summary>
    public string? Time { get; init; }

    /// <summary>Patterns of times in the order they are tried; ISO 8601 if there are none.</summary>
    public IReadOnlyList<string> TimeFormats { get; init; } = [];
}

/// <summary>Reads the events of a file: any tabular file, plain or packed, or an event log in XES.</summary>
public static class EventLogFile
{
    private const string XesName = "concept:name", XesTime = "time:timestamp", OfCase = "case:";

    /// <summary>Reads a file whole. Rows without case, activity or a time that can be read are left out and counted; refused if none is left.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">Where things stand in it.</param>
    /// <param name="progress">Told what is done, how much of it and of how much.</param>
    public static Outcome<EventLog> Read(string path, EventLogForm form, Action<string, long, long>? progress = null)
    {
        if (MomentReading.By(form.TimeFormats).Refused(out Refusal? why, out MomentReading? moments)) return why;
        EventLogBuilding building = new(Path.GetFileName(path), moments);
        return XesReader.Fits(path) ? Xes(path, form, building, progress) : Table(path, form, building, progress);
    }

    private static Outcome<EventLog> Table(string path, EventLogForm form, EventLogBuilding building, Action<string, long, long>? progress)
    {
        string name = Path.GetFileName(path);
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            if (reader.Headers.Count == 0) return building.Finish([]);
            int[] columns = new int[3];
            foreach ((int i, string option, string? column) in (ReadOnlySpan<(int, string, string?)>)[(0, "--case", form.Case), (1, "--activity", form.Activity), (2, "--time", form.Time)])
            {
                if (column is null) return EventLogRefusals.ColumnNotNamed(name, option, reader.Headers);
                columns[i] = ColumnOf(reader.Headers, column);
                if (columns[i] < 0) return EventLogRefusals.NoSuchColumn(name, option, column, reader.Headers);
            }
            while (reader.Read())
            {
                if (reader.IsBad) building.LeaveOut($"a fault of form ({reader.Fault.Reason})", reader.Line);
                else building.Add(reader.Line, reader.Field(columns[0]), reader.Field(columns[1]), reader.Field(columns[2]));
                if (building.Count == EventLogBuilding.MostEvents) return EventLogRefusals.TooManyEvents(name, EventLogBuilding.MostEvents);
                if ((reader.Rows & 0xFFFF) == 0) progress?.Invoke("reading events", reader.BytesRead, reader.BytesTotal ?? 0);
            }
            return reader.Stopped is { } stopped ? EventLogRefusals.Stopped(name, stopped) : building.Finish(reader.Notes);
        }
    }

    private static Outcome<EventLog> Xes(string path, EventLogForm form, EventLogBuilding building, Action<string, long, long>? progress)
    {
        string name = Path.GetFileName(path), caseKey = form.Case ?? XesName;
        if (caseKey.StartsWith(OfCase, StringComparison.Ordinal)) caseKey = caseKey[OfCase.Length..]; // as tables made from XES name it
        if (XesReader.Open(path, caseKey, form.Activity ?? XesName, form.Time ?? XesTime).Refused(out Refusal? why, out XesReader? reader)) return why;
        using (reader)
        {
            for (long rows = 1; reader.Read(); rows++)
            {
                building.Add(reader.Line, reader.Case, reader.Activity, reader.Time);
                if (building.Count == EventLogBuilding.MostEvents) return EventLogRefusals.TooManyEvents(name, EventLogBuilding.MostEvents);
                if ((rows & 0xFFFF) == 0) progress?.Invoke("reading events", reader.BytesRead, reader.BytesTotal);
            }
            return reader.Stopped is { } stopped ? EventLogRefusals.Stopped(name, stopped) : building.Finish(["XES"]);
        }
    }

    private static int ColumnOf(IReadOnlyList<string> headers, string name)
    {
        for (int pass = 0; pass < 2; pass++)
            for (int c = 0; c < headers.Count; c++)
                if (string.Equals(headers[c], name, pass == 0 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)) return c;
        return -1;
    }
}
