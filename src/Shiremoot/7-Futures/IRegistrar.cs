using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What agencies write down of a generated person. One is used by one thread at a time.</summary>
public interface IRegistrar
{
    /// <summary>The most references a person has at one agency.</summary>
    const int MostReferences = 8;

    /// <summary>Under how many references the agency knows the person: 1, or more where it has registered them again; at most <see cref="MostReferences"/>. The agency is a place in <see cref="ExtractRun.Agencies"/>.</summary>
    int References(Identity identity, Life life, int agency, ref Chance chance);

    /// <summary>Fills all of <paramref name="written"/> with what the agency wrote down of the person on the day of one registration.</summary>
    /// <param name="identity">Who they are.</param>
    /// <param name="life">What happens to them.</param>
    /// <param name="agency">Place in <see cref="ExtractRun.Agencies"/>.</param>
    /// <param name="registration">Number of the reference among the person's at the agency, from 0.</param>
    /// <param name="day">The day of the first event recorded under the reference.</param>
    /// <param name="chance">Chance of this person, register and registration alone.</param>
    /// <param name="written">What is filled; it may hold another person's.</param>
    void Write(Identity identity, Life life, int agency, int registration, int day, ref Chance chance, ref WrittenPerson written);
}
