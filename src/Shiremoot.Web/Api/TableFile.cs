using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Api;

/// <summary>A release as a file to take away.</summary>
internal static class TableFile
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Csv = "text/csv; charset=utf-8";

    /// <param name="table">What is in it.</param>
    /// <param name="name">The name of the file without its ending.</param>
    /// <param name="format">csv or xlsx.</param>
    public static IResult Of(ReleaseTable table, string name, string format)
    {
        MemoryStream file = new();
        if (format == "csv") ReleaseFiles.WriteCsv(table, file);
        else if (ReleaseFiles.WriteXlsx(table, file).Refused(out Refusal? why, out _)) return why.Answer();
        return Results.File(file.ToArray(), format == "csv" ? Csv : Workbook, $"{name}.{format}");
    }
}
