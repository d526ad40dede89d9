using System.Buffers;
using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Extracts;

/// <summary>From the map of a layout file to a layout, with every fault of meaning reported at its line.</summary>
static class LayoutReading
{
    /// <summary>What the column that marks every row as made up must hold.</summary>
    public const string Mark = "GENERATED";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\:*?\"<>|");

    public static ExtractLayout Read(MapNode map, Vocabulary vocabulary)
    {
        MapNode? columnsMap = map.MapOr("columns");
        List<ExtractColumn> columns = columnsMap is null ? [] : [.. columnsMap.Keys.Select(header => LayoutColumns.Read(columnsMap, header, vocabulary))];
        string agency = map.Text("agency");
        _ = map.Text("source");
        MapNode? planted = map.MapOr("planted");
        ExtractLayout layout = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Agency = agency,
            Register = map.TextOr("register", agency),
            Habits = map.TextOr("habits", agency),
            File = map.Text("file"),
            Delimiter = map.Choice("delimiter", (",", ','), (";", ';'), ("tab", '\t'), ("|", '|')),
            Coding = map.Choice("encoding", ("utf-8", FileCoding.Utf8), ("utf-8-marked", FileCoding.Utf8Marked), ("windows-1252", FileCoding.Windows1252), ("utf-16", FileCoding.Utf16)),
            QuoteAll = map.Choice("quotes", ("needed", false), ("always", true)),
            LineEnd = map.Choice("line_end", ("lf", "\n"), ("crlf", "\r\n")),
            Trailer = map.TextOr("trailer"),
            PersonReference = map.Text("person_reference"),
            Rows = Rows(map.MapOr("rows"), vocabulary),
            Columns = columns,
            PlantedRate = planted?.NumberOr("rate") ?? 0,
            Faults = planted is null ? [] : [.. planted.Maps("faults").Select(f => Fault(f, columns))],
        };
        Check(map, layout, vocabulary);
        return layout;
    }

    private static void Check(MapNode map, ExtractLayout layout, Vocabulary vocabulary)
    {
        if (layout.Agency.Length > 0 && !vocabulary.Agencies.Has(layout.Agency)) map.Fault("agency", $"'{layout.Agency}' is not an agency of the vocabulary.{Spelling.Suggest(layout.Agency, vocabulary.Agencies.All.Select(a => a.Term.Id))}");
        if (!map.Has("rows")) map.Fault("rows", "is missing; say under 'kinds' which events make a row.");
        if (layout.Columns.Count == 0) map.Fault("columns", "is missing; give each header with its value.");
        else if (!layout.Columns.Any(c => c.Value == ColumnValue.Constant && c.Texts[0] == Mark)) map.Fault("columns", $"has none that is always '{Mark}'; add one such as 'record_origin: {{ constant: {Mark} }}', so that no row can be taken for a real one.");
        if (layout.Columns.All(c => c.Value != ColumnValue.Reference)) map.Fault("columns", "has none with 'value: reference'; a row must say whom it is about.");
        if (layout.File.AsSpan().ContainsAny(NotInNames) || layout.File.StartsWith('.')) map.Fault("file", "must be the name of a file, without a folder.");
        if (layout.Trailer is { } trailer && !trailer.Contains("{rows}", StringComparison.Ordinal)) map.Fault("trailer", "must hold {rows}, which stands for their number.");
        if (layout.PlantedRate is not (>= 0 and <= 0.5)) map.Fault("planted", "has a rate that is not between 0 and 0.5.");
        if (layout.PlantedRate > 0 && layout.Faults.All(f => f.IsRepeat)) map.Fault("planted", "needs at least one fault that is not a repeat: the first row has none before it.");
        if (layout.PersonReference.Length > 0 && ReferenceForm.Fault(layout.PersonReference, mayHaveYear: false) is { } wrong) map.Fault("person_reference", wrong);
    }

    private static RowRule Rows(MapNode? map, Vocabulary vocabulary)
    {
        if (map is null) return new([], null, null, [], [], RowOnce.Event);
        RowRule rule = new(
            map.Texts("kinds"), map.WholeOr("age_from"), map.WholeOr("age_under"), map.Texts("disposals"), map.Texts("in_case"),
            map.Choice("once", ("event", RowOnce.Event), ("case", RowOnce.Case), ("reference", RowOnce.Reference)));
        if (rule.Kinds.Count == 0) map.Fault("kinds", "is missing; say which events make a row.");
        LayoutColumns.CheckKinds(map, "kinds", rule.Kinds, vocabulary);
        LayoutColumns.CheckKinds(map, "in_case", rule.InCase, vocabulary);
        foreach (string id in rule.Disposals)
            if (!vocabulary.Disposals.Has(id)) map.Fault("disposals", $"has '{id}', which is not a disposal of the vocabulary.{Spelling.Suggest(id, vocabulary.Disposals.All.Select(d => d.Term.Id))}");
        if (rule.AgeUnder <= (rule.AgeFrom ?? 0)) map.Fault("age_under", "leaves no age.");
        return rule;
    }

    private static PlantedFault Fault(MapNode map, List<ExtractColumn> columns)
    {
        PlantedFault fault = new(map.Text("column"), map.TextOr("text"), map.WholeOr("day"), map.Flag("repeat"), map.Text("reason"));
        ExtractColumn? column = columns.Find(c => c.Header == fault.Column);
        if (column is null) map.Fault("column", $"'{fault.Column}' is not a column of the layout.{Spelling.Suggest(fault.Column, columns.Select(c => c.Header))}");
        if ((fault.Text is null ? 0 : 1) + (fault.Day is null ? 0 : 1) + (fault.IsRepeat ? 1 : 0) != 1) map.Fault("column", "must be spoiled in one way; give one of 'text', 'day' and 'repeat: true'.");
        if (fault.Day is not null && column is { IsDate: false }) map.Fault("day", "is for a column with a date.");
        return fault;
    }
}
