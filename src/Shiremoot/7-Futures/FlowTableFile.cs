using Shiremoot.Futures.Forecasting;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads a file of quarterly flows: a row a quarter, a column a series.</summary>
public static class FlowTableFile
{
    /// <summary>Reads a table; refused with every fault of its cells, each with its line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">What its columns are; null: every column of numbers is a series by itself.</param>
    public static Outcome<FlowTable> Read(string path, FlowModel? model)
    {
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader) return FlowRows.Of(Path.GetFileName(path), reader).Then(rows => rows.ToTable(model));
    }
}
