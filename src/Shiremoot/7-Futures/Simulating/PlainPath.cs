using System.Runtime.CompilerServices;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>People are alike: the way on hangs on the stage alone.</summary>
internal readonly struct PlainPath : IPath
{
    private readonly double[] meanDays;
    private readonly Lasting?[] days;
    private readonly int[] first, to;
    private readonly uint[] upto;
    private readonly Spans spans;

    public PlainPath(SimulationPlan plan)
    {
        (days, spans) = (plan.Days, plan.Spans);
        meanDays = [.. plan.Days.Select(d => d is { Shape: LastingShape.Exponential } ? d.Mean : d is null ? 0 : -1)];
        first = new int[plan.Stages + 1];
        List<int> ways = [];
        List<uint> limits = [];
        for (int s = 0; s < plan.Stages; s++)
        {
            double sum = plan.Routes[s].Sum(r => r.Share), share = 0;
            foreach (Route route in plan.Routes[s])
            {
                share += route.Share / sum;
                ways.Add(route.To);
                limits.Add((uint)Math.Min(uint.MaxValue, share * 4294967296.0));
            }
            limits[^1] = uint.MaxValue;
            first[s + 1] = ways.Count;
        }
        (to, upto) = ([.. ways], [.. limits]);
    }

    public bool Arrive(ref SimulatedPerson person, ref Traits traits, ulong seed) => true;

    public ServiceRoom?[] Rooms => [];

    public bool KeepsTo(int stage) => true;

    public int Begin(ref SimulatedPerson person, ref Traits traits, int entry, double now) => entry;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Enter(ref SimulatedPerson person, ref Traits traits, int stage, double now, ref Chance chance)
    {
        double mean = meanDays[stage];
        return mean > 0 ? mean * chance.Exponential() : mean < 0 ? days[stage]!.Draw(ref chance) : 0;
    }

    public Spans SpansOf(in SimulatedPerson person, in Traits traits, double now) => spans;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(ref SimulatedPerson person, ref Traits traits, int stage, double now)
    {
        int at = first[stage];
        while (person.Luck > upto[at]) at++;
        return to[at];
    }
}
