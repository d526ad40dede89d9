namespace Shiremoot.Web.Tests.Small;

/// <summary>A small place with records to link: the same forty people at two agencies; some names mistyped, some moved house, and pairs of brothers.</summary>
public static class TwoAgencies
{
    public static SmallPlace Place()
    {
        SmallPlace place = SmallPlace.Bare();
        Feed(place, "police", "PA");
        Feed(place, "probation", "PB");
        return place;
    }

    private static void Feed(SmallPlace place, string agency, string prefix)
    {
        place.Write($"feeds/{agency}.yaml", $$"""
            id: {{agency}}
            title: People of the {{agency}}
            source: Made up for this test
            origin: generated
            agreement: none needed
            agency: {{agency}}
            file: {{agency}}.csv
            columns:
              ref: { type: id, required: true }
              forename: {}
              surname: {}
              born: { type: date, formats: [yyyy-MM-dd] }
              postcode: {}
            key: [ref]
            record: { person: ref, forename: forename, surname: surname, birth_date: born, postcode: postcode }
            """);
        string[] forenames = ["Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal"], surnames = ["Lee", "Ray", "Fox", "Day", "Roe"];
        place.Write($"{agency}.csv", "ref,forename,surname,born,postcode\n" + string.Concat(Enumerable.Range(0, 40).Select(n =>
        {
            bool isOther = agency == "probation";
            string forename = isOther && n % 9 == 0 ? forenames[(n + 1) % 8] : forenames[n % 8], surname = isOther && n % 7 == 0 ? surnames[n / 8] + "s" : surnames[n / 8];
            return $"{prefix}{n},{forename},{surname},{1970 + n}-0{1 + (n % 9)}-1{n % 9},B{1 + (isOther && n % 5 == 0 ? n + 40 : n)} 1AA\n";
        })));
    }
}
