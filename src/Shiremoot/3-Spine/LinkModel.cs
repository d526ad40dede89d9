namespace Shiremoot.Spine;

/// <summary>
/// How the records of one kind of file are linked: fields, blocking rules, comparisons, and what was learned about them. After I. P. Fellegi and A. B. Sunter, "A theory for record
/// linkage" (1969). Method: docs/methods/record-linkage.md; the file: docs/how-to/write-a-linkage-model.md.
/// </summary>
public sealed record LinkModel
{
    public required string Id { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The column with a record's own id; null: the number of its row.</summary>
    public string? IdColumn { get; init; }

    /// <summary>The column that says which source a record is from, in a file that holds several; null: each file is a source.</summary>
    public string? SourceColumn { get; init; }

    public required IReadOnlyList<LinkField> Fields { get; init; }

    public required IReadOnlyList<BlockRule> Blocks { get; init; }

    /// <summary>Rules that take the place of one of these where it brings too many pairs together.</summary>
    public IReadOnlyList<NarrowerRules> Narrower { get; init; } = [];

    /// <summary>Records of one block beyond which it is not taken pair by pair.</summary>
    public int MostInBlock { get; init; } = 500;

    public required IReadOnlyList<LinkComparison> Comparisons { get; init; }

    /// <summary>Kinds of pairs that resemble each other because they are kin, with numbers of their own: the first that holds.</summary>
    public IReadOnlyList<KinContext> Kin { get; init; } = [];

    /// <summary>Pairs that look alike but are often two people, and the bits taken from them: twins.</summary>
    public IReadOnlyList<LinkCaution> Cautions { get; init; } = [];

    /// <summary>Fields of which a person has one value for life: two different ones in a cluster are a conflict.</summary>
    public IReadOnlyList<string> OnePerPerson { get; init; } = [];

    /// <summary>Sources known to hold nobody twice. "*" stands for every source.</summary>
    public IReadOnlyList<string> NoDuplicatesIn { get; init; } = [];

    /// <summary>The probability that two records picked at random are of one person; null until learned.</summary>
    public double? Prior { get; init; }

    /// <summary>The match weight, in bits, from which a pair may join; null: found without labels.</summary>
    public double? Threshold { get; init; }

    public bool IsLearned => Prior is not null && Comparisons.All(c => c.Levels.All(l => l.M is not null && l.U is not null));

    /// <summary>True if every cluster may hold one record of this source at most.</summary>
    public bool HasNoDuplicates(string source) => NoDuplicatesIn.Contains("*") || NoDuplicatesIn.Contains(source);
}

/// <summary>A field that records are linked by.</summary>
/// <param name="Name">What the model calls it.</param>
/// <param name="From">The columns it is read from; the first that has a value, or all of a list.</param>
/// <param name="Kind">The standard its values are written in.</param>
public sealed record LinkField(string Name, IReadOnlyList<string> From, string Kind)
{
    /// <summary>Fields whose values are put one after another with a space between; none if any of the first and last is missing.</summary>
    public IReadOnlyList<string> Join { get; init; } = [];

    /// <summary>What parts the values of a list in one cell; null if a cell holds one value.</summary>
    public string? Split { get; init; }

    /// <summary>A record may hold several values.</summary>
    public bool IsList { get; init; }

    /// <summary>Values that mean none, in their standard form.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}

/// <summary>A field, or a part of its values: postcode:outcode.</summary>
public readonly record struct FieldPart(string Field, string? Part)
{
    public override string ToString() => Part is null ? Field : $"{Field}:{Part}";
}

/// <summary>Pairs that agree on all of these are compared.</summary>
public sealed record BlockRule(IReadOnlyList<FieldPart> Parts)
{
    /// <summary>True if it asks for the same.</summary>
    public bool IsSame(BlockRule other) => Parts.SequenceEqual(other.Parts);

    public override string ToString() => Parts.Count == 0 ? "every pair" : string.Join(", ", Parts);
}

/// <summary>One aspect in which a pair is compared; the first level whose condition holds is the pair's.</summary>
public sealed record LinkComparison(string Name, IReadOnlyList<LinkLevel> Levels)
{
    /// <summary>The fields its conditions speak of.</summary>
    public IReadOnlyList<string> Fields { get; } = [.. Levels.SelectMany(l => l.Conditions).SelectMany(c => c.Parts).Select(p => p.Field).Distinct()];

    /// <summary>Its levels all ask how great one likeness is: no frequency of values tells how often it comes by chance.</summary>
    public bool IsLadder { get; } = Levels.Count > 1 && Levels[0].Conditions is [{ Measure: not ("same" or "shares"), Sign: ">=" } first]
        && Levels.Skip(1).All(l => l.Conditions is [] or [{ Sign: ">=" }] && l.Conditions.All(c => c.Measure == first.Measure && c.Parts.SequenceEqual(first.Parts)));

    /// <summary>What must hold of a pair for this comparison to speak at all; empty: nothing. Pairs of which it does not hold count neither way, so that shares are of pairs alike in kind.</summary>
    public IReadOnlyList<LinkCondition> Only { get; init; } = [];

    /// <summary>As written.</summary>
    public string? OnlyText { get; init; }

    /// <summary>The fields that must be known of both records for a pair to be at "else". That nobody noted another name says nothing.</summary>
    public IReadOnlyList<string> Needed { get; } =
        [.. Levels.SelectMany(l => l.Conditions).SelectMany(c => c.Measure == "also_known" ? c.Parts.Skip(1) : c.Parts).Select(p => p.Field).Distinct()];
}

/// <summary>A level of agreement, and how often pairs are at it.</summary>
/// <param name="When">As written; "else" for what remains.</param>
/// <param name="Conditions">All must hold; none for "else".</param>
public sealed record LinkLevel(string When, IReadOnlyList<LinkCondition> Conditions)
{
    /// <summary>The share of pairs of one person at this level; null until learned.</summary>
    public double? M { get; init; }

    /// <summary>The share of pairs of two people at this level; null until learned.</summary>
    public double? U { get; init; }

    /// <summary>M and U were written by a person and are not learned.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Fields on whose shared value's frequency the weight depends: to share a rare name tells more.</summary>
    public IReadOnlyList<FieldPart> TermFrequency { get; init; } = [];

    /// <summary>How far the frequency counts: 1 in full, 0 not at all.</summary>
    public double TermFrequencyWeight { get; init; } = 1;

    /// <summary>The match weight, log2(m/u), in bits.</summary>
    public double? Weight => M is { } m && U is { } u ? Math.Log2(m / u) : null;
}

/// <summary>A test of a pair: a measure of two values, set against a number.</summary>
/// <param name="Measure">same, jaro_winkler, edits …</param>
/// <param name="Parts">What is measured.</param>
/// <param name="Sign">=, &gt;=, &lt;=, &gt;, &lt;.</param>
/// <param name="Number">The number it is set against; a test such as same(born) is set against 1.</param>
public sealed record LinkCondition(string Measure, IReadOnlyList<FieldPart> Parts, string Sign, double Number);

/// <summary>Pairs that look alike but are often two people: so many bits are taken from them, so that they join only for other reasons.</summary>
/// <param name="Name">twins.</param>
/// <param name="When">As written.</param>
/// <param name="Conditions">All must hold.</param>
/// <param name="Bits">The bits taken.</param>
public sealed record LinkCaution(string Name, string When, IReadOnlyList<LinkCondition> Conditions, double Bits);

/// <summary>Pairs that resemble each other because they are kin.</summary>
/// <param name="Name">twins, family.</param>
/// <param name="When">As written.</param>
/// <param name="Conditions">All must hold.</param>
public sealed record KinContext(string Name, string When, IReadOnlyList<LinkCondition> Conditions)
{
    /// <summary>Of pairs so alike that are compared, the share of one person; null until learned, or where there were too few to learn from.</summary>
    public double? Prior { get; init; }

    /// <summary>
    /// The field these pairs share: their u is then counted among pairs picked at random of records that share it, and their prior follows. So it is told that people born on one day
    /// more often have one name than people born on any two. Null: both are found by expectation and maximisation among the pairs that are compared.
    /// </summary>
    public string? Given { get; init; }

    /// <summary>That a shared value is rare tells among these pairs too. Among family it does not: they share a rare surname because they are family.</summary>
    public bool KeepsTermFrequency { get; init; }

    /// <summary>M and u of every comparison's levels among these pairs.</summary>
    public IReadOnlyList<IReadOnlyList<(double M, double U)>> Levels { get; init; } = [];
}
