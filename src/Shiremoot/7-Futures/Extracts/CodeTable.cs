using System.Text;

namespace Shiremoot.Futures.Extracts;

/// <summary>The code of each entry of a list, ready to be written.</summary>
static class CodeTable
{
    /// <summary>Without codes an entry's id is its code.</summary>
    public static byte[][] Of(ExtractColumn column, IReadOnlyList<string> ids) =>
        [.. ids.Select(id => Encoding.UTF8.GetBytes(CodeOf(column, id) ?? throw new InvalidOperationException($"'{id}' has no code under '{column.Header}'.")))];

    /// <summary>Entries that the column's codes leave out though they may come.</summary>
    public static IEnumerable<string> Lacking(ExtractColumn column, IEnumerable<string> ids) => ids.Where(id => CodeOf(column, id) is null);

    // The kinds that cannot stand in the column need no code.
    private static string? CodeOf(ExtractColumn column, string id)
    {
        if (column.Codes.Count == 0) return id;
        foreach ((string known, string code) in column.Codes)
            if (known == id) return code;
        return column.Otherwise ?? (column.Value == ColumnValue.Kind ? "" : null);
    }
}

/// <summary>How an extract writes Home Office offence codes.</summary>
static class OffenceForms
{
    public static byte[][] Of(string? form, IReadOnlyList<string> codes) => [.. codes.Select(code => Encoding.UTF8.GetBytes(form switch
    {
        "001/01" => $"{code[..3]}/{code[3..]}",
        "1/1" => $"{int.Parse(code.AsSpan(0, 3))}/{int.Parse(code.AsSpan(3))}",
        _ => code,
    }))];
}
