using System.Text.Encodings.Web;
using System.Text.Json;
using Shiremoot.Cli.Verbs;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>Prints what a run did as one JSON document: the files and every measure.</summary>
static class RunJson
{
    public static void Print(Shire shire, IReadOnlyList<TakenIn> taken, IReadOnlyList<DrawnMeasure> drawn)
    {
        using Stream output = Console.OpenStandardOutput();
        using (Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("place", shire.Place.Id);
            json.WriteString("title", shire.Place.Title);
            json.WriteString("disclosure", shire.Disclosure.Name);
            json.WritePropertyName("files");
            JsonSerializer.Serialize(json, taken.Select(RunDocument), Door.Json);
            json.WritePropertyName("measures");
            DrawnJson.WriteAll(json, drawn);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    // A run twice over the same files gives the same document: what differs from run to run (times, load numbers) is left to the receipts.
    private static object RunDocument(TakenIn one) => one.IsAwaited
        ? new { feed = one.Feed.Id, awaited = true }
        : one.Outcome.Refused(out Terms.Refusal? why, out Intake.Receipt? receipt)
        ? new { feed = one.Feed.Id, file = Path.GetFileName(one.File), refused = why.ToString() }
        : new { feed = one.Feed.Id, file = Path.GetFileName(one.File), origin_says = receipt.Origin.Says(), rows_in = receipt.RowsIn, rows_accepted = receipt.RowsAccepted, rows_quarantined = receipt.RowsQuarantined, sha256 = receipt.FileHash };
}
