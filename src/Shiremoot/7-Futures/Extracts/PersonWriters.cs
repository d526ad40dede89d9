using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Extracts;

/// <summary>The person's reference at the register.</summary>
sealed class ReferenceWriting(ReferenceForm form) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into) => form.Write(row.Reference, 0, into);
}

/// <summary>Birth date as written down. Systems do not take a birth date after what is recorded of the person: such a slip is left blank.</summary>
sealed class BirthWriting(DateForm form) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        int first = row.Event.Day;
        if (row.Cases.Of(row.Event.Case) is [int at, ..]) first = Math.Min(first, row.Life.Events[at].Day);
        if (row.Person.BirthDay != Days.Unknown && row.Person.BirthDay <= first) into.Moment(form, row.Person.BirthDay, 0);
    }
}

/// <summary>Sex as written down.</summary>
sealed class SexWriting(byte[][] codes) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        if (row.Person.Sex >= 0) into.Bytes(codes[row.Person.Sex]);
    }
}

/// <summary>Ethnicity as written down.</summary>
sealed class EthnicityWriting(byte[][] codes) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        if (row.Person.Ethnicity >= 0) into.Bytes(codes[row.Person.Ethnicity]);
    }
}

/// <summary>A name, or another name they have given, in one field.</summary>
sealed class NameWriting(NameForm form, bool isAlias) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        ref WrittenPerson person = ref row.Person;
        if (isAlias) form.Write(person.AliasForename, "", person.AliasSurname, into);
        else form.Write(person.Forename, person.MiddleName, person.Surname, into);
    }
}

/// <summary>One text of the written person, as it is or cut as the extract cuts it.</summary>
sealed class PersonTextWriting(ColumnValue value, string? written) : ColumnWriter
{
    public override void Write(ExtractRow row, RowBuffer into)
    {
        string text = TextOf(ref row.Person);
        if (string.IsNullOrEmpty(text)) return;
        switch (written)
        {
            case null: into.Text(text); break;
            case "UPPER": into.Upper(text); break;
            case "initial": Initial(text, into); break;
            case "spaceless": Spaceless(text, into); break;
            default: Outward(text, into); break;
        }
    }

    private string TextOf(ref WrittenPerson person) => value switch
    {
        ColumnValue.Forename => person.Forename,
        ColumnValue.MiddleName => person.MiddleName,
        ColumnValue.Surname => person.Surname,
        ColumnValue.Postcode => person.Postcode,
        ColumnValue.Address => person.Address,
        ColumnValue.Pnc => person.Pnc,
        ColumnValue.Cro => person.Cro,
        ColumnValue.PrisonNumber => person.PrisonNumber,
        ColumnValue.Crn => person.Crn,
        ColumnValue.NhsNumber => person.NhsNumber,
        ColumnValue.Upn => person.Upn,
        ColumnValue.Nino => person.Nino,
        _ => throw new InvalidOperationException($"{value} is no text of a person."),
    };

    private static void Initial(string text, RowBuffer into)
    {
        Rune.DecodeFromUtf16(text, out Rune first, out _);
        Span<byte> letter = stackalloc byte[4];
        into.Bytes(letter[..Rune.ToUpperInvariant(first).EncodeToUtf8(letter)]);
    }

    private static void Spaceless(string text, RowBuffer into)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune letter in text.EnumerateRunes())
        {
            if (letter.Value == ' ') continue;
            into.Bytes(bytes[..letter.EncodeToUtf8(bytes)]);
        }
    }

    private static void Outward(string text, RowBuffer into)
    {
        int space = text.IndexOf(' ');
        if (space > 0) into.Text(text[..space]);
        else into.Text(text);
    }
}
