using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Forecasting;

/// <summary>What forecasting of flows refuses.</summary>
static class FlowRefusals
{
    public static Refusal FileFaults(string file, IReadOnlyList<string> faults) =>
        new("FLOW-01", $"{file} cannot be forecast: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}.", "Mend each and run again.") { Details = faults };

    public static Refusal ModelFaults(IReadOnlyList<string> faults) =>
        new("FLOW-02", $"The files of forecasts have {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}.", "Mend each.") { Details = faults };

    public static Refusal NoQuarters(string file, IEnumerable<string> columns) =>
        new("FLOW-03", $"{file} has no column of quarters.", $"Write quarters as 2018Q2 or by their last month, 2018-06, in one of its columns: {string.Join(", ", columns)}.");

    public static Refusal NoColumn(string file, string column, IEnumerable<string> columns) =>
        new("FLOW-04", $"{file} has no column '{column}', which the model names.", $"Choose among {string.Join(", ", columns)}.") { Of = RefusalOf.Name };

    public static Refusal Unsaid(string file, IReadOnlyList<string> columns) =>
        new("FLOW-05", $"The model says nothing of {string.Join(", ", columns)} in {file}.", "Add each to 'series', or to 'left_out' with the reason.");

    public static Refusal NoSeries(string file) =>
        new("FLOW-06", $"{file} has no column of numbers beside its quarters.", "Add a column a series, with a number in every row.");

    public static Refusal FewQuarters(string file, int quarters, int least) =>
        new("FLOW-07", $"{file} has {quarters} {(quarters == 1 ? "quarter" : "quarters")}; {least} are needed.", "Add earlier quarters: two years show each season twice, and a backtest needs one more to be held against.");

    public static Refusal Ahead(int ahead, int most) =>
        new("FLOW-08", string.Create(CultureInfo.InvariantCulture, $"{ahead} quarters ahead cannot be forecast."), $"Ask for 1 to {most}.") { Of = RefusalOf.Question };

    public static Refusal TooLarge(string file, string what, int most) =>
        new("FLOW-09", string.Create(CultureInfo.InvariantCulture, $"{file} has more than {most:N0} {what}."), "Split it; quarters of a system are few.");

    public static Refusal Draws(int draws, int most) =>
        new("FLOW-10", string.Create(CultureInfo.InvariantCulture, $"{draws} paths cannot be drawn."), string.Create(CultureInfo.InvariantCulture, $"Ask for 1 to {most:N0}.")) { Of = RefusalOf.Question };

    public static Refusal NoSuchModel(string id, IEnumerable<string> known) =>
        new("FLOW-11", $"There is no file '{id}' of forecasts.", $"Choose among {string.Join(", ", known)}.") { Of = RefusalOf.Name };
}
