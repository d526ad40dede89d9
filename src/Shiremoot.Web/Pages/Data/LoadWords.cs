using System.Globalization;
using NodaTime.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Data;

/// <summary>Words for what became of a file.</summary>
internal static class LoadWords
{
    public static string Status(LoadStatus status) => status switch
    {
        LoadStatus.Active => "In use",
        LoadStatus.Replaced => "Replaced by a later file",
        LoadStatus.Refused => "Refused",
        _ => "Forgotten: its rows are deleted",
    };

    /// <summary>5 January 2026, 09:00; the time is of the zone of Greenwich, as it is kept.</summary>
    public static string When(string takenInAt) => OffsetDateTimePattern.ExtendedIso.Parse(takenInAt) is { Success: true } read ? When(read.Value.ToInstant()) : takenInAt;

    public static string When(NodaTime.Instant instant) => instant.ToString("d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture);

    public static string Rows(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    public static string Delivery(Delivery delivery) => delivery switch
    {
        Intake.Delivery.Whole => "Each file is the whole: it replaces the one before",
        Intake.Delivery.Period => "Each file covers a period and replaces the earlier file of that period",
        _ => "Each file adds to what is there",
    };

    public static string Origin(Origin origin) => origin switch
    {
        Terms.Origin.Published => "Published",
        Terms.Origin.Real => "Real records",
        _ => "Generated",
    };

    public static string Href(long load) => string.Create(CultureInfo.InvariantCulture, $"/data/loads/{load}");
}
