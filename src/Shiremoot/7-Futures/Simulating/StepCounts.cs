namespace Shiremoot.Futures.Simulating;

/// <summary>
/// How often people went from each step to the next in one run, from a day on. The last step of each person is kept, so that those who pass through stages of no
/// step, however long that takes, are counted from where they were to where they come: nobody is lost on the way, and none is taken for another.
/// </summary>
internal sealed class StepCounts : IWayCounts
{
    private const int FewPeople = 1024;
    private readonly int[] stepOf;
    private readonly bool[] beginsCase;
    private readonly int steps;
    private readonly double fromDay;
    private readonly long[] counts;
    private byte[] at;

    /// <param name="stepOf">By stage: its step, or -1.</param>
    /// <param name="beginsCase">By stage: a case begins there.</param>
    /// <param name="steps">How many steps there are, the four ends among them.</param>
    /// <param name="fromDay">The day from which ways count.</param>
    /// <param name="past">Where everyone was, and what had been counted.</param>
    public StepCounts(int[] stepOf, bool[] beginsCase, int steps, double fromDay, StepsPast past)
    {
        (this.stepOf, this.beginsCase, this.steps, this.fromDay) = (stepOf, beginsCase, steps, fromDay);
        at = new byte[Math.Max(FewPeople, past.At.Length)];
        past.At.CopyTo(at, 0);
        counts = [.. past.Counts];
    }

    /// <summary>By step come from and step gone to.</summary>
    public long[] Counts => counts;

    /// <summary>By number of the person: their last step.</summary>
    public byte[] At => at;

    public void Begin(in SimulatedPerson person)
    {
        if (person.Number >= at.Length) Array.Resize(ref at, (int)Math.Max(2L * at.Length, person.Number + 1L));
        at[person.Number] = StepPlan.FirstTime;
    }

    public void Leaves(in SimulatedPerson person, int stage)
    {
        // They are at their last step until they enter another.
    }

    public void Enters(in SimulatedPerson person, int stage, double now)
    {
        ref byte last = ref at[person.Number];
        if (stage < 0)
        {
            Count(last, StepPlan.Leaves, now);
            return;
        }
        if (beginsCase[stage] && person.Case > 1)
        {
            Count(last, StepPlan.ComesBack, now);
            last = StepPlan.HasComeBack;
        }
        int step = stepOf[stage];
        if (step < 0 || step == last) return;
        Count(last, step, now);
        last = (byte)step;
    }

    private void Count(int from, int to, double now)
    {
        if (now >= fromDay) counts[(from * steps) + to]++;
    }
}
