namespace Shiremoot.Futures.Simulating;

/// <summary>A model whose people differ, made ready to simulate: the rules of a person, and the services that are counted.</summary>
internal sealed class PeoplePlan
{
    /// <summary>As many services as <see cref="SimulatedPerson.Took"/> has bits.</summary>
    public const int MostServices = 32;

    private readonly string[] services;

    /// <param name="model">The model.</param>
    /// <param name="plan">The same made ready.</param>
    /// <param name="asked">Whom to follow, and how long the warm-up is.</param>
    public PeoplePlan(SystemModel model, SimulationPlan plan, SimulationAsked asked)
    {
        Only = Rollout.Whom(asked, model);
        FirstDay = asked.WarmUpYears * SteadyState.DaysAYear;
        Rules = new(model);
        CountedBy = model.CountedBy;
        (services, Spans) = (plan.Services, plan.Spans);
        IsOffence = [.. model.Stages.Select(s => s.IsOffence)];
        Service = [.. Rules.Offers.Select(s => s.Select(o => Array.IndexOf(services, o.Offer.Service)).ToArray())];
    }

    /// <summary>Whom alone to follow; null for everyone.</summary>
    public Rollout? Only { get; }

    /// <summary>The first day on which a scenario may begin: whom it may no longer reach by then is not followed.</summary>
    public double FirstDay { get; }

    public PersonRules Rules { get; }

    /// <summary>What lasts on its own.</summary>
    public Spans Spans { get; }

    /// <summary>Groups to be counted in, in place of sex and age.</summary>
    public HomeGroups? CountedBy { get; }

    /// <summary>By stage: whether a new case begins there, and with it another group to be counted in.</summary>
    public bool[] IsOffence { get; }

    /// <summary>By stage and offer: the number of the service, which is its bit of <see cref="SimulatedPerson.Took"/>.</summary>
    public int[][] Service { get; }

    /// <summary>Empty rooms of the services that have only so many places, here or in another plan of the same services; null for the others.</summary>
    public ServiceRoom?[] NewRooms(PeoplePlan other)
    {
        ServiceRoom?[] rooms = NewRooms(), others = other.NewRooms();
        return [.. rooms.Zip(others, (own, its) => own ?? its)];
    }

    /// <summary>Empty rooms of the services that have only so many places; null for the others.</summary>
    public ServiceRoom?[] NewRooms()
    {
        ServiceRoom?[] rooms = new ServiceRoom?[services.Length];
        for (int stage = 0; stage < Service.Length; stage++)
            for (int i = 0; i < Service[stage].Length; i++)
                if (Rules.Offers[stage][i].Offer.Places is not null) rooms[Service[stage][i]] ??= new();
        return rooms;
    }
}
