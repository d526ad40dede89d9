namespace Shiremoot.Picture.Pathways;

/// <summary>Numbers pairs of activities, each from 0 in the order first met.</summary>
sealed class EdgeTable
{
    private int[] slots = new int[64]; // number + 1; 0 is free
    private ulong[] pairs = new ulong[32];

    public int Count { get; private set; }

    public (int From, int To) this[int edge] => ((int)(pairs[edge] >> 32), (int)(pairs[edge] & uint.MaxValue));

    public int Number(int from, int to)
    {
        ulong pair = ((ulong)(uint)from << 32) | (uint)to;
        int[] own = slots;
        int mask = own.Length - 1;
        for (int at = Place(pair, mask); ; at = (at + 1) & mask)
        {
            int there = own[at];
            if (there == 0) return Add(pair, at);
            if (pairs[there - 1] == pair) return there - 1;
        }
    }

    private static int Place(ulong pair, int mask)
    {
        unchecked
        {
            ulong mixed = (pair ^ (pair >> 29)) * 0x9E3779B97F4A7C15UL;
            return (int)(mixed >> 32) & mask;
        }
    }

    private int Add(ulong pair, int slot)
    {
        if (Count == pairs.Length) Array.Resize(ref pairs, Count * 2);
        pairs[Count] = pair;
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length) Widen();
        return Count - 1;
    }

    private void Widen()
    {
        int[] wider = new int[slots.Length * 2];
        int mask = wider.Length - 1;
        for (int edge = 0; edge < Count; edge++)
        {
            int at = Place(pairs[edge], mask);
            while (wider[at] != 0) at = (at + 1) & mask;
            wider[at] = edge + 1;
        }
        slots = wider;
    }
}
