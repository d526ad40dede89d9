using Shiremoot.Futures.Mistakes;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Agencies' registers with the mistakes of generate.yaml; counts the mistakes made.</summary>
internal sealed class Registrar(MistakeRates rates, Sounds sounds, int ethnicities, MistakeCounts counts) : IRegistrar
{
    private readonly Registering registering = new(rates, sounds, ethnicities);

    public int References(Identity identity, Life life, int agency, ref Chance chance) => registering.References(agency, ref chance);

    public void Write(Identity identity, Life life, int agency, int registration, int day, ref Chance chance, ref WrittenPerson written) =>
        counts.Add(agency, registering.Write(identity, identity.Another ?? identity, life, agency, registration, day, ref chance, ref written));
}

/// <summary>How many registrations each agency made and how many held each mistake. Threads add to it at once; sums of whole numbers do not depend on their order.</summary>
internal sealed class MistakeCounts(int agencies)
{
    private readonly long[] written = new long[agencies];
    private readonly long[] made = new long[agencies * 64];

    public void Add(int agency, MadeMistakes mistakes)
    {
        Interlocked.Increment(ref written[agency]);
        for (int i = 0; i < MistakeRates.Keys.Count; i++)
            if (mistakes.Has((Rate)i)) Interlocked.Increment(ref made[(agency * 64) + i]);
    }

    /// <summary>By agency and mistake: how many registrations held it, of how many.</summary>
    public IEnumerable<MistakeShare> Shares(IReadOnlyList<string> agencies, MistakeRates rates)
    {
        for (int agency = 0; agency < agencies.Count; agency++)
            for (int i = 0; i < MistakeRates.Keys.Count; i++)
                if (made[(agency * 64) + i] > 0) yield return new(agencies[agency], MistakeRates.Keys[i], rates[agency, (Rate)i], made[(agency * 64) + i], written[agency]);
    }
}
