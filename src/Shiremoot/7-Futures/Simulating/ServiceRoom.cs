namespace Shiremoot.Futures.Simulating;

/// <summary>A service with so many places: who holds one and until when. Who is offered it while it is full goes without.</summary>
internal sealed class ServiceRoom
{
    private readonly PriorityQueue<int, double> held = new();

    /// <summary>Whether one of so many places is free on a day.</summary>
    public bool HasPlace(double now, int places)
    {
        while (held.TryPeek(out _, out double until) && until <= now) held.Dequeue();
        return held.Count < places;
    }

    /// <summary>The same places, held by the same people.</summary>
    public ServiceRoom Copy()
    {
        ServiceRoom copy = new();
        copy.Fill(this);
        return copy;
    }

    /// <summary>Lets those in who hold places of another.</summary>
    public void Fill(ServiceRoom other) => held.EnqueueRange(other.held.UnorderedItems);

    public void Take(double until) => held.Enqueue(0, until);
}
