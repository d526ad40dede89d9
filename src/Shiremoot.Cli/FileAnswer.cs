using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>What a verb that reads one table answers: its result as text or one document, and if asked as a table in a file.</summary>
static class FileAnswer
{
    /// <summary>Answers a question to a file; nothing is worked out where the table could not be written or would take the place of what is read.</summary>
    /// <param name="read">The files that are read.</param>
    /// <param name="to">The file to write the table to; null for none.</param>
    /// <param name="json">One JSON document in place of text.</param>
    /// <param name="of">Works the result out.</param>
    /// <param name="table">The result as a table.</param>
    /// <param name="document">The result as a document.</param>
    /// <param name="say">Says the result in text.</param>
    public static int Give<T>(IEnumerable<string?> read, string? to, bool json, Func<Outcome<T>> of, Func<T, ReleaseTable> table, Func<T, object> document, Action<T> say)
    {
        if (FileOut.Refuse([("--out", to)], read) is { } unwritable) return Door.Refuse(unwritable, json);
        if (of().Refused(out Refusal? why, out T? result)) return Door.Refuse(why, json);
        if (to is not null && FileOut.WriteTable(table(result), to).Refused(out why, out _)) return Door.Refuse(why, json);
        if (json) Door.Print(document(result));
        else say(result);
        return Door.Done;
    }
}
