namespace Shiremoot.Records;

/// <summary>Where in a case a disposal stands.</summary>
public enum DisposalKind
{
    /// <summary>Decided by the police or prosecution, without a court.</summary>
    OutOfCourt,

    /// <summary>A court's decision while the case is open.</summary>
    Interim,

    /// <summary>The case ends without a conviction.</summary>
    NotConvicted,

    /// <summary>A sentence that is not immediate custody.</summary>
    NonCustodial,

    /// <summary>A sentence of immediate custody.</summary>
    Custodial,
}

/// <summary>What is done about an offence.</summary>
/// <param name="Term">Id, title, meaning and dates.</param>
/// <param name="Kind">Where in a case it stands.</param>
/// <param name="Ages">Ages at which it may be given.</param>
/// <param name="SentenceClass">Id of the class of custodial sentence, for custody only.</param>
public sealed record Disposal(Term Term, DisposalKind Kind, Ages Ages, string? SentenceClass) : ITerm;

/// <summary>A class of custodial sentence, which settles how release and licence are worked out.</summary>
public sealed record SentenceClass(Term Term, Ages Ages) : ITerm;

/// <summary>A requirement of a community order, suspended sentence order or youth rehabilitation order.</summary>
public sealed record Requirement(Term Term, Ages Ages) : ITerm;

/// <summary>A kind of secure establishment.</summary>
public sealed record Establishment(Term Term, Ages Ages) : ITerm;
