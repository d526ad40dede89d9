namespace Shiremoot.Futures.Extracts;

/// <summary>The first line of an extract.</summary>
static class HeaderLine
{
    public static string Of(ExtractLayout layout) =>
        string.Join(layout.Delimiter, layout.Columns.Select(c => layout.QuoteAll ? Always(c.Header) : Quoted(c.Header, layout.Delimiter)));

    /// <summary>A text with quotes if it needs them (RFC 4180).</summary>
    public static string Quoted(string text, char delimiter = ',') => text.AsSpan().IndexOfAny("\"\r\n") >= 0 || text.Contains(delimiter) ? Always(text) : text;

    private static string Always(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
