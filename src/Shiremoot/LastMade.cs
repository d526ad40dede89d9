using System.Diagnostics.CodeAnalysis;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>The last few things made, by what they were made of. Whoever asks for one that is being made waits for it; who asks for others does not.</summary>
/// <param name="most">How many are kept.</param>
sealed class LastMade<T>(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private long asked;

    /// <summary>One that was made before.</summary>
    public bool Knows(string key, [MaybeNullWhen(false)] out T made)
    {
        lock (gate)
        {
            bool known = slots.TryGetValue(key, out Slot? slot) && slot.IsMade;
            made = known ? slot!.Made : default;
            if (known) slot!.LastAsked = ++asked;
            return known;
        }
    }

    /// <summary>One that was made before, or made now. What is refused is not kept.</summary>
    public Outcome<T> Get(string key, Func<Outcome<T>> make)
    {
        Slot? slot;
        lock (gate)
        {
            if (!slots.TryGetValue(key, out slot))
            {
                // Who still makes what is left out here gets it; nobody after them does.
                if (slots.Count >= most) slots.Remove(slots.MinBy(s => s.Value.LastAsked).Key);
                slots[key] = slot = new();
            }
            slot.LastAsked = ++asked;
        }
        lock (slot.Making)
        {
            if (slot.IsMade) return Outcome.Of(slot.Made!);
            if (make().Refused(out Refusal? why, out T? made)) return why;
            lock (gate) (slot.Made, slot.IsMade) = (made, true);
            return Outcome.Of(made);
        }
    }

    private sealed class Slot
    {
        public Lock Making { get; } = new();

        public long LastAsked { get; set; }

        public T? Made { get; set; }

        public bool IsMade { get; set; }
    }
}
