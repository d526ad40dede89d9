using Shiremoot.Futures;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>The number that made the stories, by the key of a learned one: read off the model by hand, not by the room that learns.</summary>
static class LearnedTruth
{
    /// <summary>Null where the model has no such number, or where weights of the stage are held against a way whose own was changed, so that they are others for the same shares.</summary>
    public static double? Of(SystemModel model, LearnedNumber n)
    {
        if (n.Key == "women_share") return model.Entry.Women;
        if (n.Stage.Length == 0) return null;
        ModelStage stage = model.Stages.Single(s => s.Id == n.Stage);
        if (n.Way.Length > 0)
        {
            Route way = stage.Routes.Single(r => r.To < 0 ? n.Way == "leaves" : model.Stages[r.To].Id == n.Way);
            if (n.Key == "share") return way.Share;
            int covariate = model.Covariates.ToList().IndexOf(n.Key[5..]);
            return Math.Exp(way.Odds.Where(o => o.Covariate == covariate).Sum(o => o.LogOdds));
        }
        if (n.Key == "served") return stage.Served;
        (string part, string key) = (n.Key.Split('.')[0], n.Key.Split('.')[1]);
        Lasting lasts = part == "days" ? stage.Days! : stage.Sentence!;
        return key is "sigma" or "shape" ? lasts.Spread : string.Equals(key, lasts.Shape.ToString(), StringComparison.OrdinalIgnoreCase) ? lasts.Mean : null;
    }
}
