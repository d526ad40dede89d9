namespace Shiremoot.Web.Pages.Picture;

/// <summary>A question a place must be able to answer; measures say which they bear on by its id.</summary>
internal sealed record Question(string Id, string Asks)
{
    private static readonly Question[] Known =
    [
        new("Q01", "What offences and behaviours bring people into the system?"),
        new("Q02", "What kinds of offence does each group commit?"),
        new("Q03", "By what pathways do young people and women come into the system?"),
        new("Q04", "How do adverse childhood experiences bear on offending?"),
        new("Q05", "Where are trauma, abuse and loss concentrated?"),
        new("Q06", "How has sentencing changed over time?"),
        new("Q07", "What do young people who reoffend have in common?"),
        new("Q08", "What services are provided now, at what level, with what outcomes?"),
        new("Q09", "Where are people held, and how far from home?"),
        new("Q10", "Who pays, who gains, and what does that encourage?"),
        new("Q11", "How well does youth justice mesh with wider children’s services?"),
        new("Q12", "What does help to families contribute?"),
        new("Q13", "Which strategies are worth their cost?"),
        new("Q14", "What resources are there now, by agency?"),
        new("Q15", "What is the evidence for each service?"),
        new("Q16", "What works in engaging people?"),
        new("Q17", "What do women and young people in the system experience?"),
        new("Q18", "What do victims experience, and what are their priorities?"),
        new("Q19", "What does the public most want to see?"),
        new("Q20", "What do we want to achieve?"),
        new("Q21", "What is the local picture, and what needs to change?"),
        new("Q22", "Who is in the system, and who comes back?"),
        new("Q23", "Who is accountable, and how is power held openly?"),
        new("Q24", "Who is with us?"),
    ];

    /// <summary>The question of an id; one a place made up stands for itself.</summary>
    public static Question Of(string id) => Array.Find(Known, q => q.Id == id) ?? new(id, id);
}
