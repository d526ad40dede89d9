using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Extracts;

/// <summary>From an entry under "columns" to a column of an extract.</summary>
static class LayoutColumns
{
    private static readonly (string Name, ColumnValue Value)[] Values =
    [
        ("reference", ColumnValue.Reference), ("forename", ColumnValue.Forename), ("middle_name", ColumnValue.MiddleName), ("surname", ColumnValue.Surname), ("name", ColumnValue.Name),
        ("alias", ColumnValue.Alias), ("birth_date", ColumnValue.BirthDate), ("sex", ColumnValue.Sex), ("ethnicity", ColumnValue.Ethnicity), ("postcode", ColumnValue.Postcode),
        ("address", ColumnValue.Address), ("pnc", ColumnValue.Pnc), ("cro", ColumnValue.Cro), ("prison_number", ColumnValue.PrisonNumber), ("crn", ColumnValue.Crn),
        ("nhs_number", ColumnValue.NhsNumber), ("upn", ColumnValue.Upn), ("nino", ColumnValue.Nino), ("kind", ColumnValue.Kind), ("day", ColumnValue.Day), ("until", ColumnValue.Until),
        ("offence", ColumnValue.Offence), ("disposal", ColumnValue.Disposal), ("amount", ColumnValue.Amount), ("days", ColumnValue.Days), ("age", ColumnValue.Age),
        ("event_reference", ColumnValue.EventReference), ("case_reference", ColumnValue.CaseReference),
        ("home_area", ColumnValue.HomeArea), ("event_area", ColumnValue.EventArea), ("establishment", ColumnValue.Establishment),
    ];

    private static readonly (string, EventPick)[] Picks = [("first", EventPick.First), ("last", EventPick.Last), ("next", EventPick.Next), ("before", EventPick.Before)];

    /// <summary>The short form is a value alone ("Surname: surname"); the long form a map.</summary>
    public static ExtractColumn Read(MapNode columns, string header, Vocabulary vocabulary)
    {
        if (string.IsNullOrWhiteSpace(header)) columns.Fault(header, "is a column without a header; give it one.");
        if (columns.IsScalar(header)) return Checked(columns, header, new ExtractColumn { Header = header, Value = columns.Choice(header, Values) });
        return columns.MapOr(header) is { } map ? ReadLong(map, header, vocabulary) : new ExtractColumn { Header = header, Value = ColumnValue.Constant, Texts = [""] };
    }

    public static void CheckKinds(MapNode map, string key, IReadOnlyList<string> kinds, Vocabulary vocabulary)
    {
        foreach (string id in kinds)
            if (!vocabulary.EventKinds.Has(id)) map.Fault(key, $"has '{id}', which is not an event kind of the vocabulary.{Spelling.Suggest(id, vocabulary.EventKinds.All.Select(k => k.Term.Id))}");
    }

    private static ExtractColumn ReadLong(MapNode map, string header, Vocabulary vocabulary)
    {
        int sources = (map.Has("value") ? 1 : 0) + (map.Has("constant") ? 1 : 0) + (map.Has("drawn") ? 1 : 0) + (map.Has("any") ? 1 : 0);
        if (sources != 1) map.Fault("value", "is one of four things a column may hold; give one of 'value', 'constant', 'drawn' and 'any'.");
        ExtractColumn[] any = [.. map.Maps("any").Select(m => ReadLong(m, header, vocabulary))];
        string? constant = map.TextOr("constant");
        ExtractColumn column = new()
        {
            Header = header,
            Value = any.Length > 0 ? ColumnValue.Any : map.Has("drawn") ? ColumnValue.Drawn : constant is not null ? ColumnValue.Constant : map.Choice("value", Values),
            As = map.TextOr("as"),
            Of = map.Texts("of"),
            Pick = map.Choice("pick", Picks),
            Codes = map.Pairs("codes"),
            Otherwise = map.TextOr("otherwise"),
            Missing = map.TextOr("missing", ""),
            Texts = constant is not null ? [constant] : map.Texts("drawn"),
            Any = any,
            NearHome = map.NumberOr("near_home") ?? 1,
            ScaleKilometres = map.NumberOr("scale_km") ?? 50,
        };
        if (map.Has("near_home") && (column.Value != ColumnValue.EventArea || column.NearHome is not (>= 0 and <= 1))) map.Fault("near_home", "is for the area of an event: a share from 0 to 1.");
        if (map.Has("scale_km") && (column.Value != ColumnValue.Establishment || !(column.ScaleKilometres > 0))) map.Fault("scale_km", "is for an establishment: kilometres above 0.");
        CheckKinds(map, "of", column.Of, vocabulary);
        CheckCodes(map, column, vocabulary);
        return Checked(map, "as", column);
    }

    private static void CheckCodes(MapNode map, ExtractColumn column, Vocabulary vocabulary)
    {
        if (column.Codes.Count == 0) return;
        IEnumerable<string>? known = column.Value switch
        {
            ColumnValue.Sex => ["male", "female"],
            ColumnValue.Ethnicity => vocabulary.Ethnicities.All.Select(e => e.Term.Id),
            ColumnValue.Kind => vocabulary.EventKinds.All.Select(k => k.Term.Id),
            ColumnValue.Disposal => vocabulary.Disposals.All.Select(d => d.Term.Id),
            _ => null,
        };
        if (known is null) map.Fault("codes", "is for sex, ethnicity, kind and disposal.");
        string[] ids = known is null ? [] : [.. known.Distinct()];
        foreach ((string id, _) in column.Codes)
            if (known is not null && !ids.Contains(id)) map.Fault("codes", $"has '{id}', which is not known here.{Spelling.Suggest(id, ids)}");
    }

    // What 'as' may say depends on the value.
    private static ExtractColumn Checked(MapNode map, string key, ExtractColumn column)
    {
        string? wrong = column.Value switch
        {
            ColumnValue.Day or ColumnValue.Until or ColumnValue.BirthDate => column.As is null ? "must say how the date is written, such as dd/MM/yyyy." : DateForm.Fault(column.As),
            ColumnValue.Name or ColumnValue.Alias => column.As is null ? "must say how the name is written, such as 'SURNAME, Forename'." : NameForm.Fault(column.As),
            ColumnValue.EventReference or ColumnValue.CaseReference => column.As is null ? "must say how the reference is written, such as 'AB########'." : ReferenceForm.Fault(column.As, mayHaveYear: true),
            ColumnValue.Forename or ColumnValue.MiddleName or ColumnValue.Surname => OneOf(column.As, "UPPER", "initial"),
            ColumnValue.Address => OneOf(column.As, "UPPER"),
            ColumnValue.Postcode => OneOf(column.As, "spaceless", "outward"),
            ColumnValue.Offence => OneOf(column.As, "00101", "001/01", "1/1"),
            _ => column.As is null ? null : "has no meaning for this value.",
        };
        if (wrong is not null) map.Fault(key, wrong);
        return column;
    }

    private static string? OneOf(string? written, params string[] choices) => written is null || choices.Contains(written) ? null : $"must be one of {string.Join(", ", choices)}.";
}
