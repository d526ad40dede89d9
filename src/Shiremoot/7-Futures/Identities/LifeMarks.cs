namespace Shiremoot.Futures.Identities;

/// <summary>What an event of a kind means for the numbers agencies give: one mark, or several, for each event kind of the model.</summary>
[Flags]
enum LifeMarks
{
    None = 0,

    /// <summary>The police give a PNC identifier.</summary>
    Arrest = 1,

    /// <summary>A CRO number is given.</summary>
    Conviction = 2,

    /// <summary>A prison number is given.</summary>
    Custody = 4,

    /// <summary>A case reference number of probation is given.</summary>
    Supervision = 8,
}
