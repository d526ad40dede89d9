using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>A measure of people, drawn and protected: what a page, a command or a file may show.</summary>
public sealed record PeoplePicture
{
    public required PeopleMeasure Measure { get; init; }

    /// <summary>What is counted, in plain English, with cohort and outcome.</summary>
    public required string Definition { get; init; }

    /// <summary>The time it covers.</summary>
    public required string Period { get; init; }

    /// <summary>How complete the records are for it.</summary>
    public required string Maturity { get; init; }

    /// <summary>The feeds the records came by.</summary>
    public required string Records { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The rules all figures were protected under; their label goes with every table.</summary>
    public required DisclosureRules Rules { get; init; }

    /// <summary>Everyone first, then the groups of each breakdown.</summary>
    public required IReadOnlyList<PeopleRow> Rows { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Expected: whether the score holds for everyone compared; null where too few are.</summary>
    public ScoreHolding? Holding { get; init; }

    /// <summary>The row of everyone.</summary>
    public PeopleRow All => Rows[0];

    /// <summary>The table for downloads.</summary>
    public ReleaseTable ToTable() => PeopleTables.Of(this);
}

/// <summary>One group's figures. What a measure does not show is null.</summary>
/// <param name="By">The breakdown; empty for everyone.</param>
/// <param name="Group">The group; "Everyone" or a value, "Not known" where it is missing.</param>
public sealed record PeopleRow(string By, string Group)
{
    /// <summary>What people call the group: the vocabulary's title of its code, where it has one.</summary>
    public string Title { get; init; } = Group;

    /// <summary>What the figures are of, where a measure shows several things of one group: the thing, or the class. Empty otherwise.</summary>
    public string Each { get; init; } = "";

    /// <summary>The code of the place the figures are of, as the records have it; empty where they are of none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The denominator: people of the group whose answer is known and who were followed for long enough.</summary>
    public required ProtectedCount People { get; init; }

    /// <summary>Of them, those with the outcome, a return, an event or a spell: the numerator.</summary>
    public ProtectedCount? With { get; init; }

    /// <summary>Numerator by denominator, with its interval.</summary>
    public ProtectedShare? Share { get; init; }

    /// <summary>The share beside that of another group of the breakdown; null for that group itself, and where there is no ratio.</summary>
    public RelativeRate? Relative { get; init; }

    /// <summary>The same with people held alike in case mix; null where the measure adjusts for nothing, or too few can be held alike.</summary>
    public AdjustedRate? Adjusted { get; init; }

    /// <summary>What a score expects of the same people.</summary>
    public ExpectedFigures? Expected { get; init; }

    /// <summary>People of the group left out: not followed for long enough, or the answer is missing.</summary>
    public ProtectedCount? LeftOut { get; init; }

    /// <summary>Events, spells or units of demand.</summary>
    public ProtectedCount? Events { get; init; }

    public Protected<double>? Mean { get; init; }

    public Protected<double>? Median { get; init; }

    public Concentration? Concentration { get; init; }

    /// <summary>How a thing goes with coming back when the others are held alike.</summary>
    public PeopleFactor? Factor { get; init; }

    /// <summary>How well a model of coming back foretells; of everyone only.</summary>
    public FactorModel? Model { get; init; }

    /// <summary>The mean chance foretold of the group, to a hundredth.</summary>
    public Protected<double>? Foretold { get; init; }
}

/// <summary>How unevenly demand is spread over the people of a group.</summary>
/// <param name="Gini">0 where all have the same, towards 1 where one person has all (Gini 1912).</param>
/// <param name="Top">The share held by the top few.</param>
/// <param name="Lorenz">The curve of Lorenz (1905): share of demand held by the people with the least, from 0 to 1.</param>
public sealed record Concentration(Protected<double> Gini, IReadOnlyList<TopShare> Top, IReadOnlyList<LorenzPoint> Lorenz);

/// <summary>So many per cent of people (rounded up to whole people), and what they hold.</summary>
public sealed record TopShare(double PerCent, ProtectedCount People, ProtectedCount Events, ProtectedShare Share);

/// <summary>A point of the curve: the people with the least, up to this share of all, hold this share of the demand.</summary>
public sealed record LorenzPoint(double PeopleShare, Protected<double> DemandShare);
