using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// The justice system of a place as stages that people pass through: who comes in, how long each stage takes, where it leads and
/// what makes that likelier. Read from model.yaml by <see cref="SystemModelFile"/>.
/// </summary>
public sealed record SystemModel
{
    public required string Title { get; init; }

    /// <summary>Event kinds, disposals and offence codes by the numbers that <see cref="LifeEvent"/> holds.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required IReadOnlyList<string> Disposals { get; init; }

    public required IReadOnlyList<string> OffenceCodes { get; init; }

    public required IReadOnlyList<ModelNeed> Needs { get; init; }

    public required IReadOnlyList<OffenceGroup> OffenceGroups { get; init; }

    /// <summary>The share of new offences that are of the group of the one before.</summary>
    public required double SameOffenceAgain { get; init; }

    public required ModelEntry Entry { get; init; }

    public required IReadOnlyList<ModelStage> Stages { get; init; }

    /// <summary>How many people come in from outside, for simulation; null if the file does not say.</summary>
    public ModelArrivals? Arrivals { get; init; }

    /// <summary>What stages wait for: courtrooms, places, practitioners.</summary>
    public IReadOnlyList<ModelResource> Resources { get; init; } = [];

    /// <summary>Nobody waits for anybody, neither for a resource nor for a service's places.</summary>
    public bool IsOfSinglePeople => Resources.Count == 0 && !Stages.Any(s => s.Offers.Any(o => o.Places is not null));

    /// <summary>People differ: the model says at what age they come in and what for. Without it they are alike, and only numbers are followed.</summary>
    public bool HasPeople => OffenceGroups.Count > 0;

    /// <summary>Groups that figures are counted by; null for sex and age.</summary>
    public HomeGroups? CountedBy { get; init; }

    /// <summary>Contacts beside the cases: with health, housing, children's services, schools.</summary>
    public required IReadOnlyList<ModelContact> Contacts { get; init; }

    /// <summary>What odds may speak of, by name; see <see cref="Covariates"/>.</summary>
    public required IReadOnlyList<string> Covariates { get; init; }

    /// <summary>The numbers the model leaves to calibration, by name, with the values they have here.</summary>
    public required IReadOnlyDictionary<string, FittedNumber> Fitted { get; init; }

    /// <summary>Every number of the model under its path in the file: what truth-model.json holds.</summary>
    public required IReadOnlyDictionary<string, double> Coefficients { get; init; }

    /// <summary>By stage: the time spent there; where people wait for a server, the server's time.</summary>
    internal Lasting?[] StayDays()
    {
        Lasting?[] days = [.. Stages.Select(s => s.Days)];
        foreach (ResourceUse use in Resources.SelectMany(r => r.Uses)) days[use.Stage] = use.Work ?? days[use.Stage];
        return days;
    }
}

/// <summary>A number left to calibration.</summary>
/// <param name="Value">The value it has.</param>
/// <param name="IsShare">It lies between 0 and 1; otherwise it is any number above 0.</param>
public readonly record struct FittedNumber(double Value, bool IsShare);

/// <summary>
/// A need or adverse experience: present if loading x vulnerability plus noise passes a threshold set so that the share given comes out
/// (one common factor, probit). Vulnerability is standard normal; the needs of a person hang together by it.
/// </summary>
/// <param name="Id">Its name; odds may speak of it.</param>
/// <param name="Men">Share of men who enter with it.</param>
/// <param name="Women">Share of women.</param>
/// <param name="Loading">Correlation with vulnerability, 0 to 1.</param>
public sealed record ModelNeed(string Id, double Men, double Women, double Loading)
{
    /// <summary>The need is present if sqrt(1 - loading^2) x noise - loading x vulnerability lies below this.</summary>
    internal double Threshold(bool female) => (female ? Women : Men) switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        var share => NormalQuantile.At(share),
    };
}

/// <summary>A group of offences with its share of offences, what changes the share, and the codes recorded for it.</summary>
public sealed record OffenceGroup(string Id, double Share, IReadOnlyList<Term> Odds, IReadOnlyList<(int Code, double Share)> Codes);

/// <summary>Who comes in: the share of women, and at what ages each sex has its first contact.</summary>
/// <param name="Stage">The stage they come in at.</param>
/// <param name="Women">Share of women among those who enter.</param>
/// <param name="MenAges">Bands of age at first contact with their weight, youngest first.</param>
/// <param name="WomenAges">The same for women.</param>
/// <param name="FrailtySpread">Standard deviation of what is lasting and unseen in a person, on the scale of log odds.</param>
/// <param name="FrailtyWithVulnerability">Correlation of the unseen with vulnerability.</param>
/// <param name="LastAge">Nobody is followed beyond this age: the next time they leave a stage with a choice of ways, they leave for good.</param>
public sealed record ModelEntry(int Stage, double Women, IReadOnlyList<AgeShare> MenAges, IReadOnlyList<AgeShare> WomenAges, double FrailtySpread, double FrailtyWithVulnerability, int LastAge);

/// <summary>Ages from one birthday up to, not including, another, spread evenly.</summary>
public sealed record AgeShare(double From, double Until, double Weight)
{
    /// <summary>Bands with the share of people in them and those before.</summary>
    internal static (double Upto, AgeShare Band)[] Cumulative(IReadOnlyList<AgeShare> bands)
    {
        double sum = bands.Sum(b => b.Weight), upto = 0;
        return [.. bands.Select(b => (upto += b.Weight / sum, b))];
    }

    /// <summary>The band at a share of people, 0 to 1.</summary>
    internal static AgeShare At((double Upto, AgeShare Band)[] cumulative, double share)
    {
        int i = 0;
        while (i < cumulative.Length - 1 && share >= cumulative[i].Upto) i++;
        return cumulative[i].Band;
    }
}

/// <summary>One stage: what is recorded on entering it, how long it takes, and where it leads.</summary>
public sealed record ModelStage
{
    public required string Id { get; init; }

    /// <summary>A new offence is committed here: a new case begins.</summary>
    public bool IsOffence { get; init; }

    /// <summary>The case is proven here (a caution or a conviction), and counts as a sanction.</summary>
    public bool IsProof { get; init; }

    /// <summary>People enter the count of proven reoffending on leaving this stage, under this name (caution, court, community, custody).</summary>
    public string? Index { get; init; }

    /// <summary>What the person is known for until something else is: covariate after:NAME.</summary>
    public int After { get; init; } = -1;

    /// <summary>Length of the sentence passed, in days.</summary>
    public Lasting? Sentence { get; init; }

    /// <summary>Time spent in the stage, in days; none if null.</summary>
    public Lasting? Days { get; init; }

    /// <summary>Time spent as a share of the sentence; 0 if the stage's time is <see cref="Days"/>.</summary>
    public double Served { get; init; }

    public IReadOnlyList<Emission> Records { get; init; } = [];

    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>Where it leads; what is left of 1 leaves the system.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];
}

/// <summary>An event recorded on entering a stage, or on leaving it.</summary>
/// <param name="Kind">Number of the event kind.</param>
/// <param name="Disposal">Number of the disposal, or -1.</param>
/// <param name="Share">The share of times it happens.</param>
/// <param name="Lasts">Length of a span, if it has its own.</param>
/// <param name="SpansStage">The span is the stay in the stage.</param>
/// <param name="Remainder">The span is what is left of the sentence after the stage.</param>
/// <param name="OnLeaving">Recorded on the day the stage ends.</param>
public sealed record Emission(int Kind, int Disposal, double Share, Lasting? Lasts, bool SpansStage, bool Remainder, bool OnLeaving);

/// <summary>A service offered on entering a stage: who with, how often it is taken up, and under what name odds speak of it afterwards.</summary>
public sealed record Offer(string Service, int Covariate, int Need, double Share, IReadOnlyList<Term> Odds, int Kind, Lasting Lasts)
{
    /// <summary>How many it can serve at once, in simulation; null for as many as take it up.</summary>
    public int? Places { get; init; }
}

/// <summary>A way on from a stage.</summary>
/// <param name="To">Number of the next stage.</param>
/// <param name="Share">Its weight among the stage's routes, before odds.</param>
/// <param name="Who">Whom it is open to.</param>
/// <param name="Odds">What multiplies the weight.</param>
public sealed record Route(int To, double Share, Ages Who, IReadOnlyList<Term> Odds);

/// <summary>Whom a route is open to, by age on the day.</summary>
public enum Ages
{
    Everyone,
    Children,
    Adults,
}

/// <summary>A covariate with the log of the odds ratio for one unit of it.</summary>
public readonly record struct Term(int Covariate, double LogOdds);

/// <summary>A contact outside cases: how often a year, for whom, at what ages, how long, and with whom.</summary>
public sealed record ModelContact(string Id, int Kind, double PerYear, double FromAge, double UntilAge, int Need, IReadOnlyList<Term> Odds, Lasting? Lasts);
