namespace Shiremoot.Futures;

/// <summary>
/// What odds in model.yaml may speak of. A covariate is a number known of a person at a moment: 1 or 0 for what is or is not,
/// a measure for what has a size.
/// </summary>
internal static class Covariates
{
    public const int Child = 0, YoungAdult = 1, AgeDecades = 2, Female = 3, Priors = 4, Copas = 5, Frailty = 6, First = 7, Vulnerability = 8;

    /// <summary>
    /// child: under 18. young-adult: 18 to 20. age-decades: decades of age beyond 18, none before. female. priors: log(1 + sanctions so far).
    /// copas: log((1 + sanctions) / (10 + years since the first)), plus log 10 so that it is 0 for a person with none (Copas and Marshall, 1998).
    /// frailty: what is lasting and unseen, normal with its spread, about 0 among contacts (less spread squared among people). first: no sanction so far. vulnerability: standard normal.
    /// </summary>
    public static IReadOnlyList<string> Standing { get; } = ["child", "young-adult", "age-decades", "female", "priors", "copas", "frailty", "first", "vulnerability"];
}
