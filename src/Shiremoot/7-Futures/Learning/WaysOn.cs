using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>One way on from a stage as the stories have it.</summary>
/// <param name="Route">Its number.</param>
/// <param name="Share">Its weight, that of the way it is held against being as it was.</param>
/// <param name="Odds">What multiplies the weight, by covariate.</param>
/// <param name="People">How many people took this way or the one it is held against.</param>
internal sealed record LearnedWay(int Route, Estimated Share, IReadOnlyList<(int Covariate, Estimated Odds)> Odds, int People);

/// <summary>The ways on from a stage, or why some stay as they were.</summary>
internal sealed record LearnedWays(IReadOnlyList<LearnedWay> Ways, IReadOnlyList<(string What, string Why)> Kept);

/// <summary>
/// The share of each way on from a stage: of two ways the odds are the ratio of their weights, whatever other ways there are (C. B. Begg and R. Gray, 1984), so that each is held
/// against one other by logistic regression on what the model lets either depend on. What too few people tell of stays as it was, as an offset.
/// </summary>
internal sealed class WaysOn(SystemModel model, StageSigns signs, int from, int until)
{
    /// <summary>Fewer people than this say nothing that is kept.</summary>
    public const int FewestPeople = 10;

    private const double Certain = 0.999, Widest = 10;
    private const int Edge = 365;

    public LearnedWays Of(int stage, IReadOnlyList<ChoiceRow> seen, Func<int, double> longest)
    {
        ModelStage its = model.Stages[stage];
        List<(string, string)> kept = [];
        (List<ChoiceRow>? rows, string untold) = Told(stage, seen, longest);
        if (rows is null) return AllKept(untold);
        int[] people = [.. Enumerable.Range(0, its.Routes.Count).Select(r => rows.Where(c => c.Route == r).Select(c => c.Person).Distinct().Count())];
        if (Array.TrueForAll(people, p => p == 0)) return AllKept("no record shows which way was taken");
        int[] told = [.. Enumerable.Range(0, its.Routes.Count).Where(r => its.Routes[r].Odds.All(t => IsShown(t.Covariate)))];
        int against = told.Where(r => its.Routes[r].Who == Ages.Everyone).OrderByDescending(r => people[r]).FirstOrDefault(-1);
        if (against < 0) against = told.OrderByDescending(r => people[r]).FirstOrDefault(-1);
        List<LearnedWay> ways = [];
        for (int r = 0; r < its.Routes.Count; r++)
        {
            if (r == against) continue;
            if (against < 0 || !told.Contains(r)) Keep(r, $"hangs on what no record shows ({string.Join(", ", its.Routes[r].Odds.Where(t => !IsShown(t.Covariate)).Select(t => model.Covariates[t.Covariate]).DefaultIfEmpty("of the other ways"))})");
            else if (people[r] < FewestPeople || people[against] < FewestPeople) Keep(r, $"fewer than {FewestPeople} people");
            else if (Pair(its, r, against, [.. rows.Where(c => c.Route == r || c.Route == against)], kept).Refused(out Refusal? why, out LearnedWay? way)) Keep(r, why.Says);
            else if (way.People < FewestPeople) Keep(r, $"fewer than {FewestPeople} people whose history the records hold");
            else if (way.Share.Upper > Widest * way.Share.Lower) Keep(r, "too wide an interval to say anything");
            else ways.Add(way);
        }
        if (against >= 0 && ways.Count > 0) Keep(against, StoryCalibration.HeldAgainst);
        return new(ways, kept);

        void Keep(int route, string why) => kept.Add(($"{its.Id} to {Name(its.Routes[route].To)}", why));
        LearnedWays AllKept(string why) => new([], [($"{its.Id}: ways on", why)]);
    }

    /// <summary>How many people took each way, whatever is known of their past; empty where the records do not tell. Cases that began before the records are not all told: the first year is left out.</summary>
    public (int Rows, int People)[] Counts(int stage, IReadOnlyList<ChoiceRow> seen, Func<int, double> longest) =>
        Told(stage, seen, longest).Rows is not { } rows ? [] : [.. Enumerable.Range(0, model.Stages[stage].Routes.Count)
            .Select(r => rows.Where(c => c.Route == r && c.Day >= from + Edge).ToList()).Select(r => (r.Count, r.Select(c => c.Person).Distinct().Count()))];

    /// <summary>Whether a way hangs on a person's past, which the records hold of some only.</summary>
    public static bool HangsOnPast(SystemModel model, Route route) => route.Odds.Any(t =>
        t.Covariate is Covariates.Priors or Covariates.First or Covariates.Copas || model.Covariates[t.Covariate].StartsWith("after-", StringComparison.Ordinal));

    // The choices of which it is known what was chosen.
    private (List<ChoiceRow>? Rows, string Why) Told(int stage, IReadOnlyList<ChoiceRow> seen, Func<int, double> longest)
    {
        ModelStage its = model.Stages[stage];
        int[] silent = [.. Enumerable.Range(0, its.Routes.Count).Where(r => !MustShow(its.Routes[r].To, 0))];
        double horizon = signs.Ways[stage].Where(w => !silent.Contains(w.Steps[0].Route)).Select(w => w.Steps.Skip(1).Where(s => signs.TakesTime(s.Stage)).Sum(s => longest(s.Stage))).DefaultIfEmpty(0).Max();
        if (horizon > 0 && until - horizon <= from) return (null, $"the records are too short: that nothing followed is known only after {horizon:0} days");
        if (silent.Length > 1) return (null, "more than one way leaves no record");
        List<ChoiceRow> rows = [.. seen.Where(c => c.Day <= until - horizon)];
        if (silent is [var quiet]) rows = [.. rows.Select(r => r.Route < 0 ? r with { Route = (short)quiet } : r)];
        rows.RemoveAll(r => r.Route < 0 || !IsOpen(its.Routes[r.Route], r));
        return (rows, "");
    }

    private Outcome<LearnedWay> Pair(ModelStage stage, int taken, int against, List<ChoiceRow> rows, List<(string, string)> kept)
    {
        (Route way, Route other) = (stage.Routes[taken], stage.Routes[against]);
        int[] terms = [.. way.Odds.Concat(other.Odds).Select(t => t.Covariate).Distinct().Order()];
        rows.RemoveAll(r => !IsOpen(way, r) || !IsOpen(other, r) || Array.Exists(terms, t => double.IsNaN(Of(t, r))));
        bool[] outcome = [.. rows.Select(r => r.Route == taken)];
        int Of2(bool took) => rows.Where(r => r.Route == taken == took).Select(r => r.Person).Distinct().Count();
        if (Of2(true) < FewestPeople || Of2(false) < FewestPeople) return new LearnedWay(taken, default, [], 0);
        List<(int Covariate, double[] Values)> columns = [];
        double[] offset = new double[rows.Count];
        foreach (int term in terms)
        {
            double[] values = [.. rows.Select(r => Of(term, r))];
            double was = LogOdds(way, term) - LogOdds(other, term);
            bool isLevel = Array.TrueForAll(values, v => v == values[0]);
            if (!isLevel && HasEnough(values, outcome, rows)) columns.Add((term, values));
            else
            {
                for (int i = 0; i < offset.Length; i++) offset[i] += was * values[i];
                kept.Add(($"{stage.Id} to {Name(way.To)}, odds of {model.Covariates[term]}", isLevel ? "is the same for all who may go either way" : $"fewer than {FewestPeople} people with or without it on either way"));
            }
        }
        int people = rows.Select(r => r.Person).Distinct().Count();
        return Fit(columns);

        Outcome<LearnedWay> Fit(List<(int Covariate, double[] Values)> columns)
        {
            if (columns.Count == 0) return new LearnedWay(taken, Level(outcome, offset).Through(o => o * other.Share), [], people);
            Outcome<RegressionModel> fit = Logistic.Fit(outcome, new([.. columns.Select(c => model.Covariates[c.Covariate])], [.. columns.Select(c => c.Values)]), new() { Firth = rows.Count < 5000 }, offset);
            if (fit.Refused(out Refusal? why, out RegressionModel? found)) return why;
            // What may as well be a tenth of it tells nothing: it stays as it was, the widest first, and the rest is looked at again.
            int widest = Enumerable.Range(0, columns.Count).MaxBy(c => found.Coefficients[c].Upper - found.Coefficients[c].Lower);
            if (found.Coefficients[widest].Upper - found.Coefficients[widest].Lower > Math.Log(Widest))
            {
                (int term, double[] values) = columns[widest];
                columns.RemoveAt(widest);
                for (int i = 0; i < offset.Length; i++) offset[i] += (LogOdds(way, term) - LogOdds(other, term)) * values[i];
                kept.Add(($"{stage.Id} to {Name(way.To)}, odds of {model.Covariates[term]}", "too wide an interval to say anything"));
                return Fit(columns);
            }
            return new LearnedWay(taken, Estimated.Level(found).Through(o => o * other.Share),
                [.. columns.Select(c => (c.Covariate, Estimated.Ratio(found, model.Covariates[c.Covariate]).Through(o => o * Math.Exp(LogOdds(other, c.Covariate)))))], people);
        }
    }

    // The odds where nothing else is asked: Wilson's limits of the share; with an offset, the level of greatest likelihood and its error.
    private static Estimated Level(bool[] outcome, double[] offset)
    {
        long took = outcome.LongCount(o => o);
        Estimated plain = Estimated.Share(took, outcome.Length).Through(p => p / (1 - p));
        if (Array.TrueForAll(offset, o => o == 0)) return plain;
        (double level, double information) = (Math.Log(plain.Value) - offset.Average(), 1);
        for (int step = 0; step < 50; step++)
        {
            (double score, information) = (took, 0);
            foreach (double o in offset)
            {
                double p = 1 / (1 + Math.Exp(-level - o));
                (score, information) = (score - p, information + (p * (1 - p)));
            }
            double move = Math.Clamp(score / information, -1, 1);
            level += move;
            if (Math.Abs(move) < 1e-10) break;
        }
        double reach = 1.959963984540054 / Math.Sqrt(information);
        return new(Math.Exp(level), Math.Exp(level - reach), Math.Exp(level + reach), outcome.Length);
    }

    // Each of the four cells, with it or without, this way or the other, holds enough people; of a number, above its middle or not.
    private static bool HasEnough(double[] values, bool[] outcome, List<ChoiceRow> rows)
    {
        double middle = values.Distinct().Count() == 2 ? values.Min() : values.Order().ElementAt(values.Length / 2);
        HashSet<int>[] cells = [[], [], [], []];
        for (int i = 0; i < values.Length; i++) cells[(values[i] > middle ? 2 : 0) + (outcome[i] ? 1 : 0)].Add(rows[i].Person);
        return Array.TrueForAll(cells, c => c.Count >= FewestPeople);
    }

    private static bool IsOpen(Route route, ChoiceRow row) => route.Who == Ages.Everyone || (route.Who == Ages.Children ? row.Age < 18 : row.Age >= 18);

    private static double LogOdds(Route route, int covariate) => route.Odds.Where(t => t.Covariate == covariate).Sum(t => t.LogOdds);

    private string Name(int stage) => stage < 0 ? "leaves" : model.Stages[stage].Id;

    // Sooner or later a record shows it, within the case.
    private bool MustShow(int stage, int depth) =>
        stage >= 0 && depth < model.Stages.Count && stage != signs.Offence && (!signs.IsSilent(stage) || model.Stages[stage].Routes.All(r => MustShow(r.To, depth + 1)))
        || (stage >= 0 && IsReturn(stage, depth));

    // A way that leads to a new offence and nowhere else.
    private bool IsReturn(int stage, int depth) =>
        depth < model.Stages.Count && stage >= 0 && (stage == signs.Offence || (signs.IsSilent(stage) && model.Stages[stage].Routes.All(r => IsReturn(r.To, depth + 1))));

    private bool IsShown(int covariate)
    {
        string name = model.Covariates[covariate];
        return covariate is Covariates.Child or Covariates.YoungAdult or Covariates.AgeDecades or Covariates.Female or Covariates.Priors or Covariates.Copas or Covariates.First
            || name.StartsWith("offence-", StringComparison.Ordinal) || name.StartsWith("after-", StringComparison.Ordinal);
    }

    // A covariate as the room that makes people reckons it; not a number where the records do not tell.
    private double Of(int covariate, ChoiceRow row)
    {
        const double Unknown = double.NaN;
        bool isAge = covariate is Covariates.Child or Covariates.YoungAdult or Covariates.AgeDecades;
        if (isAge && row.Birth == Days.Unknown) return Unknown;
        if (!isAge && covariate != Covariates.Female && !model.Covariates[covariate].StartsWith("offence-", StringComparison.Ordinal) && row.Sanctions < 0) return Unknown;
        return covariate switch
        {
            Covariates.Child => row.Age < 18 ? 1 : 0,
            Covariates.YoungAdult => row.Age is >= 18 and < 21 ? 1 : 0,
            Covariates.AgeDecades => Math.Max(0, row.Age - 18) / 10,
            Covariates.Female => row.Female < 0 ? Unknown : row.Female,
            Covariates.Priors => Math.Log(1 + row.Sanctions),
            Covariates.First => row.Sanctions == 0 ? 1 : 0,
            Covariates.Copas => row.Sanctions == 0 ? 0 : Math.Log((1 + row.Sanctions) / (10 + ((row.Day - row.FirstSanction) / 365.25))) + Math.Log(10),
            _ when model.Covariates[covariate].StartsWith("offence-", StringComparison.Ordinal) => row.Group < 0 ? Unknown : model.Covariates[covariate] == "offence-" + model.OffenceGroups[row.Group].Id ? 1 : 0,
            _ => row.After == covariate ? 1 : 0,
        };
    }

    /// <summary>So long that all but one in a thousand stays are over.</summary>
    public static double Longest(Lasting lasts) => lasts.Shape switch
    {
        LastingShape.Exponential => -lasts.Mean * Math.Log(1 - Certain),
        LastingShape.Weibull => lasts.Mean / MathNet.Numerics.SpecialFunctions.Gamma(1 + (1 / lasts.Spread)) * Math.Pow(-Math.Log(1 - Certain), 1 / lasts.Spread),
        LastingShape.LogNormal => Math.Exp(Math.Log(lasts.Mean) - (lasts.Spread * lasts.Spread / 2) + (lasts.Spread * NormalQuantile.At(Certain))),
        LastingShape.Uniform => lasts.Mean + lasts.Spread,
        LastingShape.Gamma => MathNet.Numerics.Distributions.Gamma.InvCDF(lasts.Spread, lasts.Spread / lasts.Mean, Certain),
        LastingShape.Empirical => lasts.Seen[^1],
        _ => lasts.Mean,
    };
}
