using Shiremoot.Futures;
using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Targets;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures;

/// <summary>Models small enough for their answers to be worked out by hand.</summary>
static class SmallModels
{
    /// <summary>Who comes in, from 20 to 60, and one kind of offence: the lines of a model that stages are added to.</summary>
    /// <param name="spread">Of what is lasting in them and unseen.</param>
    public static string People(double spread) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        needs: [{ id: drugs, men: 0.3, women: 0.3, loading: 0.5 }]
        entry:
          stage: offence
          women_share: 0.25
          frailty: { spread: {{spread}}, with_vulnerability: 0 }
          last_age: 100
          men: [{ weight: 1, ages: { 20: 1 }, until: 60 }]
          women: [{ weight: 1, ages: { 20: 1 }, until: 60 }]
        offences: { groups: [{ id: theft, share: 1, codes: { "04600": 1 } }] }
        """);

    /// <summary>One kind of offence; after an arrest people come back with the probability given after so many days, proven at once or not at all.</summary>
    public static string Returning(string back, double gap, bool isProven = false, string odds = "") => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        title: Small
        {{People(0)}}
        stages:
          - { id: offence, new_offence: true, records: [{ kind: offence }], to: [{ stage: arrest, share: 1 }] }
          - { id: arrest, proof: {{(isProven ? "true" : "false")}}, records: [{ kind: arrest }], to: [{ stage: waiting, share: {{back}}{{odds}} }, { stage: leaves, share: 0.6 }] }
          - { id: waiting, days: { fixed: {{gap}} }, to: [{ stage: offence, share: 1 }] }
        """);

    public const string Settings = """
        from: 2015-01-01
        districts: [{ code: A, name: A, adults: 3, children: 1, postcodes: [B] }, { code: B, name: B, adults: 1, children: 1, postcodes: [B] }]
        ethnicities: { w1: 3, a1: 1 }
        targets:
          - { id: arrests, title: Arrests, value: 1000, count: { event: arrest }, source: here, sets_size: true }
          - { id: women, title: Women, value: 0.25, share: { event: arrest, sex: female }, of: { event: arrest }, source: here }
          - { id: b, title: B, value: 0.25, share: { event: arrest, district: B }, of: { event: arrest }, source: here }
          - { id: asian, title: Asian, value: 0.25, share: { event: arrest, ethnicity: a1 }, of: { event: arrest }, source: here }

        """;

    public static SystemModel Model(string text, IReadOnlyDictionary<string, double>? fitted = null) =>
        SystemModelFile.Read(text, null, "model.yaml", fitted ?? new Dictionary<string, double>()).Value;

    public static GenerateSettings Read(string settings, SystemModel model)
    {
        using TemporaryFile file = new(settings);
        return GenerateSettingsFile.Read(file.Path, "generate.yaml", model, _ => 0).Value.Settings;
    }

    /// <summary>People seen through a window of so many years, tallied.</summary>
    public static Tally Window(SystemModel model, GenerateSettings settings, int people, int years, ulong seed)
    {
        (int from, int until) = (Days.Number(settings.From), Days.Number(settings.From.PlusYears(years)));
        PeopleMaking making = new(new(model), new(settings), seed, from, until);
        Career career = new();
        Tally tally = new(settings.Targets, model.Kinds.Count);
        for (int i = 0; i < people; i++)
        {
            making.Make(i, career);
            tally.Add(new(career, from, until), 0);
        }
        return tally;
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".yaml");

        public void Dispose() => File.Delete(Path);
    }
}
