using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>
/// Generated people and a service whose effect is known: the covariates a place's records give (age, sex, history, custody, drugs, home, ethnic group), selection into the service by them, and an
/// outcome the service takes exactly so many points off. No such people exist.
/// </summary>
static class MadeService
{
    private const uint Person = 0x70657273;
    private const double Least = 0.16, Most = 0.9;

    public static readonly IReadOnlyList<string> Names = ["age", "woman", "previous", "custody", "drugs", "no home", "group: b", "group: c"];

    /// <summary>Makes people.</summary>
    /// <param name="people">How many.</param>
    /// <param name="effect">Taken off the chance of the outcome by the service: 0.05 is five points.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="unmeasured">How strongly (log odds) something that is not among the covariates goes with both the service and the outcome.</param>
    /// <param name="share">About so many in 100 have the service.</param>
    public static EvaluationRows People(int people, double effect, ulong seed, double unmeasured = 0, double share = 0.2)
    {
        double[][] x = [.. Names.Select(_ => new double[people])];
        bool[] treated = new bool[people];
        double[] outcome = new double[people];
        double level = Math.Log(share / (1 - share)) - 0.2;
        for (int r = 0; r < people; r++)
        {
            Chance chance = new(seed, (ulong)r, Person);
            double age = 18 + Math.Min(45, chance.Exponential() * 14), group = chance.Share();
            bool woman = chance.Happens(0.17);
            double previous = Math.Floor(chance.Exponential() * (woman ? 4 : 7) * Math.Min(1, (age - 14) / 16));
            bool custody = chance.Happens(previous > 5 ? 0.5 : 0.1), drugs = chance.Happens(custody ? 0.5 : 0.25), noHome = chance.Happens(drugs ? 0.3 : 0.12);
            double[] own = [age, woman ? 1 : 0, previous, custody ? 1 : 0, drugs ? 1 : 0, noHome ? 1 : 0, group is > 0.7 and < 0.85 ? 1 : 0, group >= 0.85 ? 1 : 0];
            for (int c = 0; c < own.Length; c++) x[c][r] = own[c];
            double hidden = chance.Happens(0.4) ? 1 : 0;
            double selects = level + (0.012 * (age - 32)) + (0.5 * own[1]) - (0.03 * Math.Min(previous, 20)) + (0.3 * own[3]) + (0.5 * own[4]) - (0.4 * own[5]) - (0.25 * own[7]) + (unmeasured * (hidden - 0.4));
            double offends = -0.9 - (0.03 * (age - 32)) - (0.3 * own[1]) + (0.35 * Math.Log(1 + previous)) + (0.25 * own[3]) + (0.5 * own[4]) + (0.4 * own[5]) - (unmeasured * (hidden - 0.4));
            treated[r] = chance.Happens(Chances(selects));
            double risk = Math.Clamp(Chances(offends), Least, Most);
            outcome[r] = chance.Happens(treated[r] ? risk - effect : risk) ? 1 : 0;
        }
        int[] row = [.. Enumerable.Range(1, people)];
        return new EvaluationRows("generated people", people, [], row, treated, new ModelColumns(Names, x), outcome, OutcomeKind.Binary);
    }

    /// <summary>The question, without other ways.</summary>
    public static readonly EvaluationQuestion Question = new("service", "reoffended", Names) { ShowsOthers = false };

    private static double Chances(double odds) => 1 / (1 + Math.Exp(-odds));
}
