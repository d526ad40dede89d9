namespace Shiremoot.Economics;

/// <summary>Whose cost it is. The three are never added without saying so: the wider value leaves out what is already fiscal.</summary>
public enum CostKind
{
    /// <summary>Falls on a public agency's budget.</summary>
    Fiscal,

    /// <summary>Falls on people, employers and the rest of the economy.</summary>
    Economic,

    /// <summary>Pain, fear and other harm to wellbeing, valued in pounds.</summary>
    Social,
}
