using Shiremoot.Futures.Lives;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// What a service of the model truly does to the people it serves, in generated lives: what an evaluation of their records ought to find. Each career is lived twice with the same luck,
/// once as the model says and once with the service offered to the same people but of no effect; until a person is first served the two are the same.
/// </summary>
/// <param name="Service">Its name in the model: what odds call served-NAME.</param>
/// <param name="After">The stage at which people were first served.</param>
/// <param name="Served">Careers in which that happened.</param>
/// <param name="Outcome">What came of it within a year of that day: reoffended, or proven (within 18 months).</param>
/// <param name="With">Share of them with the outcome.</param>
/// <param name="Without">Share of the same people, had the service no effect.</param>
/// <param name="Error">Standard error of the difference, person by person.</param>
public sealed record ServiceTruth(string Service, string After, int Served, string Outcome, double With, double Without, double Error)
{
    private const int ChunkSize = 4096, FollowUp = 365, Proof = 548;
    private const uint LifePurpose = 1, OnsetPurpose = 3;
    private const string Prefix = "served-";

    /// <summary>With less without: a share, below nought where the service prevents.</summary>
    public double Difference => With - Without;

    /// <summary>Lives careers through a model and tells what each of its services did, by the stage where it was first had. Ordered by service and stage.</summary>
    /// <param name="model">The model, its open numbers found.</param>
    /// <param name="careers">How many: the standard error falls with the root of it.</param>
    /// <param name="seed">Seed of the careers.</param>
    /// <param name="threads">Threads at once; the answer is the same for any number.</param>
    internal static IReadOnlyList<ServiceTruth> Of(SystemModel model, int careers, ulong seed, int threads)
    {
        List<ServiceTruth> all = [];
        foreach (int covariate in model.Stages.SelectMany(s => s.Offers).Select(o => o.Covariate).Distinct().OrderBy(c => model.Covariates[c], StringComparer.Ordinal))
        {
            Sums[] sums = Sum(new(model), new(WithoutEffect(model, covariate)), covariate, careers, seed, threads);
            string name = model.Covariates[covariate];
            for (int stage = 0; stage < sums.Length; stage++)
                if (sums[stage].Served > 1) all.AddRange(sums[stage].Rows(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name, model.Stages[stage].Id));
        }
        return all;
    }

    private static Sums[] Sum(LivesModel with, LivesModel without, int covariate, int careers, ulong seed, int threads)
    {
        int stages = with.Stages.Length, chunks = (careers + ChunkSize - 1) / ChunkSize;
        Sums[][] parts = new Sums[chunks][];
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => (With: new LifeKernel(with), Without: new LifeKernel(without), Lived: new Career(), Else: new Career()), (chunk, _, own) =>
        {
            Sums[] part = parts[chunk] = new Sums[stages];
            for (long i = (long)chunk * ChunkSize; i < Math.Min(careers, (chunk + 1L) * ChunkSize); i++)
            {
                double onset = 10_000 + (3652.5 * new Chance(seed, (ulong)i, OnsetPurpose).Share());
                Chance luck = new(seed, (ulong)i, LifePurpose);
                own.With.Live(own.Lived, luck, onset, double.MaxValue);
                if (First(own.Lived, covariate) is not { } served) continue;
                own.Without.Live(own.Else, luck, onset, double.MaxValue);
                part[served.Stage].Add(Came(own.Lived, served.Day, proven: false), Came(own.Else, served.Day, proven: false), Came(own.Lived, served.Day, proven: true), Came(own.Else, served.Day, proven: true));
            }
            return own;
        }, _ => { });
        Sums[] sum = new Sums[stages];
        foreach (Sums[] part in parts)
            for (int s = 0; s < stages; s++) sum[s].Add(part[s]);
        return sum;
    }

    private static ServedRow? First(Career career, int covariate)
    {
        foreach (ref readonly ServedRow row in career.Served.All)
            if (row.Covariate == covariate) return row;
        return null;
    }

    private static bool Came(Career career, int day, bool proven)
    {
        foreach (ref readonly CaseRow row in career.Cases.All)
            if (row.OffenceDay > day && row.OffenceDay <= day + FollowUp && (!proven || row.ProvenDay <= day + Proof)) return true;
        return false;
    }

    private static SystemModel WithoutEffect(SystemModel model, int covariate) => model with
    {
        Stages = [.. model.Stages.Select(s => s with { Routes = [.. s.Routes.Select(r => r with { Odds = [.. r.Odds.Where(o => o.Covariate != covariate)] })] })],
    };

    private struct Sums
    {
        private long back, backElse, backBoth, proven, provenElse, provenBoth;

        public int Served { get; private set; }

        public void Add(bool came, bool cameElse, bool wasProven, bool wasProvenElse)
        {
            Served++;
            if (came) back++;
            if (cameElse) backElse++;
            if (came && cameElse) backBoth++;
            if (wasProven) proven++;
            if (wasProvenElse) provenElse++;
            if (wasProven && wasProvenElse) provenBoth++;
        }

        public void Add(Sums other)
        {
            Served += other.Served;
            (back, backElse, backBoth) = (back + other.back, backElse + other.backElse, backBoth + other.backBoth);
            (proven, provenElse, provenBoth) = (proven + other.proven, provenElse + other.provenElse, provenBoth + other.provenBoth);
        }

        public readonly IEnumerable<ServiceTruth> Rows(string service, string after) =>
            [Row(service, after, "reoffended", back, backElse, backBoth), Row(service, after, "proven", proven, provenElse, provenBoth)];

        // The difference of a person is -1, 0 or 1: its square is 1 for all who have the outcome in one life only.
        private readonly ServiceTruth Row(string service, string after, string outcome, long with, long without, long both)
        {
            double n = Served, mean = (with - without) / n, square = (with + without - (2 * both)) / n;
            return new(service, after, Served, outcome, with / n, without / n, Math.Sqrt((square - (mean * mean)) / (n - 1)));
        }
    }
}
