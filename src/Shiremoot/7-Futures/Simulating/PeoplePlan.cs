namespace Shiremoot.Futures.Simulating;

/// <summary>What people differ by and what that does, in flat arrays. A covariate that is 1 or 0 has a bit of <see cref="Traits.Is"/>: that of its own number.</summary>
internal sealed class PeoplePlan
{
    /// <summary>As many covariates as there are bits.</summary>
    public const int MostCovariates = 64;

    /// <summary>As many services as <see cref="SimulatedPerson.Took"/> has bits.</summary>
    public const int MostServices = 32;

    /// <param name="model">The model.</param>
    /// <param name="plan">The same made ready.</param>
    /// <param name="asked">Whom to follow, and how long the warm-up is.</param>
    public PeoplePlan(SystemModel model, SimulationPlan plan, SimulationAsked asked)
    {
        Only = Rollout.Whom(asked, model);
        FirstDay = asked.WarmUpYears * SteadyState.DaysAYear;
        (Model, Plan) = (model, plan);
        Stages = [.. model.Stages];
        FirstNeed = Futures.Covariates.Standing.Count;
        FirstGroup = FirstNeed + model.Needs.Count;
        After = Mask(model, "after-");
        Served = Mask(model, "served-");
        OffenceGroups = model.OffenceGroups.Count == 0 ? 0 : ((1UL << model.OffenceGroups.Count) - 1) << FirstGroup;
        Ways = [.. plan.Routes.Select(r => new WayChoice([.. r.Select(w => (w.To, w.Share, w.Who, w.Odds))]))];
        Groups = new WayChoice([.. model.OffenceGroups.Select((g, i) => (i, g.Share, Ages.Everyone, g.Odds))]);
        Offers = [.. model.Stages.Select(s => s.Offers.Select(o => new OfferOdds(o, Array.IndexOf(plan.Services, o.Service))).ToArray())];
        Thresholds = [[.. model.Needs.Select(n => n.Threshold(female: false))], [.. model.Needs.Select(n => n.Threshold(female: true))]];
        AgeBands = [AgeShare.Cumulative(model.Entry.MenAges), AgeShare.Cumulative(model.Entry.WomenAges)];
    }

    /// <summary>Whom alone to follow; null for everyone.</summary>
    public Rollout? Only { get; }

    /// <summary>The first day on which a scenario may begin: whom it may no longer reach by then is not followed.</summary>
    public double FirstDay { get; }

    public SystemModel Model { get; }

    public SimulationPlan Plan { get; }

    public ModelStage[] Stages { get; }

    public int FirstNeed { get; }

    public int FirstGroup { get; }

    public ulong After { get; }

    public ulong Served { get; }

    public ulong OffenceGroups { get; }

    public WayChoice[] Ways { get; }

    public WayChoice Groups { get; }

    public OfferOdds[][] Offers { get; }

    /// <summary>By sex: what vulnerability and noise must lie below for a need to be there.</summary>
    public double[][] Thresholds { get; }

    public (double Upto, AgeShare Band)[][] AgeBands { get; }

    /// <summary>Empty rooms of the services that have only so many places; null for the others.</summary>
    public ServiceRoom?[] NewRooms()
    {
        ServiceRoom?[] rooms = new ServiceRoom?[Plan.Services.Length];
        foreach (OfferOdds offer in Offers.SelectMany(o => o))
            if (offer.Offer.Places is { } places) rooms[offer.Service] ??= new(places);
        return rooms;
    }

    private static ulong Mask(SystemModel model, string prefix)
    {
        ulong mask = 0;
        for (int i = 0; i < model.Covariates.Count; i++)
            if (model.Covariates[i].StartsWith(prefix, StringComparison.Ordinal)) mask |= 1UL << i;
        return mask;
    }
}

/// <summary>A service offered, with its odds.</summary>
internal sealed class OfferOdds(Offer offer, int service)
{
    public Offer Offer => offer;

    public int Service => service;

    /// <summary>The service's bit of <see cref="SimulatedPerson.Took"/>.</summary>
    public uint Bit { get; } = 1u << service;

    public OddsProduct Odds { get; } = new(offer.Odds);
}
