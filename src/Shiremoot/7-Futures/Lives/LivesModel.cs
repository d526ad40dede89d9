using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>A model made ready to run: routes and odds in flat arrays, thresholds of needs worked out.</summary>
internal sealed class LivesModel
{
    public LivesModel(SystemModel model)
    {
        Model = model;
        Stages = [.. model.Stages];
        Routes = [.. model.Stages.Select(s => s.Routes.ToArray())];
        Terms = [.. model.Stages.Select(s => s.Routes.Select(r => r.Odds.ToArray()).ToArray())];
        UsesAge = [.. model.Stages.Select(s => s.Routes.Any(r => r.Odds.Any(o => o.Covariate is Covariates.AgeDecades or Covariates.Copas)))];
        MenThresholds = [.. model.Needs.Select(n => n.Threshold(female: false))];
        WomenThresholds = [.. model.Needs.Select(n => n.Threshold(female: true))];
        MenAges = AgeShare.Cumulative(model.Entry.MenAges);
        WomenAges = AgeShare.Cumulative(model.Entry.WomenAges);
        Groups = [.. model.OffenceGroups.Select(g => (g.Share, g.Odds.ToArray(), Codes(g)))];
        FirstNeed = Covariates.Standing.Count;
        FirstGroup = FirstNeed + model.Needs.Count;
        string[] indexKinds = [.. model.Stages.Select(s => s.Index).OfType<string>().Distinct(StringComparer.Ordinal)];
        IndexKinds = indexKinds;
        IndexOf = [.. model.Stages.Select(s => s.Index is null ? -1 : Array.IndexOf(indexKinds, s.Index))];
        int offence = model.Kinds.ToList().IndexOf("offence");
        IsContact = [.. model.Kinds.Select((_, k) => k != offence)];
    }

    public SystemModel Model { get; }

    public ModelStage[] Stages { get; }

    public Route[][] Routes { get; }

    public Term[][][] Terms { get; }

    public bool[] UsesAge { get; }

    public double[] MenThresholds { get; }

    public double[] WomenThresholds { get; }

    public (double Upto, AgeShare Band)[] MenAges { get; }

    public (double Upto, AgeShare Band)[] WomenAges { get; }

    public (double Share, Term[] Odds, (double Upto, short Code)[] Codes)[] Groups { get; }

    public int FirstNeed { get; }

    public int FirstGroup { get; }

    /// <summary>Names of the kinds of entry into the count of proven reoffending, and the kind of each stage or -1.</summary>
    public IReadOnlyList<string> IndexKinds { get; }

    public int[] IndexOf { get; }

    /// <summary>By event kind: whether it is a contact with an agency (an offence is not, until someone answers for it).</summary>
    public bool[] IsContact { get; }

    private static (double, short)[] Codes(OffenceGroup group)
    {
        double sum = group.Codes.Sum(c => c.Share), upto = 0;
        return [.. group.Codes.Select(c => ((upto += c.Share / sum), (short)c.Code))];
    }
}
