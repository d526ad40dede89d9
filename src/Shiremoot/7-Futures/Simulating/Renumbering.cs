namespace Shiremoot.Futures.Simulating;

/// <summary>Puts a model in the numbers of another that holds all its names and perhaps more, so that both can take one person onwards.</summary>
internal static class Renumbering
{
    /// <param name="model">The model.</param>
    /// <param name="other">The one whose numbers of stages and covariates it takes; stages that only this has are added, and nothing leads to them.</param>
    public static SystemModel Onto(SystemModel model, SystemModel other)
    {
        int[] stages = [.. model.Stages.Select(s => At(other.Stages, s.Id))], covariates = [.. model.Covariates.Select(c => other.Covariates.ToList().IndexOf(c))];
        List<Term> Moved(IReadOnlyList<Term> terms) => [.. terms.Select(t => new Term(covariates[t.Covariate], t.LogOdds))];
        ModelStage[] all = [.. other.Stages];
        for (int s = 0; s < stages.Length; s++)
        {
            ModelStage its = model.Stages[s];
            all[stages[s]] = its with
            {
                After = its.After < 0 ? -1 : covariates[its.After],
                Routes = [.. its.Routes.Select(r => r with { To = r.To < 0 ? -1 : stages[r.To], Odds = Moved(r.Odds) })],
                Offers = [.. its.Offers.Select(o => o with { Covariate = covariates[o.Covariate], Odds = Moved(o.Odds) })],
            };
        }
        return model with
        {
            Stages = all,
            Covariates = other.Covariates,
            Entry = model.Entry with { Stage = stages[model.Entry.Stage] },
            OffenceGroups = [.. model.OffenceGroups.Select(g => g with { Odds = Moved(g.Odds) })],
            Resources = [.. other.Resources.Select(o => Kept(model, o, stages))],
        };
    }

    // Times of servers that differ between the two stay each model's own. What only the other waits for is there for everyone, and takes the stage's own time.
    private static ModelResource Kept(SystemModel model, ModelResource other, int[] stages) =>
        model.Resources.FirstOrDefault(r => r.Id == other.Id) is { } own
            ? own with { Uses = [.. own.Uses.Select(u => u with { Stage = stages[u.Stage] })] }
            : new(other.Id, Shifts.AsManyAsCome, [], [], [.. other.Uses.Select(u => u with { Work = null })]);

    private static int At(IReadOnlyList<ModelStage> stages, string id)
    {
        for (int i = 0; i < stages.Count; i++)
            if (stages[i].Id == id) return i;
        return -1;
    }
}
