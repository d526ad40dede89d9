using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// Groups that figures may be counted by in place of sex and age: where people live, or how they see their ethnicity. Who belongs to which is drawn beside what happens
/// to them and apart from it, by the shares the place's file gives, as for generated people.
/// </summary>
/// <param name="By">What they are groups by, in a word: area, ethnicity.</param>
/// <param name="Groups">The groups.</param>
public sealed record HomeGroups(string By, IReadOnlyList<HomeGroup> Groups)
{
    private const uint Purpose = uint.MaxValue - 3;
    private readonly double[] adults = Upto(Groups.Select(g => g.Adults)), children = Upto(Groups.Select(g => Groups.Sum(all => all.Children) > 0 ? g.Children : g.Adults));

    /// <summary>Two with one mark put everyone in the same groups.</summary>
    internal string Mark => string.Join(';', [By, .. Groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Name},{g.Adults:R},{g.Children:R}"))]);

    /// <summary>The group of a person, by their number in a run.</summary>
    internal short Of(bool cameAsChild, uint number, ulong seed)
    {
        Chance chance = new(seed, number, Purpose);
        double share = chance.Share();
        double[] upto = cameAsChild ? children : adults;
        short group = 0;
        while (group < upto.Length - 1 && share >= upto[group]) group++;
        return group;
    }

    private static double[] Upto(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        double sum = all.Sum(), upto = 0;
        return [.. all.Select(w => upto += sum > 0 ? w / sum : 1.0 / all.Length)];
    }
}

/// <summary>One of them.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Adults">Weight among those who come in first as an adult.</param>
/// <param name="Children">Weight among those who come in first as a child; where no group has any, that of adults stands in.</param>
public sealed record HomeGroup(string Name, double Adults, double Children);
