namespace Shiremoot.Evidence;

/// <summary>How people who did not have the service are made like those who did.</summary>
public enum EvaluationMethod
{
    /// <summary>Everyone kept, weighed by the propensity score.</summary>
    Weighting,

    /// <summary>Each treated person paired with the nearest of the others, who are used once.</summary>
    Nearest,

    /// <summary>As nearest; the others may be used again.</summary>
    WithReplacement,

    /// <summary>Each treated person beside all of the others within the caliper.</summary>
    Radius,

    /// <summary>Weights under which the means of covariates are the same, as near to each other as can be.</summary>
    Entropy,
}

/// <summary>For whom the effect is told.</summary>
public enum Estimand
{
    /// <summary>For those who had the service.</summary>
    Att,

    /// <summary>For everyone in the file.</summary>
    Ate,

    /// <summary>For those who might as well have had it as not.</summary>
    Overlap,
}

/// <summary>Whose turn it is first when each of the others is used once.</summary>
public enum MatchingOrder
{
    /// <summary>The highest score first: the hardest to match.</summary>
    Largest,

    /// <summary>As the seed draws them.</summary>
    Random,
}

/// <summary>What an outcome is.</summary>
public enum OutcomeKind
{
    /// <summary>It happened or it did not.</summary>
    Binary,

    /// <summary>How many times it happened.</summary>
    Count,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>How long until it first happened.</summary>
    Time,
}

/// <summary>What is asked: the effect of a service, its columns by name.</summary>
/// <param name="Treated">The column that says who had the service: 0 and 1, no and yes.</param>
/// <param name="Outcome">The column of what came of it; with <see cref="Time"/>, of whether it happened.</param>
/// <param name="Covariates">What people are made alike in: known before the service began.</param>
public sealed record EvaluationQuestion(string Treated, string Outcome, IReadOnlyList<string> Covariates)
{
    /// <summary>The value of the treated column that means treated; null for 1, yes, y, true or t.</summary>
    public string? TreatedValue { get; init; }

    /// <summary>The column of the time to the event or to the end of follow-up; null where the outcome is no time.</summary>
    public string? Time { get; init; }

    /// <summary>Days at which shares are told where the outcome is a time, in its unit; none for the last day on which both kinds are followed.</summary>
    public IReadOnlyList<double> At { get; init; } = [];

    /// <summary>The column that says whether follow-up ended because something else came first and ended the chance; null for nothing.</summary>
    public string? Unless { get; init; }

    /// <summary>What the outcome is; null to see from the values.</summary>
    public OutcomeKind? Kind { get; init; }

    /// <summary>How people are made alike.</summary>
    public EvaluationMethod Method { get; init; } = EvaluationMethod.Weighting;

    /// <summary>For whom the effect is told. Matching gives it for the treated only.</summary>
    public Estimand Estimand { get; init; } = Estimand.Att;

    /// <summary>The furthest match, in standard deviations of the distance over all rows; null for none (radius: <see cref="UsualCaliper"/>).</summary>
    public double? Caliper { get; init; }

    /// <summary>Distance is on the log odds of the score, not the score itself.</summary>
    public bool OnLogit { get; init; }

    /// <summary>Columns on which matches must agree exactly.</summary>
    public IReadOnlyList<string> Exact { get; init; } = [];

    /// <summary>Covariates to take as groups although they are numbers.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>How many of the others each treated person is matched with, at most.</summary>
    public int Ratio { get; init; } = 1;

    /// <summary>Whose turn is first.</summary>
    public MatchingOrder Order { get; init; } = MatchingOrder.Largest;

    /// <summary>
    /// Of the two neighbours by score, take the lower where there is one, however far: not the nearest. It is what MatchIt 4.5.1 does as Debian builds it, and is here only to reproduce its answers.
    /// </summary>
    public bool TakesLower { get; init; }

    /// <summary>Of what is drawn by chance: a random order, and the parts a ridge is chosen by.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What must hold for a headline.</summary>
    public HeadlineLimits Limits { get; init; } = HeadlineLimits.Usual;

    /// <summary>Of the limits.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>At most so many threads; the answer is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Reckon other ways too, to be shown beside.</summary>
    public bool ShowsOthers { get; init; } = true;

    /// <summary>The radius where none is said.</summary>
    public const double UsualCaliper = 0.2;
}

/// <summary>What must hold before an effect is put in a headline. Source of the usual: Ministry of Justice, Justice Data Lab methodology (2013).</summary>
/// <param name="LeastTreated">The fewest treated people in the comparison.</param>
/// <param name="Green">A standardised difference up to this is good.</param>
/// <param name="Amber">Up to this it is fair; beyond it, balance fails.</param>
public sealed record HeadlineLimits(int LeastTreated, double Green, double Amber)
{
    /// <summary>60 people; 5% and 10%.</summary>
    public static HeadlineLimits Usual { get; } = new(60, 0.05, 0.10);
}
