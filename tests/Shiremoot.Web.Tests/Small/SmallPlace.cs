using System.Globalization;
using System.Text;

namespace Shiremoot.Web.Tests.Small;

/// <summary>A person of a small place: sex, prior offences, and whether they came back.</summary>
public readonly record struct Person(string Sex, int Priors, bool Returned);

/// <summary>The folder of a small place on disk: real-looking records of a few made-up people, one published series, a flow, a line of spending.</summary>
public sealed class SmallPlace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("small-place").FullName;

    public string Place => Path.Combine(folder, "smallshire");

    public string Store => Path.Combine(folder, "store.db");

    /// <summary>A place with nothing but its own file.</summary>
    public static SmallPlace Bare()
    {
        SmallPlace place = new();
        place.Write("place.yaml", """
            id: smallshire
            title: Smallshire
            areas: [{ code: E23000014, name: West Midlands Police, kind: police-force }]
            period: { from: 2020-01-01, until: 2022-01-01 }
            governing: [{ type: board, title: Smallshire Board, from: 2020-01-01 }]
            disclosure: default
            """);
        return place;
    }

    /// <summary>A place with these people, and with arrests, costs and spending.</summary>
    public static SmallPlace With(IReadOnlyList<Person> people, string furtherRows = "")
    {
        SmallPlace place = Bare();
        place.Write("feeds/people.yaml", """
            id: people
            title: People of Smallshire
            source: Made up for this test
            origin: generated
            agreement: none needed
            agency: police
            file: people.csv
            columns:
              person: { from: id, type: id, required: true }
              sex: { type: code, required: true, codes: [female, male] }
              priors: { type: whole, min: 0, required: true }
              returned: { type: flag, required: true }
              day: { type: date, formats: [yyyy-MM-dd], required: true }
            key: [person]
            checks: { bad_rows_at_most: 0.5 }
            record: { person: person, sex: sex, attributes: [priors, returned] }
            events: [{ kind: arrest, person: person, start: day }]
            """);
        place.Write("people.csv", Rows(people) + furtherRows);
        place.Write("feeds/arrests.yaml", """
            id: arrests
            title: Arrests
            source: Made up for this test
            origin: published
            agreement: published
            file: arrests.csv
            columns:
              year: { type: period, required: true }
              area: { type: area, kind: police-force, required: true }
              arrests: { type: whole, min: 0 }
            key: [year, area]
            statistics: [{ series: arrests, area: area, period: year, value: arrests, unit: arrests }]
            """);
        place.Write("arrests.csv", "year,area,arrests\n2006/07,West Midlands,2000\n2007/08,West Midlands,1000\n");
        place.Write("cohorts/arrested.yaml", "id: arrested\ntitle: People arrested\nsource: Made up for this test\nindex: first(arrest)\n");
        place.Measure("people", "shows: people\ncohort: arrested\nby: [sex]");
        place.Measure("spread", "shows: concentration\ncohort: arrested\ncount: priors\nby: [sex]");
        place.Measure("returned", "shows: outcome\ncohort: arrested\noutcome: returned\nby: [sex, priors]\nmaturity: Followed for a year");
        place.Write("measures/arrests.yaml", "id: arrests\nkind: statistic\ntitle: Arrests\ndefinition: Arrests.\nseries: arrests\nvalue: count\nunit: arrests\nareas: police-force\nquestions: [Q01]\nsource: Made up for this test\nexample:\n  - { period: 2006/07, area: E23000014, gives: 2000 }\n");
        place.Write("costs/flows.yaml", "flows:\n  - { id: arrests, title: Arrests, measure: arrests, unit_cost: CR7.0, per: Per incident, note: Fits. }\nleft_out:\n  - { what: Trials, why: No series counts them. }\n");
        place.Write("costs/spend.yaml", "spend:\n  - { id: police, title: Policing, pounds: 536000000, year: 2016/17, payer: Commissioner, mark: read, source: Made up for this test, explained_by: [{ flow: arrests }], not_explained: Patrol is not counted. }\n");
        return place;
    }

    public static Person[] People(int count) => [.. Enumerable.Range(0, count).Select(i => new Person(i % 2 == 0 ? "female" : "male", i % 5, i % 3 == 0))];

    public void Write(string name, string text)
    {
        string path = Path.Combine(Place, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Measure(string id, string rest) =>
        Write($"measures/{id}-of-people.yaml", $"id: {id}\nkind: people\ntitle: Measure {id}\nsource: Made up for this test\nperiod: the year 2021\n{rest}\n");

    private static string Rows(IReadOnlyList<Person> people)
    {
        StringBuilder rows = new("id,sex,priors,returned,day\n");
        for (int i = 0; i < people.Count; i++) rows.Append(CultureInfo.InvariantCulture, $"p{i},{people[i].Sex},{people[i].Priors},{(people[i].Returned ? "yes" : "no")},2021-06-0{1 + (i % 9)}\n");
        return rows.ToString();
    }
}
