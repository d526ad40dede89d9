namespace Shiremoot.Spine.Comparing;

/// <summary>
/// 1 if one of the names a record also goes by is the forename and surname of the other, or one it also goes by; 0 if none fits or none is noted. Of the names in the list the last word
/// is the surname and the first the forename.
/// </summary>
sealed class AlsoKnownMeasure : Measure
{
    private readonly FieldCells aliases, forename, surname;
    private readonly int[] forenames, surnames;

    public AlsoKnownMeasure(FieldCells aliases, FieldCells forename, FieldCells surname)
    {
        (this.aliases, this.forename, this.surname) = (aliases, forename, surname);
        ValueTable table = aliases.Column.Table;
        (forenames, surnames) = (new int[table.Count + 1], new int[table.Count + 1]);
        for (int v = 1; v <= table.Count; v++)
        {
            ReadOnlySpan<byte> alias = table[v];
            int first = alias.IndexOf((byte)' '), last = alias.LastIndexOf((byte)' ');
            if (first < 0) continue;
            (forenames[v], surnames[v]) = (forename.Column.Table.Find(alias[..first]), surname.Column.Table.Find(alias[(last + 1)..]));
        }
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ReadOnlySpan<int> these = aliases.Of(a), those = aliases.Of(b);
        return Fits(these, b) || Fits(those, a) || (!these.IsEmpty && these.ContainsAny(those)) ? 1 : 0;
    }

    private bool Fits(ReadOnlySpan<int> own, ReadOnlySpan<int> other)
    {
        foreach (int alias in own)
            if (forenames[alias] != 0 && surnames[alias] != 0 && forename.Of(other).Contains(forenames[alias]) && surname.Of(other).Contains(surnames[alias])) return true;
        return false;
    }
}
