using System.Buffers.Text;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// 1 if a PNC and a CRO identifier of two records bear the same number, or two PNC identifiers the same year and number but for its first digit; 0 if they do not. A full CRO record often
/// has the serial of the PNC with another year, and a first digit is at times lost (1900/0054321R and 054321/12U; 1999/0054321R and 1999/9954321R). As HMPPS compares them.
/// </summary>
sealed class SameNumberMeasure : Measure
{
    private const int PncLength = 13, CroSerial = 6;
    private readonly FieldCells pnc, cro;
    private readonly int[] serialOfPnc, serialOfCro;

    public SameNumberMeasure(FieldCells pnc, FieldCells cro)
    {
        (this.pnc, this.cro) = (pnc, cro);
        serialOfPnc = Serials(pnc.Column.Table, v => v.Length == PncLength ? v[6..12] : default);
        serialOfCro = Serials(cro.Column.Table, v => v.Length > CroSerial && v[CroSerial] == (byte)'/' ? v[..CroSerial] : default);
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float found = Math.Max(Shared(a, b), Shared(b, a));
        foreach (int x in pnc.Of(a))
            foreach (int y in pnc.Of(b)) found = Math.Max(found, IsNear(pnc.Column.Table[x], pnc.Column.Table[y]) ? 1 : 0);
        return found < 0 ? float.NaN : found;
    }

    // 1, 0, or less than 0 where there is no number to set against another.
    private float Shared(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float found = -1;
        foreach (int x in pnc.Of(a))
            foreach (int y in cro.Of(b)) found = Math.Max(found, serialOfPnc[x] != 0 && serialOfPnc[x] == serialOfCro[y] ? 1 : 0);
        return found;
    }

    private static bool IsNear(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length == PncLength && other.Length == PncLength && one[..5].SequenceEqual(other[..5]) && one[7..].SequenceEqual(other[7..]);

    private static int[] Serials(ValueTable table, Func<ReadOnlySpan<byte>, ReadOnlySpan<byte>> part)
    {
        int[] serials = new int[table.Count + 1];
        for (int v = 1; v <= table.Count; v++) serials[v] = Utf8Parser.TryParse(part(table[v]), out int serial, out _) ? serial : 0;
        return serials;
    }
}
