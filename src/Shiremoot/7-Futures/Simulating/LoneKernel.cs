using System.Runtime.CompilerServices;

namespace Shiremoot.Futures.Simulating;

/// <summary>
/// Runs a model in which nobody waits for anybody: the order of events between people changes nothing, so each is followed to the end before the next, with no queue of
/// events. One per thread.
/// </summary>
internal sealed class LoneKernel<TPath>(SimulationPlan plan, RunSeries series)
    where TPath : struct, IPath
{
    private readonly int[] onlyOn = plan.OnlyOn, ofDay = series.Periods.OfDay;
    private readonly bool[] beginsCase = plan.BeginsCase;
    private readonly double[] ends = series.Periods.Ends;
    private ulong seed;
    private TPath path;

    /// <summary>Bytes that each person in the system takes.</summary>
    public double BytesPerPerson => Unsafe.SizeOf<SimulatedPerson>() + (plan.IsPlain ? 0 : Unsafe.SizeOf<Traits>());

    /// <summary>Says how people go, and with what chances.</summary>
    public void Set(in TPath way, ulong runSeed) => (path, seed) = (way, runSeed);

    /// <summary>Runs from how things stood, or from an empty system, to the end.</summary>
    public void Run(StartingPoint? from, Arrivals arrivals)
    {
        double end = series.Periods.End;
        uint number = from?.Next ?? 0;
        for (int i = 0; from is not null && i < from.Count; i++)
        {
            SimulatedPerson person = from.People[i];
            Traits its = from.TraitsOf(i);
            series.Stands(person);
            Follow(ref person, ref its, end);
        }
        foreach (OpenSpan span in from?.Spans ?? []) series.Lasts(span);
        for (; arrivals.Next < end; arrivals.MoveOn())
        {
            SimulatedPerson person = SimulatedPerson.New(number++, arrivals.Next);
            Traits its = default;
            if (path.Arrive(ref person, ref its, seed)) Come(ref person, ref its, end);
        }
    }

    /// <summary>Runs from an empty system up to a day, and keeps who is in it then.</summary>
    /// <param name="day">The day.</param>
    /// <param name="arrivals">Who comes in.</param>
    /// <param name="share">Of each so many people only the one at this place is followed, so that threads may share the work.</param>
    public StartingPoint Before(double day, Arrivals arrivals, (int At, int Of) share)
    {
        series.PutByFrom(day);
        List<SimulatedPerson> people = [];
        List<Traits> traits = [];
        uint number = 0;
        for (; arrivals.Next < day; arrivals.MoveOn())
        {
            SimulatedPerson person = SimulatedPerson.New(number++, arrivals.Next);
            Traits its = default;
            if (person.Number % share.Of != share.At || !path.Arrive(ref person, ref its, seed) || !Come(ref person, ref its, day)) continue;
            people.Add(person);
            if (!plan.IsPlain) traits.Add(its);
        }
        return new(day, number, [.. people], [.. traits]) { Spans = [.. series.PutBy!] };
    }

    /// <summary>Takes somebody on, from the stage they go to.</summary>
    public void GoOn(ref SimulatedPerson person, ref Traits its, int next, double now)
    {
        int period = ofDay[(int)now];
        if (Settle(ref person, ref its, next, now, period, RunSeries.Left(ends[period] - now))) Follow(ref person, ref its, series.Periods.End);
    }

    /// <summary>Takes somebody on, who has just entered a stage to stay for so many days.</summary>
    public void GoOnIn(ref SimulatedPerson person, ref Traits its, int stage, double days, double now)
    {
        int period = ofDay[(int)now];
        if (Stay.Begins(series, plan.Lasts, path, seed, ref person, its, stage, days, now, period, RunSeries.Left(ends[period] - now))) Follow(ref person, ref its, series.Periods.End);
        else GoOn(ref person, ref its, path.Next(ref person, ref its, stage, now), now);
    }

    private bool Come(ref SimulatedPerson person, ref Traits its, double until)
    {
        double now = person.At;
        int period = ofDay[(int)now];
        return Settle(ref person, ref its, path.Begin(ref person, ref its, plan.Entry, now), now, period, RunSeries.Left(ends[period] - now)) && Follow(ref person, ref its, until);
    }

    // From stay to stay; whether they are still there on the day.
    private bool Follow(ref SimulatedPerson person, ref Traits its, double until)
    {
        while (person.At < until)
        {
            double now = person.At;
            int stage = person.Stage, period = ofDay[(int)now];
            long left = RunSeries.Left(ends[period] - now);
            series.Moves++;
            series.Leaves(person, stage, period, left);
            if (!Settle(ref person, ref its, path.Next(ref person, ref its, stage, now), now, period, left)) return false;
        }
        return true;
    }

    // Through stages that take no time to one that takes some; false if they leave the system.
    private bool Settle(ref SimulatedPerson person, ref Traits its, int next, double now, int period, long left)
    {
        while (next >= 0)
        {
            if (onlyOn[next] != SimulationPlan.Branches && path.KeepsTo(next))
            {
                series.Passes(person, next, period);
                next = onlyOn[next];
                continue;
            }
            double days = Entering.At(beginsCase[next], seed, path, ref person, ref its, next, now);
            if (Stay.Begins(series, plan.Lasts, path, seed, ref person, its, next, days, now, period, left)) return true;
            next = path.Next(ref person, ref its, next, now);
        }
        return false;
    }
}
