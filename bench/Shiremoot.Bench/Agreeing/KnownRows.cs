using System.Globalization;

namespace Shiremoot.Bench.Agreeing;

/// <summary>Files with published answers, laid beside what is asked of them.</summary>
static class KnownRows
{
    // Deaths and others, vaccinated and not: R gives its own copy of the same 13 trials (Colditz and others, 1994).
    private static readonly int[][] Vaccine =
    [
        [4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619], [33, 5036, 47, 5761], [180, 1361, 372, 1079], [8, 2537, 10, 619],
        [505, 87886, 499, 87892], [29, 7470, 45, 7232], [17, 1699, 65, 1600], [186, 50448, 141, 27197], [5, 2493, 3, 2338], [27, 16886, 29, 17825],
    ];

    public static IEnumerable<SetAsked> Write(string data, string folder)
    {
        string Published(string file) => Path.Combine(data, file.Replace('/', Path.DirectorySeparatorChar));
        File.Copy(Published("evaluation-benchmarks/matchit_lalonde.csv"), Path.Combine(folder, "lalonde.csv"));
        yield return new("lalonde", SetAsked.Compared, "lalonde.csv") { Treated = "treat", Outcome = "re78", MadeAlike = "age educ race married nodegree re74 re75", Exact = "race married" };

        string[][] men = [.. File.ReadLines(Published("classic-criminal-justice/cardata_rossi.csv")).Select(l => l.Split(','))];
        File.WriteAllLines(Path.Combine(folder, "rossi.csv"), Men(men));
        SetAsked rossi = new("rossi", SetAsked.Followed, "rossi.csv") { Time = "week", Event = "arrest", Ending = "ending", Causes = "working idle", By = "fin", Covariates = "fin age race wexp mar paro prio", At = "10 20 30 40 52" };
        yield return rossi;
        yield return rossi with { Set = "rossi, strata", Ending = "", Causes = "", By = "educ", Strata = "wexp", Covariates = "fin age mar prio" };
        File.WriteAllLines(Path.Combine(folder, "rossi-weeks.csv"), Weeks(men));
        yield return new("rossi, by weeks", SetAsked.Followed, "rossi-weeks.csv") { Time = "week", Entry = "from", Event = "arrest", By = "fin", Cluster = "man", Covariates = "fin age race wexp mar paro prio employed", At = "10 20 30 40 52" };

        File.Copy(Published("evaluation-benchmarks/assink2016_delinquency.csv"), Path.Combine(folder, "assink.csv"));
        yield return new("assink2016", SetAsked.Combined, "assink.csv") { Measure = "GEN", Cluster = "study" };
        File.WriteAllLines(Path.Combine(folder, "bcg.csv"), ["events1,total1,events2,total2", .. Vaccine.Select(v => $"{v[0]},{v[0] + v[1]},{v[2]},{v[2] + v[3]}")]);
        yield return new("BCG vaccine", SetAsked.Combined, "bcg.csv") { Measure = "RR" };
    }

    // Whether a man was in work in the week of his arrest makes two endings of one.
    private static IEnumerable<string> Men(string[][] men)
    {
        (int week, int arrest, int first) = (Array.IndexOf(men[0], "week"), Array.IndexOf(men[0], "arrest"), Array.IndexOf(men[0], "emp1"));
        return men.Select((m, k) => $"{string.Join(',', m)},{(k == 0 ? "ending" : m[arrest] == "0" ? "none" : m[first + int.Parse(m[week], CultureInfo.InvariantCulture) - 1] == "yes" ? "working" : "idle")}");
    }

    private static IEnumerable<string> Weeks(string[][] men)
    {
        string[] kept = ["fin", "age", "race", "wexp", "mar", "paro", "prio"];
        int[] at = [.. kept.Select(k => Array.IndexOf(men[0], k))];
        (int until, int arrest, int first) = (Array.IndexOf(men[0], "week"), Array.IndexOf(men[0], "arrest"), Array.IndexOf(men[0], "emp1"));
        yield return $"man,from,week,arrest,employed,{string.Join(',', kept)}";
        for (int m = 1; m < men.Length; m++)
            for (int week = 1, last = int.Parse(men[m][until], CultureInfo.InvariantCulture); week <= last; week++)
                yield return $"m{m},{week - 1},{week},{(week == last ? men[m][arrest] : "0")},{(men[m][first + week - 1] == "yes" ? 1 : 0)},{string.Join(',', at.Select(a => men[m][a]))}";
    }
}
