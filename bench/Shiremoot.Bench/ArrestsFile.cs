using System.Globalization;
using System.Text;

namespace Shiremoot.Bench;

/// <summary>A made-up extract of arrests: 20 columns, any number of rows, the same bytes each time. No such people exist.</summary>
static class ArrestsFile
{
    private const string Header = "arrest_id,person_ref,forename,surname,date_of_birth,sex,ethnicity,postcode,pnc,cro,arrest_date,arrest_time,offence_code,offence_text,force,station,age,amount,outcome,outcome_date";
    private static readonly string[] Forenames = ["Ann", "John", "Mary", "Zoë", "Ali", "Wei", "Sam", "Olu"];
    private static readonly string[] Surnames = ["Smith", "Jones", "Khan", "O'Neill", "Brown", "Patel"];
    private static readonly string[] Ethnicities = ["W1", "W2", "A1", "B1", "M1"];
    private static readonly string[] Outcomes = ["charge", "caution", "nfa"];

    public static void Write(string path, int rows)
    {
        using StreamWriter file = new(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write(Header + "\n");
        for (int i = 0; i < rows; i++) file.Write(Row(i, rows));
    }

    private static string Row(int i, int rows)
    {
        uint mixed = Mixed((uint)i);
        int month = 1 + (i % 12), day = 1 + (i % 28), year = 1950 + (int)(mixed % 50);
        return string.Create(CultureInfo.InvariantCulture,
            $"A{i:00000000},P{mixed % (uint)Math.Max(1, rows / 3):0000000},{Forenames[i % 8]},{Surnames[i % 6]},{year}-{month:00}-{day:00},{(i % 7 == 0 ? 'F' : 'M')},{Ethnicities[i % 5]},B{(i % 45) + 1} {(i % 9) + 1}AB,"
            + $"{2000 + (i % 20)}/{i % 9999999:0000000}K,{i % 999999:000000}/{i % 99:00}H,{day:00}/{month:00}/{2010 + (i % 12)},{i % 24:00}:{i % 60:00},{i % 180:000}{i % 99:00},\"Theft, from shop {i % 50}\",West Midlands,Station {i % 40},"
            + $"{10 + (i % 70)},{i * 37L % 100000 / 100.0:0.00},{Outcomes[i % 3]},{2022 + (i % 2)}-{month:00}-{day:00}\n");
    }

    // A fixed scrambling of the row's number (Wellons, lowbias32), so that the file needs no seed and no state.
    private static uint Mixed(uint x)
    {
        unchecked
        {
            x = (x ^ (x >> 16)) * 0x7feb352dU;
            x = (x ^ (x >> 15)) * 0x846ca68bU;
            return x ^ (x >> 16);
        }
    }

    public static void WritePlace(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "feeds"));
        File.WriteAllText(Path.Combine(folder, "place.yaml"), """
            id: bench
            title: Benchmark
            areas: [{ code: E23000014, name: West Midlands, kind: police-force }]
            period: { from: 2010-01-01, until: 2024-01-01 }
            """);
        File.WriteAllText(Path.Combine(folder, "feeds", "arrests.yaml"), """
            id: arrests
            title: Arrests
            source: Made up for the benchmark
            origin: generated
            agency: police
            file: arrests.csv
            columns:
              arrest_id: { type: id, required: true, length: 9 }
              person_ref: { type: id, required: true, length: 8 }
              forename: { required: true }
              surname: { required: true }
              date_of_birth: { type: date, formats: [yyyy-MM-dd], required: true }
              sex: { type: code, codes: { M: male, F: female } }
              ethnicity: { type: code, codes: [W1, W2, A1, B1, M1] }
              postcode: { required: true }
              pnc: { type: id, length: 13 }
              cro: { type: id, length: 10 }
              arrest_date: { type: date, formats: [dd/MM/yyyy], required: true }
              arrest_time: { type: time, formats: ["HH:mm"] }
              offence_code: { type: id, length: 5 }
              age: { type: whole, min: 0, max: 120 }
              amount: { type: number, min: 0 }
              outcome: { type: code, codes: [charge, caution, nfa] }
              outcome_date: { type: date, formats: [yyyy-MM-dd] }
            events:
              - kind: arrest
                person: person_ref
                start: arrest_date
                offence: offence_code
                disposal: outcome
                amount: amount
                reference: arrest_id
                area: force
                provider: station
                attributes: [forename, surname, date_of_birth, sex, ethnicity, postcode, pnc, cro, arrest_time, offence_text, age, outcome_date]
            """);
    }
}
