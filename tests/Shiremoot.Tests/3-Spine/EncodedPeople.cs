using System.Globalization;
using System.IO.Compression;
using System.Text;
using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Spine;

/// <summary>People of made-up names as frequent as real ones, written down by two agencies with mistakes; and the records of them encoded.</summary>
static class EncodedPeople
{
    public const string Key = "3d0f1c5a9be247f86c1de03b5a97f8214e6bb0d5c7932fa8614d7e90b3c2a5f1", OtherKey = "PKzQ6CzN2p5B8m0b6x2vYt1n3l7k9h4fVqWeRtYuIoA=";

    public const string Model = """
        id: clear
        record_id: reference
        record_source: agency
        fields:
          forename: name
          surname: name
          born: date
          postcode: postcode
          pnc: identifier
        block:
          - pnc
          - born, forename:first, surname:first
          - born, postcode:outcode
          - surname:full, postcode
          - born:two, forename:full, surname:sound
        kin: [{ name: family, when: "same(surname) and same(postcode)" }]
        compare:
          - fields: [forename, surname]
          - field: born
          - field: postcode
          - name: pnc
            levels: [ { when: same(pnc) }, { when: else } ]
        """;

    /// <summary>The records and, row by row, who each is of. About 2.2 for each person; one in twenty-five has a twin at home.</summary>
    public static (string Csv, string[] Names, int[] Truth) Make(int people, int seed = 7)
    {
        Random chance = new(seed);
        Weighted forenames = new("forenames.csv.gz", 0, 5), surnames = new("surnames.csv.gz", 0, 3);
        StringBuilder csv = new("agency,reference,forename,surname,born,postcode,pnc\n");
        List<int> truth = [];
        List<string> names = [];
        (string Forename, string Surname, DateOnly Born, string Home) last = default;
        for (int person = 0; person < people; person++)
        {
            bool isTwin = person % 50 == 49;
            var one = isTwin ? last with { Forename = forenames.Draw(chance) } : (Forename: forenames.Draw(chance), Surname: surnames.Draw(chance), Born: new DateOnly(1950, 1, 1).AddDays(chance.Next(20_000)), Home: Postcode(chance));
            last = one;
            string pnc = chance.Next(10) < 6 ? $"PNC{person:000000}X" : "";
            for (int record = 0; record < 1 + (person % 2) + (chance.Next(10) < 7 ? 1 : 0); record++)
            {
                string forename = Slip(one.Forename, chance), surname = chance.Next(40) == 0 ? surnames.Draw(chance) : Slip(one.Surname, chance);
                DateOnly born = chance.Next(25) == 0 ? one.Born.AddDays(chance.Next(1, 28)) : one.Born;
                string home = chance.Next(6) == 0 ? Postcode(chance) : one.Home, number = chance.Next(4) == 0 ? "" : pnc;
                csv.Append(CultureInfo.InvariantCulture, $"{(record == 0 ? "police" : "courts")},R{truth.Count},{forename},{surname},{born:yyyy-MM-dd},{home},{number}\n");
                truth.Add(person);
                names.Add(surname);
            }
        }
        return (csv.ToString(), [.. names], [.. truth]);
    }

    public static RecordTable Read(string folder, string csv)
    {
        string file = Path.Combine(folder, "clear.csv");
        File.WriteAllText(file, csv);
        return RecordFile.Read([file], LinkModelFile.ReadText(Model, "clear.yaml").Value).Value;
    }

    /// <summary>How records are encoded as shipped, laid over with changes.</summary>
    public static RecordEncoding Encoding(Func<FilterSpec, FilterSpec>? change = null)
    {
        RecordEncoding shipped = RecordEncodingFile.Read(Path.Combine(TestData.Root, "vocabulary", "linkage", "encoding.yaml")).Value;
        return change is null ? shipped : shipped with { Filters = [.. shipped.Filters.Select(change)] };
    }

    /// <summary>Writes the encoded file and gives its lines, the first being the header.</summary>
    public static string[] Encode(RecordTable table, string file, string key = Key, RecordEncoding? encoding = null, EncodeOptions? options = null)
    {
        Outcome<EncodedRecords> written = EncodedFile.Write(table, encoding ?? Encoding(), EncodingKey.ReadText(key, "key").Value, file, options ?? new EncodeOptions { ByRow = true });
        return written.Refused(out Refusal? why, out _) ? throw new InvalidOperationException(why.ToString()) : File.ReadAllLines(file);
    }

    public static LinkModel EncodedModel => LinkModelFile.Read(Path.Combine(TestData.Root, "vocabulary", "linkage", "encoded-people.yaml")).Value;

    private static string Postcode(Random chance) => $"B{chance.Next(1, 30)} {chance.Next(1, 9)}{(char)('A' + chance.Next(20))}{(char)('A' + chance.Next(20))}";

    private static string Slip(string name, Random chance)
    {
        if (name.Length < 4 || chance.Next(15) > 0) return name;
        int at = chance.Next(1, name.Length - 1);
        return chance.Next(2) == 0 ? name.Remove(at, 1) : name[..at] + (char)('a' + chance.Next(26)) + name[(at + 1)..];
    }

    private sealed class Weighted
    {
        private readonly string[] names;
        private readonly double[] until;

        public Weighted(string file, int name, int weight)
        {
            using StreamReader reader = new(new GZipStream(File.OpenRead(Path.Combine(TestData.Root, "vocabulary", "names", file)), CompressionMode.Decompress));
            string[][] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).Take(3000)];
            names = [.. rows.Select(r => r[name])];
            until = new double[rows.Length];
            for (int n = 0; n < rows.Length; n++) until[n] = (n == 0 ? 0 : until[n - 1]) + double.Parse(rows[n][weight], CultureInfo.InvariantCulture);
        }

        public string Draw(Random chance)
        {
            int at = Array.BinarySearch(until, chance.NextDouble() * until[^1]);
            return names[at < 0 ? ~at : at];
        }
    }
}
