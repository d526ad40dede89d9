namespace Shiremoot.Spine.Standardising;

/// <summary>The standards there are, by the name a model file calls them.</summary>
static class Standards
{
    private static readonly (string Kind, IStandard Standard)[] All =
    [
        ("text", new TextStandard()),
        ("name", new NameStandard()),
        ("date", new DateStandard()),
        ("postcode", new PostcodeStandard()),
        ("identifier", new IdentifierStandard()),
        ("pnc", new PncStandard()),
        ("cro", new CroStandard()),
        ("nhs-number", new NhsNumberStandard()),
        ("phone", new PhoneStandard()),
        ("email", new EmailStandard()),
        ("number", new NumberStandard()),
        ("filter", new FilterStandard()),
        ("token", new TokenStandard()),
        ("encoding", new TokenStandard()),
    ];

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(s => s.Kind)];

    public static IStandard? Of(string kind) => All.FirstOrDefault(s => s.Kind == kind).Standard;
}
