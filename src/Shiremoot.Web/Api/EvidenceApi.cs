using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Web.Api;

/// <summary>An entry of the evidence register. Figures are turned so that more is more of the outcome; null where none is held.</summary>
internal sealed record EvidenceAnswer(
    string Id, string Title, string Intervention, string Population, string Outcome, string Measure, double? Effect, double? Lower, double? Upper, double Confidence, string Interval, string Derived, string Says, int? Studies, string FollowUp, string Design, int Quality,
    string Place, int Year, string Source, string Reference, string Read, string Note, bool IsVerified, bool IsLocal);

/// <summary>What is known to work, the same as its pages show.</summary>
internal static class EvidenceApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder evidence = v1.MapGroup("/evidence");
        evidence.MapGet("", List).Produces<IReadOnlyList<EvidenceAnswer>>().ProducesProblem(409).WithName("evidence").WithSummary("What is known to work, and how well: in order of intervention, not of effect.").WithDescription("find: words that an entry must have, all of them.");
        evidence.MapGet("/{id}", One).Produces<EvidenceAnswer>().ProducesProblem(404).ProducesProblem(409).WithName("evidence-entry").WithSummary("One entry.");
        foreach (string format in (string[])["csv", "xlsx"])
        {
            evidence.MapGet($"/table.{format}", (Shire shire) => shire.EvidenceRegister.Refused(out Refusal? why, out EvidenceRegister? register) ? why.Answer() : TableFile.Of(register.Entries.ToTable(), "evidence", format))
                .Produces(StatusCodes.Status200OK, contentType: format == "csv" ? "text/csv" : TableFile.Workbook).ProducesProblem(409).WithName($"evidence-{format}").WithSummary($"The register as a table ({format}).");
        }
    }

    private static IResult List(Shire shire, string? find) => shire.EvidenceRegister.Refused(out Refusal? why, out EvidenceRegister? register)
        ? why.Answer()
        : Results.Json((string.IsNullOrWhiteSpace(find) ? register.Entries : register.Search(find)).Select(Of));

    private static IResult One(Shire shire, string id) => shire.EvidenceRegister.Then(register => register.Entry(id)).Refused(out Refusal? why, out RegisterEntry? entry) ? why.Answer() : Results.Json(Of(entry));

    private static EvidenceAnswer Of(RegisterEntry e)
    {
        double? Shown(double? published) => published is { } p ? e.Shown(p) : null;
        return new(e.Id, e.Title, e.Intervention, e.Population, e.Outcome, e.Scale.Says(), Shown(e.Effect), Shown(e.HigherIsBetter ? e.Upper : e.Lower), Shown(e.HigherIsBetter ? e.Lower : e.Upper), e.Confidence, e.IntervalIs(), e.Derived, RegisterFinding.Of(e),
            e.Studies, e.FollowUp, e.Design, e.Quality, e.Place, e.Year, e.Source, e.Reference, e.Read, e.Note, e.IsVerified, e.IsLocal);
    }
}
