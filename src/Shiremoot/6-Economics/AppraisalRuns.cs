using Shiremoot.Economics.Chances;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>An option over many draws of its inputs: how far its figures may lie from the central ones, and how likely it is to pay; the draws themselves are not kept. See docs/methods/appraisal.md.</summary>
public sealed class AppraisalRuns
{
    /// <summary>Net present budget impact with the sign turned: above nought public budgets gain.</summary>
    public const string BudgetGain = "net_present_budget_gain";

    private const string NetValue = "net_present_public_value", BudgetImpact = "net_present_budget_impact";
    private const int LeastRatios = 32 * MonteCarlo.Replicates;
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    // Those that are a number at any values of the inputs.
    private static readonly int[] Always = [.. Enumerable.Range(0, OptionKernel.Figures.Count).Where(f => !OptionKernel.Figures[f].StartsWith("payback", StringComparison.Ordinal) && OptionKernel.Figures[f] is not ("benefit_cost_ratio" or "financial_return"))];

    /// <summary>What was drawn.</summary>
    public required Appraisal Appraisal { get; init; }

    /// <summary>How many draws, and the seed they are made from.</summary>
    public required int Draws { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The rank correlations asked for, each with that of the draws.</summary>
    public required IReadOnlyList<(RankCorrelation Asked, double Got)> Correlations { get; init; }

    /// <summary>Net present public value, <see cref="BudgetGain"/>, and every amount of <see cref="OptionKernel.Figures"/>; pounds at the option's prices.</summary>
    public required IReadOnlyList<DrawnFigure> Figures { get; init; }

    /// <summary>In the order of the appraisal's ledger.</summary>
    public required IReadOnlyList<DrawnBearer> Bearers { get; init; }

    /// <summary>Cases avoided of each outcome, over all years; named "avoided: ID".</summary>
    public required IReadOnlyList<DrawnFigure> Avoided { get; init; }

    /// <summary>The running total for everyone by year.</summary>
    public required IReadOnlyList<DrawnYear> Fan { get; init; }

    /// <summary>The running total of the gain of public budgets by year: what agencies save, at average cost, less what they spend and lend.</summary>
    public required IReadOnlyList<DrawnYear> BudgetFan { get; init; }

    /// <summary>Benefit-cost ratio and financial return.</summary>
    public required IReadOnlyList<DrawnRatio> Ratios { get; init; }

    /// <summary>To do it or not: for everyone, then for public budgets.</summary>
    public required IReadOnlyList<DrawnChoice> Choices { get; init; }

    public required IReadOnlyList<DrawnClaim> Claims { get; init; }

    /// <summary>True if any input has a spread: else there is nothing to draw.</summary>
    public static bool CanDraw(Appraisal appraisal) => appraisal.Option.Inputs.Any(i => i.Spread.Kind != DistributionKind.Fixed);

    /// <summary>The option as uncertain inputs and outcomes that are numbers in every draw. Values outside an input's bounds are taken as the bound, by the kernel.</summary>
    public static UncertainModel Model(OptionKernel kernel, IReadOnlyList<string> years)
    {
        int all = kernel.OutcomeNames.Count, figures = OptionKernel.Figures.Count;
        void Draw(ReadOnlySpan<double> inputs, Span<double> outcomes)
        {
            Span<double> found = all <= 128 ? stackalloc double[all] : new double[all];
            Span<double> running = outcomes[^(2 * years.Count)..];
            kernel.EvaluateWithYears(inputs, found, running[..years.Count], running[years.Count..]);
            for (int f = 0; f < Always.Length; f++) outcomes[f] = found[Always[f]];
            outcomes[1] = -outcomes[1];
            found[figures..].CopyTo(outcomes[Always.Length..]);
        }

        string[] names = [.. Always.Select(f => OptionKernel.Figures[f]).Select(name => name == BudgetImpact ? BudgetGain : name), .. kernel.OutcomeNames.Skip(figures), .. years.Select(Running), .. years.Select(OfBudgets)];
        return new([.. kernel.Inputs.Select(i => new UncertainInput(i.Name, i.Spread))], names, Draw) { Correlations = kernel.Correlations };
    }

    /// <summary>Draws an option; refused where no input has a spread, or as <see cref="MonteCarlo.Run"/> refuses.</summary>
    public static Outcome<AppraisalRuns> Of(Appraisal appraisal, MonteCarloOptions options)
    {
        if (!CanDraw(appraisal)) return Chances.Refusals.NothingUncertain(appraisal.Option.Id);
        if (MonteCarlo.Run(Model(appraisal.Kernel, appraisal.Option.Years), options).Refused(out Refusal? why, out MonteCarloRuns? runs)) return why;
        return Gather(appraisal, runs);
    }

    /// <summary>A figure by its name: one of <see cref="Figures"/>.</summary>
    public DrawnFigure this[string figure] => Figures.First(f => f.Name == figure);

    private static AppraisalRuns Gather(Appraisal a, MonteCarloRuns runs)
    {
        double[] central = new double[runs.Outcomes.Count];
        Model(a.Kernel, a.Option.Years).Kernel(a.Kernel.CentralInputs(), central);
        DrawnFigure[] drawn = new DrawnFigure[central.Length];
        Parallel.For(0, drawn.Length, new ParallelOptions { MaxDegreeOfParallelism = runs.Threads }, o =>
        {
            OutcomeSummary s = runs.Summary(runs.Outcomes[o], Shares).Value;
            drawn[o] = new(s.Outcome, central[o], s.Mean, s.Deviation, s.Percentiles, s.ShareAboveZero);
        });
        DrawnFigure Named(string name) => drawn.First(d => d.Name == name);
        int bearers = a.Option.Bearers.Count, years = a.Option.Years.Count;
        runs.Learn(0, 1);
        return new()
        {
            Appraisal = a,
            Draws = runs.Draws,
            Seed = runs.Seed,
            Correlations = runs.Correlations(),
            Figures = drawn[..Always.Length],
            Bearers = [.. a.Ledger.Select(l => new DrawnBearer(l.Bearer, l.IsAgency, Named($"net_present_value: {l.Bearer}")))],
            Avoided = drawn[(Always.Length + bearers)..^(2 * years)],
            Fan = FanOf(a, runs, drawn[^(2 * years)..^years]),
            BudgetFan = FanOf(a, runs, drawn[^years..]),
            Ratios = [.. ((string[])["benefit_cost_ratio", "financial_return"]).Select(name => Ratio(a, name, RatioDraws(runs, name)))],
            Choices = [Choice(runs, "everyone", NetValue), Choice(runs, "public budgets", BudgetGain)],
            Claims = [.. a.Option.Claims.Select(c => new DrawnClaim(c, a[c.Figure], AtLeast(runs, c)))],
        };
    }

    private static string Running(string year) => $"running: {year}";

    private static string OfBudgets(string year) => $"budgets: {year}";

    private static DrawnYear[] FanOf(Appraisal a, MonteCarloRuns runs, DrawnFigure[] figures) =>
        [.. a.Option.Years.Zip(figures, Repaid(runs, [.. figures.Select(f => f.Name)])).Select(y => new DrawnYear(y.First, y.Second, y.Third))];

    private static ReadOnlySpan<double> Values(MonteCarloRuns runs, string name) => runs.Values(name).Value.Span;

    // It has paid back by a year if from then on the running total is never under nought.
    private static Estimated[] Repaid(MonteCarloRuns runs, IReadOnlyList<string> running)
    {
        bool[] stays = [.. Enumerable.Repeat(true, runs.Draws)];
        Estimated[] repaid = new Estimated[running.Count];
        for (int t = running.Count - 1; t >= 0; t--)
        {
            ReadOnlySpan<double> until = Values(runs, running[t]);
            for (int n = 0; n < stays.Length; n++) stays[n] &= until[n] >= 0;
            repaid[t] = runs.ShareWhere(n => stays[n]);
        }
        return repaid;
    }

    // Not a number where what it is divided by is not above nought.
    private static double[] RatioDraws(MonteCarloRuns runs, string name)
    {
        bool isReturn = name == "financial_return";
        ReadOnlySpan<double> above = Values(runs, isReturn ? "present_value_fiscal" : "present_value_benefits"), below = Values(runs, isReturn ? BudgetGain : "present_value_costs");
        double[] ratios = new double[runs.Draws];
        for (int n = 0; n < ratios.Length; n++)
        {
            double under = isReturn ? above[n] - below[n] : below[n]; // what agencies spend is what they save less what they gain
            ratios[n] = under > 0 ? above[n] / under : double.NaN;
        }
        return ratios;
    }

    // Draws left out hardly move the bounds of the independent sets.
    private static DrawnRatio Ratio(Appraisal a, string name, double[] draws)
    {
        double[] some = [.. draws.Where(d => !double.IsNaN(d))];
        ReplicatedColumn? column = some.Length < LeastRatios ? null : new(some);
        return new(name, a[name], 1 - (some.Length / (double)draws.Length), column is null ? [] : [.. Shares.Select(s => new Percentile(s, column.Percentile(s)))]);
    }

    private static DrawnChoice Choice(MonteCarloRuns runs, string of, string figure) => new(of, figure, runs.Influences(figure).Value, runs.InformationFor([figure]).Value);

    private static Estimated? AtLeast(MonteCarloRuns runs, OptionClaim claim)
    {
        if (claim.Figure == BudgetImpact) // the same share as that of gains no more than the claim turned round
        {
            ReadOnlyMemory<double> gains = runs.Values(BudgetGain).Value;
            return runs.ShareWhere(n => -gains.Span[n] >= claim.Pounds);
        }
        if (claim.Figure is "benefit_cost_ratio" or "financial_return")
        {
            double[] ratios = RatioDraws(runs, claim.Figure);
            return runs.ShareWhere(n => ratios[n] >= claim.Pounds);
        }
        return runs.Outcomes.Contains(claim.Figure) ? runs.ShareAtLeast(claim.Figure, claim.Pounds).Value : null;
    }
}
