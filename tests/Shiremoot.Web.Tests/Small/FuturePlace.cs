namespace Shiremoot.Web.Tests.Small;

/// <summary>A small place with the model, targets, calibration and scenario of Northumbria, a second scenario, and one whose file is faulty.</summary>
internal static class FuturePlace
{
    public const string Women = "women-community-sentences", Half = "half-as-many";

    public static SmallPlace Make()
    {
        SmallPlace place = SmallPlace.Bare();
        string from = Path.Combine(Checkout.Folder, "places", "northumbria");
        foreach (string file in (string[])["model.yaml", "generate.yaml", "calibration.yaml", $"scenarios/{Women}.yaml"]) place.Write(file, File.ReadAllText(Path.Combine(from, file)));
        place.Write($"scenarios/{Half}.yaml", """
            id: half-as-many
            title: Half of short custody for women is a fine instead
            says: Of women who would go to custody for up to six months, half are fined.
            source: Made up for this test
            who: { sex: female, ages: [18, 100] }
            numbers: [{ name: half, title: Share fined instead, value: 0.5, known: true, scale: share, source: "assumption: of our own", slider: [0, 1] }]
            instead: [{ of: [custody-to-6-months], to: fine, share: { number: half } }]
            """);
        place.Write("scenarios/faulty.yaml", "id: faulty\ntitle: Faulty\nsource: Made up for this test\n");
        return place;
    }
}
