using Shiremoot.Futures;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>
/// The number that made the stories, by the key of a learned one: read off the model by hand, not by the room that learns. Weights of a stage count against each other alone, and one of
/// them is held as the place's model has it: the others are then to be what they are beside it.
/// </summary>
static class LearnedTruth
{
    /// <summary>Null where the model has no such number.</summary>
    /// <param name="model">What made the stories.</param>
    /// <param name="own">The place's model as it stood.</param>
    /// <param name="learned">What was learned.</param>
    /// <param name="n">A number of it.</param>
    public static double? Of(SystemModel model, SystemModel own, LearnedModel learned, LearnedNumber n)
    {
        if (n.Key == "women_share") return model.Entry.Women;
        if (n.Stage.Length == 0) return null;
        ModelStage stage = model.Stages.Single(s => s.Id == n.Stage);
        if (n.Way.Length > 0)
        {
            string held = learned.Kept.Single(k => k.Why == "is what the others are held against" && k.What.StartsWith(n.Stage + " to ", StringComparison.Ordinal)).What[(n.Stage.Length + 4)..];
            Route way = Way(model, stage, n.Way), against = Way(model, stage, held), before = Way(own, own.Stages.Single(s => s.Id == n.Stage), held);
            if (n.Key == "share") return way.Share / against.Share * before.Share;
            int covariate = model.Covariates.ToList().IndexOf(n.Key[5..]);
            double LogOdds(Route of) => of.Odds.Where(o => o.Covariate == covariate).Sum(o => o.LogOdds);
            return Math.Exp(LogOdds(way) - LogOdds(against) + LogOdds(before));
        }
        if (n.Key == "served") return stage.Served;
        (string part, string key) = (n.Key.Split('.')[0], n.Key.Split('.')[1]);
        Lasting lasts = part == "days" ? stage.Days! : stage.Sentence!;
        if (key is "sigma" or "shape") return lasts.Shape == (key == "shape" ? LastingShape.Weibull : LastingShape.LogNormal) ? lasts.Spread : null;
        return string.Equals(key, lasts.Shape.ToString(), StringComparison.OrdinalIgnoreCase) ? lasts.Mean : null;
    }

    private static Route Way(SystemModel model, ModelStage stage, string to) => stage.Routes.Single(r => r.To < 0 ? to == "leaves" : model.Stages[r.To].Id == to);
}
