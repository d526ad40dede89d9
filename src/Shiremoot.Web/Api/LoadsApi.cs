using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Api;

/// <summary>What became of one file: rows in = rows accepted + rows quarantined. Rows of a file, for the data's stewards; not for publication.</summary>
internal sealed record LoadAnswer(
    long Load, string Feed, string FeedVersion, string FileName, string FileHash, string Status, string Origin, string OriginSays, long RowsIn, long RowsAccepted, long RowsQuarantined, long RowsLeftOut,
    string TakenInAt, long Milliseconds, long? Replaces, string? Refusal, IReadOnlyList<string> Notes, IReadOnlyList<ReasonAnswer>? Reasons);

/// <summary>Why rows are in quarantine.</summary>
internal sealed record ReasonAnswer(string Reason, string? Column, string Hint, long Rows);

internal static class LoadsApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/loads", (Shire shire) => (IReadOnlyList<LoadAnswer>)[.. shire.Receipts().Select(r => Of(r, null))]).WithName("loads").WithSummary("The receipts of all files taken in or refused, the latest first.");
        v1.MapGet("/loads/{load:long}", One).Produces<LoadAnswer>().ProducesProblem(404).WithName("load").WithSummary("One receipt, with the reasons for quarantine.");
        foreach (string format in (string[])["csv", "xlsx"])
            v1.MapGet($"/loads/{{load:long}}/reasons.{format}", (Shire shire, long load) => Reasons(shire, load, format))
                .Produces(StatusCodes.Status200OK, contentType: format == "csv" ? "text/csv" : TableFile.Workbook).ProducesProblem(404).WithName($"reasons-{format}").WithSummary($"The reasons for quarantine of a file as a table ({format}).");
    }

    private static IResult One(Shire shire, long load) => shire.Receipt(load).Refused(out Refusal? why, out Receipt? receipt)
        ? why.Answer(StatusCodes.Status404NotFound)
        : Results.Json(Of(receipt, [.. shire.QuarantineReasons(load).Select(r => new ReasonAnswer(r.Reason, r.Column, r.Hint, r.Rows))]));

    private static IResult Reasons(Shire shire, long load, string format)
    {
        if (shire.Receipt(load).Refused(out Refusal? why, out Receipt? receipt)) return why.Answer(StatusCodes.Status404NotFound);
        ReleaseTable table = new($"Why rows of {receipt.FileName} are in quarantine", "Faults of rows by reason and column", $"Taken in {receipt.TakenInAt}", $"Load {load} of feed {receipt.Feed}", receipt.Origin,
            "Rows of a file, for the data's stewards; not for publication",
            [new("Reason", ReleaseKind.Text), new("Column", ReleaseKind.Text), new("What to do", ReleaseKind.Text), new("Rows", ReleaseKind.Rate)],
            shire.QuarantineReasons(load).Select(r => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(r.Reason), ReleaseCell.Of(r.Column), ReleaseCell.Of(r.Hint), ReleaseCell.NotOfPeople(r.Rows)]));
        return TableFile.Of(table, $"load-{load}-reasons", format);
    }

    private static LoadAnswer Of(Receipt r, IReadOnlyList<ReasonAnswer>? reasons) => new(
        r.Load, r.Feed, r.FeedVersion, r.FileName, r.FileHash, $"{r.Status}".ToLowerInvariant(), $"{r.Origin}".ToLowerInvariant(), r.Origin.Says(), r.RowsIn, r.RowsAccepted, r.RowsQuarantined, r.RowsLeftOut,
        r.TakenInAt, r.Milliseconds, r.Replaces, r.Refusal, r.Notes, reasons);
}
