using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Bench.Agreeing;

/// <summary>A generated set of people: what sets it apart from the others of its kind.</summary>
sealed record MadeSet(string Name, ulong Seed, int People)
{
    /// <summary>Times in whole weeks of 20, not to the last digit of 52.</summary>
    public bool HasTies { get; init; }

    public bool HasStrata { get; init; }

    public bool HasMissing { get; init; }

    public bool HasWeights { get; init; }

    public bool HasClusters { get; init; }

    /// <summary>Covariates are yes and no alone, so that many share a score.</summary>
    public bool HasTiedScores { get; init; }

    public bool HasGroups { get; init; }

    /// <summary>What comes of it is a count.</summary>
    public bool HasCounts { get; init; }

    /// <summary>A covariate that all but tells who had the service, and who comes back first.</summary>
    public bool IsNearlySeparated { get; init; }

    public string Covariates => HasTiedScores ? "sex drink" : HasGroups ? "age prior sex area plan" : IsNearlySeparated ? "age prior mark" : "age prior sex";
}

/// <summary>Makes the people of a set, and the studies their sites make.</summary>
static class MadeRows
{
    private const int Sites = 12;
    private const string Header = "site,had,age,prior,sex,area,plan,drink,mark,time,back,ending,died,spell,family,stratum,weight";

    private static readonly string[] Areas = ["harbour", "hill", "market", "mill", "moor"], Plans = ["custody", "order", "fine"];

    public static IEnumerable<SetAsked> Write(MadeSet set, string folder)
    {
        Row[] rows = [.. Enumerable.Range(0, set.People).Select(r => Row.Of(set, r))];
        string people = $"{set.Name.Replace(' ', '-')}.csv", studies = $"{set.Name.Replace(' ', '-')}-sites.csv", levels = $"{set.Name.Replace(' ', '-')}-levels.csv";
        File.WriteAllLines(Path.Combine(folder, people), [Header, .. rows.Select(r => r.Line)]);
        string weight = set.HasWeights ? "weight" : "";
        yield return new(set.Name, SetAsked.Followed, people)
        {
            Time = "time",
            Event = "back",
            Ending = "ending",
            Causes = "return death",
            By = set.HasGroups ? "area" : "had",
            Strata = set.HasStrata ? "stratum" : "",
            Cluster = set.HasClusters ? "family" : "",
            Weight = weight,
            Covariates = set.Covariates,
            At = set.HasTies ? "4 8 12 16 20" : "6 13 26 39 51",
        };
        yield return new($"{set.Name}, service", SetAsked.Compared, people)
        {
            Time = set.HasCounts ? "" : "time",
            Ending = set.HasCounts ? "" : "died",
            Treated = "had",
            Outcome = set.HasCounts ? "spell" : "back",
            MadeAlike = set.Covariates,
            Exact = set.HasTiedScores || set.HasGroups ? "plan" : "sex",
            Weight = weight,
        };
        File.WriteAllLines(Path.Combine(folder, studies), ["site,events1,total1,time1,events2,total2,time2", .. rows.GroupBy(r => r.Site).OrderBy(g => g.Key).Select(g => $"{g.Key},{Row.Arms(g, set.HasCounts)}")]);
        yield return new($"{set.Name}, sites", SetAsked.Combined, studies) { Measure = set.HasCounts ? "IRR" : "OR" };
        if (!set.HasClusters) yield break;
        File.WriteAllLines(Path.Combine(folder, levels), ["site,plan,events1,total1,time1,events2,total2,time2", .. rows.GroupBy(r => (r.Site, r.Plan)).OrderBy(g => g.Key.Site).ThenBy(g => g.Key.Plan).Select(g => $"{g.Key.Site},{Plans[g.Key.Plan]},{Row.Arms(g, false)}")]);
        yield return new($"{set.Name}, sites and plans", SetAsked.Combined, levels) { Measure = "OR", Cluster = "site" };
    }

    /// <summary>A column of numbers of such a file.</summary>
    public static double[] Column(string path, string name)
    {
        string[][] lines = [.. File.ReadLines(path).Select(l => l.Split(','))];
        int at = Array.IndexOf(lines[0], name);
        return [.. lines.Skip(1).Select(l => double.Parse(l[at], CultureInfo.InvariantCulture))];
    }

    private readonly record struct Row(int Site, int Plan, bool Had, double Time, bool Back, int Spells, string Line)
    {
        public static Row Of(MadeSet set, int r)
        {
            Chance chance = new(set.Seed, (ulong)r, 1), family = new(set.Seed, (ulong)(r / 5), 2), at = new(set.Seed, (ulong)(r % Sites), 3);
            int site = r % Sites, plan = chance.Below(3), stratum = chance.Below(5), area = Math.Min(Areas.Length - 1, (int)(chance.Exponential() * 2));
            bool woman = chance.Happens(0.3), drinks = chance.Happens(0.4);
            double age = Math.Round(18 + (40 * chance.Share()), 2), prior = Math.Floor(chance.Exponential() * 3), mark = Math.Round(chance.Normal(), 3);
            double pull = set.IsNearlySeparated ? 4 * mark : 0;
            bool had = chance.Happens(1 / (1 + Math.Exp(0.5 + (0.02 * (age - 35)) - (0.12 * prior) + (woman ? 0.4 : 0) - (drinks ? 0.5 : 0) - (0.3 * (area - 1)) - pull)));
            double eta = (0.08 * prior) - (0.03 * (age - 35)) - (woman ? 0.4 : 0) + (drinks ? 0.3 : 0) + (0.15 * area) - (had ? 0.4 + (0.4 * at.Normal()) : 0) + (set.IsNearlySeparated ? 2.5 * mark : 0) + (set.HasClusters ? family.Normal() : 0) + (set.HasStrata ? 0.5 * stratum : 0);
            double back = chance.Exponential() * 60 * Math.Exp(-eta), death = chance.Exponential() * 150, leaves = chance.Happens(0.3) ? 52 * chance.Share() : 52;
            double time = Math.Min(leaves, Math.Min(back, death));
            string ending = time == leaves ? "none" : time == back ? "return" : "death";
            if (set.HasTies) time = Math.Ceiling(time * 20 / 52);
            int spells = Below(ref chance, Math.Exp(eta - 0.3));
            double weight = r % 3 == 0 ? 1 + chance.Below(4) : Math.Round(0.2 + (2 * chance.Share()), 2);
            string Or(double missing, FormattableString cell) => set.HasMissing && chance.Happens(missing) ? "" : FormattableString.Invariant(cell);
            string line = string.Join(',', $"{site + 1}", Or(0.03, $"{(had ? 1 : 0)}"), Or(0.08, $"{age}"), Or(0.05, $"{prior}"), Or(0.04, $"{(woman ? "woman" : "man")}"), Areas[area], Plans[plan], drinks ? "1" : "0", mark.ToString("R", CultureInfo.InvariantCulture),
                Or(0.04, $"{time:R}"), Or(0.02, $"{(ending == "return" ? 1 : 0)}"), ending, ending == "death" ? "1" : "0", $"{spells}", $"f{r / 5}", $"s{stratum}", weight.ToString("R", CultureInfo.InvariantCulture));
            return new(site + 1, plan, had, time, ending == "return", spells, line);
        }

        public static string Arms(IEnumerable<Row> rows, bool counts)
        {
            string Arm(bool had)
            {
                Row[] own = [.. rows.Where(r => r.Had == had)];
                return string.Create(CultureInfo.InvariantCulture, $"{(counts ? own.Sum(r => r.Spells) : own.Count(r => r.Back))},{own.Length},{own.Sum(r => r.Time):R}");
            }
            return $"{Arm(true)},{Arm(false)}";
        }

        // Poisson, by counting what comes within a time.
        private static int Below(ref Chance chance, double mean)
        {
            int count = 0;
            for (double at = chance.Exponential(); at < mean; at += chance.Exponential()) count++;
            return count;
        }
    }
}
