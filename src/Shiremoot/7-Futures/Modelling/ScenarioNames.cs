using Shiremoot.Storage;

namespace Shiremoot.Futures.Modelling;

/// <summary>What a scenario may name: what the model has with the scenario's own lines laid over it.</summary>
/// <param name="Stages">Ids of stages.</param>
/// <param name="Services">Services that are offered.</param>
/// <param name="Needs">Ids of needs.</param>
/// <param name="Fitted">Names of numbers that the model leaves to calibration; a scenario's number may not stand in for one by chance.</param>
internal sealed record ScenarioNames(IReadOnlyList<string> Stages, IReadOnlyList<string> Services, IReadOnlyList<string> Needs, IReadOnlyList<string> Fitted)
{
    public static ScenarioNames Of(SystemModel model) => new(
        [.. model.Stages.Select(s => s.Id)], [.. model.Stages.SelectMany(s => s.Offers).Select(o => o.Service).Distinct(StringComparer.Ordinal)], [.. model.Needs.Select(n => n.Id)], [.. model.Fitted.Keys]);

    public void HasStage(MapNode map, string key, string stage) => Has(map, key, stage, "a stage", Stages);

    public void HasService(MapNode map, string key, string service) => Has(map, key, service, "a service that is offered", Services);

    public void HasNeed(MapNode map, string key, string need) => Has(map, key, need, "a need", Needs);

    private static void Has(MapNode map, string key, string name, string what, IReadOnlyList<string> names)
    {
        if (!names.Contains(name)) map.Fault(key, $"names '{name}', which is not {what} of the model.{Spelling.Suggest(name, names)}");
    }
}
