using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>The source records of a place as a table to be linked: each agency is a source, its references are the ids.</summary>
public static class PlaceRecords
{
    /// <summary>A field of the model that no extract has is empty for every record.</summary>
    public static Outcome<RecordTable> Read(SourceRecords records, LinkModel model)
    {
        RecordBuilding building = new(model);
        int[][] from = [.. model.Fields.Select(f => f.From.Select(name => Place(records.Fields, name)).Where(p => p >= 0).ToArray())];
        for (int r = 0; r < records.Count; r++)
        {
            building.Begin(records.ReferenceOf(r), building.Source(records.Agencies[records.AgencyOf(r)]));
            for (int f = 0; f < from.Length; f++)
                foreach (int source in from[f])
                    for (int which = 0; which < records.ValuesOf(source, r); which++) building.Offer(f, records.ValueOf(source, r, which));
        }
        return building.Finish("the place");
    }

    private static int Place(IReadOnlyList<string> names, string name)
    {
        for (int n = 0; n < names.Count; n++)
            if (string.Equals(names[n], name, StringComparison.OrdinalIgnoreCase)) return n;
        return -1;
    }
}
