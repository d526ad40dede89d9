using Shiremoot.Intake;
using Shiremoot.Trust;

namespace Shiremoot.Web.Pages.Data;

/// <summary>Quarantined rows as a file for the partner they came from. Made as it is read, after the read has been written to the audit log.</summary>
internal static class QuarantineTable
{
    public static ReleaseTable Of(Receipt receipt, Purpose purpose, IEnumerable<QuarantinedFault> faults) => new(
        $"Quarantined rows of {receipt.FileName}", $"Rows that could not be taken in, for {purpose.Title.ToLowerInvariant()}", $"Taken in {receipt.TakenInAt}", $"Load {receipt.Load} of feed {receipt.Feed}",
        receipt.Origin, "Not protected: rows as they were sent, which may hold people's details. Only for the partner they came from",
        [new("Line", ReleaseKind.Rate), new("Column", ReleaseKind.Text), new("Value", ReleaseKind.Text), new("Reason", ReleaseKind.Text), new("What to do", ReleaseKind.Text), new("Row", ReleaseKind.Text)],
        faults.Select(f => (IReadOnlyList<ReleaseCell>)
            [ReleaseCell.NotOfPeople(f.Line), ReleaseCell.Of(f.Column), ReleaseCell.Of(f.Value), ReleaseCell.Of(f.Reason), ReleaseCell.Of(f.Hint), ReleaseCell.Of(f.RowText)]));
}
