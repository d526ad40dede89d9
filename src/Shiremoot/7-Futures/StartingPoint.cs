using Shiremoot.Futures.Simulating;

namespace Shiremoot.Futures;

/// <summary>How a place stands on the first day that is counted: everyone in the system, as the years before left them. Runs with and without a scenario go on from it.</summary>
public sealed class StartingPoint
{
    internal StartingPoint(double day, uint next, SimulatedPerson[] people, Traits[] traits) => (Day, Next, People, Traits) = (day, next, people, traits);

    /// <summary>People in the system.</summary>
    public int Count => People.Length;

    internal double Day { get; }

    /// <summary>The number of the next person who comes in.</summary>
    internal uint Next { get; }

    internal SimulatedPerson[] People { get; }

    internal Traits[] Traits { get; }

    /// <summary>What lasts on its own beyond the day, of whoever; nothing where it is counted in <see cref="Due"/>.</summary>
    internal OpenSpan[] Spans { get; init; } = [];

    internal Traits TraitsOf(int person) => Traits.Length == 0 ? default : Traits[person];

    /// <summary>Who waits for what and what is due when; null where nobody waits for anybody.</summary>
    internal Queues? Due { get; init; }

    /// <summary>One made of parts, in order of people's numbers: the same however many there are.</summary>
    internal static StartingPoint Joined(IReadOnlyList<StartingPoint> parts)
    {
        if (parts is [{ } single]) return single;
        SimulatedPerson[] people = [.. parts.SelectMany(p => p.People)];
        Traits[] traits = [.. parts.SelectMany(p => p.Traits)];
        uint[] numbers = [.. people.Select(p => p.Number)];
        if (traits.Length > 0) Array.Sort((uint[])numbers.Clone(), traits);
        Array.Sort(numbers, people);
        return new(parts[0].Day, parts[0].Next, people, traits) { Spans = [.. parts.SelectMany(p => p.Spans)] };
    }

    /// <summary>The same people in the numbers of another model that holds all names of this one, and of them only those who are asked for.</summary>
    /// <param name="own">The model it was made with, made ready.</param>
    /// <param name="other">The model whose numbers of stages and covariates it takes.</param>
    /// <param name="only">Whom to keep; null for everyone.</param>
    internal StartingPoint Onto(SimulationPlan own, SimulationPlan other, Rollout? only)
    {
        int[] stages = [.. own.Model.Stages.Select(s => IndexOf(other.Model.Stages.Select(o => o.Id), s.Id))], bits = [.. own.Model.Covariates.Select(c => IndexOf(other.Model.Covariates, c))];
        int[] kinds = [.. own.Spans.Kinds.Select(k => IndexOf(other.Spans.Kinds, k))];
        bool same = IsInOrder(stages) && IsInOrder(bits) && IsInOrder(kinds);
        if (Due is not null || (same && only is null)) return this;
        List<SimulatedPerson> people = new(People.Length);
        List<Traits> traits = new(Traits.Length);
        for (int i = 0; i < People.Length; i++)
        {
            SimulatedPerson person = People[i];
            Traits its = TraitsOf(i);
            if (!IsKept(its)) continue;
            if (!same)
            {
                (person.Stage, person.Visited) = ((short)stages[person.Stage], Moved(person.Visited, stages));
                its.Is = Moved(its.Is, bits);
            }
            people.Add(person);
            if (Traits.Length > 0) traits.Add(its);
        }
        return new(Day, Next, [.. people], [.. traits]) { Spans = [.. Spans.Where(s => IsKept(s.Whose)).Select(s => s with { Kind = kinds[s.Kind] })] };

        bool IsKept(in Traits its) => only is not { } some || (some.MayHoldBySexAndAge(its, Day) && some.MayHoldByNeeds(its));
    }

    private static bool IsInOrder(int[] numbers) => numbers.Index().All(n => n.Item == n.Index);

    private static ulong Moved(ulong bits, int[] to)
    {
        ulong moved = 0;
        for (int i = 0; i < to.Length; i++) moved |= (bits >> i & 1) << to[i];
        return moved;
    }

    private static int IndexOf(IEnumerable<string> names, string name) => names.ToList().IndexOf(name);

    /// <summary>The lines, the places held and the wheel of time, where people wait for each other.</summary>
    internal sealed record Queues(int[] Slots, WaitingLine[] Lines, RunSeries.Cell[] Cells, ServiceRoom?[] Rooms, (int Free, int Used, int Later, int Shift, long Slot, double PerDay) Stand);
}
