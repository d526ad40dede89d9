namespace Shiremoot.Web.Pages;

/// <summary>One of the five things a place must know, and the pages that bear on it.</summary>
internal sealed record Aim(int Number, string Title, string Asks, IReadOnlyList<(string Text, string Page)> Pages)
{
    public static readonly IReadOnlyList<Aim> All =
    [
        new(1, "What we want to achieve", "The change the place has set itself, and how it will know that it has come.", []),
        new(2, "The local picture, and what must change", "What happens here, how it compares with other places, and which way it is going.",
            [("The picture of the area", "/Picture/Index"), ("Areas on a map and in a table", "/Areas/Index"), ("What it costs, and who pays", "/Costs/Index")]),
        new(3, "Who is in the system", "People rather than structures: who comes back again and again, women, children and young people, people with several needs at once.",
            [("The people, counted and never named", "/People/Index")]),
        new(4, "Power held openly", "Where every figure comes from, how it was made, and who may see what.",
            [("The data and its receipts", "/Data/Index"), ("How figures are made", "/Methods/Index"), ("What is real and what is generated", "/About")]),
        new(5, "Who is with us", "The agencies, the providers, the people who use services, victims and the public.", []),
    ];
}

/// <summary>Something known about a place, with the page that shows how.</summary>
/// <param name="Value">The figure, first.</param>
/// <param name="Says">What it is, to be read on from the figure.</param>
/// <param name="Href">Where it is shown in full; null if nowhere.</param>
internal sealed record Fact(string Value, string Says, string? Href = null);

/// <summary>What is known of an aim in this place, and what is not.</summary>
internal sealed record Known(IReadOnlyList<Fact> Facts, IReadOnlyList<string> Missing);
