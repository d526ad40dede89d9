using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Extracts;

/// <summary>The local authority of the home that was written down, by code; nothing where no home was.</summary>
sealed class HomeAreaWriting(Whereabouts where) : ColumnWriter
{
    private readonly byte[][] codes = [.. where.Districts.Select(Encoding.UTF8.GetBytes)];

    public override void Write(ExtractRow row, RowBuffer into)
    {
        if (row.Person.HomeDistrict >= 0) into.Bytes(codes[row.Person.HomeDistrict]);
    }
}

/// <summary>The local authority in which it happened, by code: that of the person's true home for so many, elsewhere in the place for the rest.</summary>
sealed class EventAreaWriting(Whereabouts where, double nearHome) : ColumnWriter
{
    private readonly byte[][] codes = [.. where.Districts.Select(Encoding.UTF8.GetBytes)];

    public override void Write(ExtractRow row, RowBuffer into)
    {
        Chance chance = new(row.Drawn, (ulong)row.Life.Person, ExtractChances.Where);
        into.Bytes(codes[chance.Happens(nearHome) ? row.Home : where.Somewhere(ref chance)]);
    }
}

/// <summary>The site where someone is held.</summary>
sealed class EstablishmentWriting : ColumnWriter
{
    private readonly byte[][] names;
    private readonly SiteTables tables;

    public EstablishmentWriting(Whereabouts where, double scaleKilometres, int from, int until)
    {
        names = [.. where.Sites.Select(Encoding.UTF8.GetBytes)];
        tables = where.Held(scaleKilometres, CivilDay.Of(from).Year, CivilDay.Of(until).Year);
    }

    public override void Write(ExtractRow row, RowBuffer into)
    {
        Chance chance = new(row.Drawn, (ulong)row.Life.Person, ExtractChances.Held);
        int site = tables.Draw(row.Home, CivilDay.Of(row.Event.Day).Year, CivilDay.Age(row.Life.BirthDay, row.Event.Day), row.Life.IsFemale, ref chance);
        if (site >= 0) into.Bytes(names[site]);
    }
}
