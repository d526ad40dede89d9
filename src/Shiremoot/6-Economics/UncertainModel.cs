namespace Shiremoot.Economics;

/// <summary>A number that is not known for certain.</summary>
/// <param name="Name">Unique in the model.</param>
/// <param name="Spread">How it is spread.</param>
public sealed record UncertainInput(string Name, Distribution Spread);

/// <summary>Two inputs that rise and fall together.</summary>
/// <param name="One">The name of an input.</param>
/// <param name="Other">The name of another.</param>
/// <param name="Rank">Spearman's rank correlation wanted: above −1 and below 1.</param>
public sealed record RankCorrelation(string One, string Other, double Rank);

/// <summary>
/// What follows from one draw of the inputs. It is called from several threads at once and must depend on nothing but the inputs; it writes every outcome.
/// </summary>
/// <param name="inputs">A value for each input, in the order of the model.</param>
/// <param name="outcomes">Where each outcome goes, in the order of the model.</param>
public delegate void OutcomeKernel(ReadOnlySpan<double> inputs, Span<double> outcomes);

/// <summary>Uncertain inputs and what follows from them.</summary>
/// <param name="Inputs">At least one.</param>
/// <param name="Outcomes">The names of the outcomes, each once.</param>
/// <param name="Kernel">What follows from one draw.</param>
public sealed record UncertainModel(IReadOnlyList<UncertainInput> Inputs, IReadOnlyList<string> Outcomes, OutcomeKernel Kernel)
{
    /// <summary>Which inputs go together; those not named are independent.</summary>
    public IReadOnlyList<RankCorrelation> Correlations { get; init; } = [];
}

/// <summary>How the inputs are drawn.</summary>
public enum Sampling
{
    /// <summary>Scrambled Sobol points: each input's range is covered evenly, so that answers settle sooner.</summary>
    QuasiRandom,

    /// <summary>Independent draws.</summary>
    Plain,
}

/// <summary>How a percentile is made of the draws.</summary>
public enum PercentileSource
{
    /// <summary>
    /// Each draw is looked at a second time, moved along the direction that leads the first outcome, and stands for the whole line through both: far
    /// steadier between seeds, at twice the calls of the model.
    /// </summary>
    Lines,

    /// <summary>The draws alone, in order of size.</summary>
    Draws,
}

/// <summary>How a model is run.</summary>
public sealed record MonteCarloOptions
{
    /// <summary>How many draws: at least 1,024.</summary>
    public int Draws { get; init; } = 100_000;

    /// <summary>The same seed gives the same draws on any machine and any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    public Sampling Sampling { get; init; }

    public PercentileSource Percentiles { get; init; }

    /// <summary>Threads at most; −1 for as many as there are processors.</summary>
    public int Threads { get; init; } = -1;
}
