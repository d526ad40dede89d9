using Shiremoot.Spine;

namespace Shiremoot.Tests.Spine;

/// <summary>A few records of made-up people, and a model whose numbers are written, not learned: what joins can be worked out by hand.</summary>
static class SmallRecords
{
    public static readonly LinkModel Model = LinkModelFile.ReadText("""
        id: small
        title: Small
        fields: { forename: name, surname: name, born: date, postcode: postcode, pnc: identifier }
        block: [ "surname", "born", "pnc" ]
        prior: 0.001
        threshold: 0
        compare:
          - { name: forename, levels: [ { when: same(forename), m: 0.9, u: 0.01 }, { when: else, m: 0.1, u: 0.99 } ] }
          - { name: surname, levels: [ { when: same(surname), m: 0.9, u: 0.01 }, { when: else, m: 0.1, u: 0.99 } ] }
          - { name: born, levels: [ { when: same(born), m: 0.95, u: 0.001 }, { when: else, m: 0.05, u: 0.999 } ] }
          - { name: postcode, levels: [ { when: same(postcode), m: 0.6, u: 0.001 }, { when: else, m: 0.4, u: 0.999 } ] }
        one_per_person: [ pnc ]
        """, "small.yaml").Value;

    /// <summary>A table of records written a line each: agency reference | forename | surname | born | postcode | number.</summary>
    public static RecordTable Table(string lines)
    {
        RecordBuilding building = new(Model);
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            string[] name = cells[0].Split(' ');
            building.Begin(System.Text.Encoding.UTF8.GetBytes(name[1]), building.Source(name[0]));
            for (int f = 1; f < cells.Length; f++) building.Offer(f - 1, System.Text.Encoding.UTF8.GetBytes(cells[f]));
        }
        return building.Finish("the test").Value;
    }

    public static Linked Link(string lines, DecidedPairs? decided = null)
    {
        RecordTable table = Table(lines);
        return Linking.Link(table, Model, new LinkOptions { Threads = 1, Forced = decided?.Forced ?? [], Forbidden = decided?.Forbidden ?? [] }).Value;
    }

    /// <summary>The number of a record named "agency reference".</summary>
    public static int Row(this RecordTable table, string name) => table.Find(name.Split(' ')[1], table.SourceNames.ToList().IndexOf(name.Split(' ')[0]));

    public static RecordName Name(string name) => new(name.Split(' ')[0], name.Split(' ')[1]);
}
