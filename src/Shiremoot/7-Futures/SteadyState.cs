using MathNet.Numerics.LinearAlgebra;
using Shiremoot.Futures.Simulating;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// Where a model settles in the long run, exactly: how often each stage is entered (traffic equations; Jackson, 1957), how many people are in it
/// (Little, 1961), and how long they wait for its servers (Erlang, 1917). For models whose people are alike, whose times in line are exponential and
/// whose resources work every day.
/// </summary>
public sealed class SteadyState
{
    /// <summary>Days in a year of a model of flows.</summary>
    public const double DaysAYear = 365;

    private SteadyState(double arrivalsPerDay, IReadOnlyList<StageAtRest> stages) => (ArrivalsPerDay, Stages) = (arrivalsPerDay, stages);

    /// <summary>People who come in from outside a day.</summary>
    public double ArrivalsPerDay { get; }

    public IReadOnlyList<StageAtRest> Stages { get; }

    /// <summary>Works out where the model settles.</summary>
    /// <param name="model">The model.</param>
    /// <param name="arrivalsPerDay">People from outside a day; null for the model's own. An option keeps those of the baseline.</param>
    public static Outcome<SteadyState> Of(SystemModel model, double? arrivalsPerDay = null)
    {
        SimulationPlan plan = new(model);
        if (!plan.IsPlain) return Refusals.NoExactAnswer("people differ in it, and what differs decides where they go");
        foreach (ModelResource resource in model.Resources)
        {
            if (resource.Week.Count > 0 || resource.Changes.Count > 0) return Refusals.NoExactAnswer($"'{resource.Id}' does not work alike on all days");
            if (resource.Uses.Count > 1) return Refusals.NoExactAnswer($"several stages wait for '{resource.Id}'");
            if (plan.Days[resource.Uses[0].Stage] is not { Shape: LastingShape.Exponential }) return Refusals.NoExactAnswer($"the times of '{resource.Id}' are not exponential");
        }
        if (Visits(plan).Refused(out Refusal? why, out double[]? visits)) return why;
        double perDay;
        if (arrivalsPerDay is { } given) perDay = given;
        else if (ArrivalsOf(model, visits).Refused(out why, out perDay)) return why;
        List<StageAtRest> stages = [];
        for (int s = 0; s < plan.Stages; s++)
        {
            double entries = perDay * visits[s], mean = plan.Days[s]?.Mean ?? 0;
            if (plan.Line[s] < 0)
            {
                stages.Add(new(model.Stages[s].Id, entries, entries * mean, 0, 0, 0, 0));
                continue;
            }
            int servers = model.Resources[plan.Line[s]].Servers;
            double offered = entries * mean;
            if (offered >= servers) return Refusals.NeverSettles(model.Stages[s].Id, offered, servers);
            double waits = ErlangC(servers, offered), wait = waits * mean / (servers - offered);
            stages.Add(new(model.Stages[s].Id, entries, offered + (entries * wait), servers, offered / servers, waits, wait));
        }
        return new SteadyState(perDay, stages);
    }

    /// <summary>People from outside a day that the model asks for.</summary>
    internal static Outcome<double> ArrivalsOf(SystemModel model, double[] visits)
    {
        if (model.Arrivals is not { } arrivals) return Refusals.NoArrivals();
        return (arrivals.PerYear ?? (arrivals.TotalPerYear / visits[arrivals.TotalStage])) / DaysAYear;
    }

    /// <summary>How often each stage is entered by one person who comes in, over all their time.</summary>
    internal static Outcome<double[]> Visits(SimulationPlan plan)
    {
        Matrix<double> system = Matrix<double>.Build.DenseIdentity(plan.Stages);
        for (int s = 0; s < plan.Stages; s++)
        {
            double sum = plan.Routes[s].Sum(r => r.Share);
            foreach (Route route in plan.Routes[s])
                if (route.To >= 0) system[route.To, s] -= route.Share / sum;
        }
        Vector<double> outside = Vector<double>.Build.Dense(plan.Stages);
        outside[plan.Entry] = 1;
        return system.Solve(outside).ToArray();
    }

    /// <summary>The chance that somebody who comes must wait (Erlang, 1917), by the recursion on his other formula, which does not overflow.</summary>
    /// <param name="servers">Servers, 1 or more.</param>
    /// <param name="offered">Servers' worth of work that comes in a time; below <paramref name="servers"/>.</param>
    internal static double ErlangC(int servers, double offered)
    {
        double lost = 1;
        for (int n = 1; n <= servers; n++) lost = offered * lost / (n + (offered * lost));
        double used = offered / servers;
        return lost / (1 - used + (used * lost));
    }
}

/// <summary>One stage in the long run.</summary>
/// <param name="Stage">Its id.</param>
/// <param name="EntriesPerDay">How often it is entered a day.</param>
/// <param name="People">Mean number of people in it, those who wait included.</param>
/// <param name="Servers">How many are served at once; 0 where nobody waits.</param>
/// <param name="Used">Share of the servers at work.</param>
/// <param name="ShareWaiting">Share of those who enter that must wait.</param>
/// <param name="WaitDays">Mean days in line, over all who enter.</param>
public sealed record StageAtRest(string Stage, double EntriesPerDay, double People, int Servers, double Used, double ShareWaiting, double WaitDays);
