using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// A step of the way through the system as people know it: stages of a model that a picture shows as one. Read from vocabulary/futures/steps.yaml. A step finds its
/// stages by what they record, so that it works for any model; the first step that fits takes a stage.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">As shown.</param>
public sealed record FutureStep(string Id, string Title)
{
    /// <summary>Kinds of event: stages that record one of them are meant.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Disposals the record must have; empty for any.</summary>
    public IReadOnlyList<string> Disposals { get; init; } = [];

    /// <summary>Ids of stages, besides or in place of kinds.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Nobody is shown there: who comes is counted at the next step.</summary>
    public bool IsPassed { get; init; }

    /// <summary>Reads a file of steps.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="shownAs">Its name in messages.</param>
    public static Outcome<IReadOnlyList<FutureStep>> Read(string text, string shownAs) => PlaceFile.ReadText<IReadOnlyList<FutureStep>>(text, shownAs, map =>
    {
        map.TextOr("title");
        map.Text("source");
        List<FutureStep> steps = [];
        foreach (MapNode step in map.Maps("steps"))
        {
            FutureStep read = new(step.Text("id"), step.Text("title")) { Kinds = step.Texts("kinds"), Disposals = step.Texts("disposals"), Of = step.Texts("of"), IsPassed = step.Flag("passed") };
            if (read.Kinds.Count == 0 && read.Of.Count == 0) step.Fault("kinds", "is missing; say which kinds of event, or with 'of' which stages, are meant.");
            if (steps.Any(s => s.Id == read.Id)) step.Fault("id", $"'{read.Id}' is the id of an earlier step.");
            steps.Add(read);
        }
        return steps;
    });

    /// <summary>Whether a stage is of this step.</summary>
    internal bool Takes(ModelStage stage, SystemModel model) =>
        Of.Contains(stage.Id) || stage.Records.Any(r => Kinds.Contains(model.Kinds[r.Kind]) && (Disposals.Count == 0 || (r.Disposal >= 0 && Disposals.Contains(model.Disposals[r.Disposal]))));
}
