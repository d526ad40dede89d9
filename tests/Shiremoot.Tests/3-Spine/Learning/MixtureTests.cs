using Shiremoot.Spine.Learning;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Learning;

/// <summary>From pairs drawn with known shares, expectation and maximisation finds the shares again.</summary>
public sealed class MixtureTests
{
    private const int Count = 200_000;
    private const double Prior = 0.2;

    private static readonly double[][] M = [[0.9, 0.07, 0.03], [0.85, 0.1, 0.05], [0.7, 0.3], [0.95, 0.05], [0.6, 0.2, 0.15, 0.05]];
    private static readonly double[][] U = [[0.01, 0.04, 0.95], [0.002, 0.018, 0.98], [0.2, 0.8], [0.5, 0.5], [0.05, 0.05, 0.2, 0.7]];

    private readonly Dictionary<ulong, (double Pairs, double Matches)> drawn = Drawn();

    [Fact]
    public void The_shares_of_pairs_of_one_person_are_found_with_those_of_two_known()
    {
        Mixture mixture = Of(drawn);
        (LevelShares m, _) = mixture.Find(LevelShares.Hopeful([3, 3, 2, 2, 4]), new LevelShares(U), 0.5);
        Near(m, M, 0.02);
        mixture.Share.ShouldBe(Prior, 0.005);
        mixture.Shares.Count.ShouldBeInRange(3, 100);
    }

    [Fact]
    public void Those_of_pairs_of_two_people_are_found_as_well()
    {
        Mixture mixture = Of(drawn);
        (LevelShares m, LevelShares u) = mixture.Find(LevelShares.Hopeful([3, 3, 2, 2, 4]), new LevelShares([.. U.Select(levels => levels.Select(_ => 1.0 / levels.Length).ToArray())]), 0.5, alsoU: true);
        Near(m, M, 0.02);
        Near(u, U, 0.005);
        mixture.Share.ShouldBe(Prior, 0.01);
    }

    [Fact]
    public void Of_pairs_said_to_be_so_likely_so_many_are()
    {
        Mixture mixture = Of(drawn);
        (LevelShares m, _) = mixture.Find(LevelShares.Hopeful([3, 3, 2, 2, 4]), new LevelShares(U), 0.5);
        (double Likely, double Pairs, double Matches)[] said = [.. drawn.Select(d => (Likely(d.Key, m, mixture.Share), d.Value.Pairs, d.Value.Matches))];
        double[] bands = [0, 0.05, 0.2, 0.5, 0.7, 0.9, 0.99, 1.01];
        for (int b = 0; b + 1 < bands.Length; b++)
        {
            (double Likely, double Pairs, double Matches)[] within = [.. said.Where(s => s.Likely >= bands[b] && s.Likely < bands[b + 1])];
            double pairs = within.Sum(s => s.Pairs);
            if (pairs < 300) continue;
            (within.Sum(s => s.Matches) / pairs).ShouldBe(within.Sum(s => s.Likely * s.Pairs) / pairs, 0.05, $"from {bands[b]}");
        }
    }

    [Fact]
    public void What_is_not_told_of_a_pair_counts_neither_way()
    {
        Dictionary<ulong, (double Pairs, double Matches)> holes = [];
        int n = 0;
        foreach ((ulong pattern, (double pairs, double matches)) in drawn)
        {
            ulong hole = pattern & ~(15UL << (4 * (n++ % 5)));
            (double more, double also) = holes.GetValueOrDefault(hole);
            holes[hole] = (more + (pairs / 2), also + (matches / 2));
            (more, also) = holes.GetValueOrDefault(pattern);
            holes[pattern] = (more + (pairs / 2), also + (matches / 2));
        }
        Mixture mixture = Of(holes);
        (LevelShares m, _) = mixture.Find(LevelShares.Hopeful([3, 3, 2, 2, 4]), new LevelShares(U), 0.5);
        mixture.Share.ShouldBe(Prior, 0.02);
        m.Of[3][0].ShouldBe(M[3][0], 0.03);
    }

    private static Mixture Of(Dictionary<ulong, (double Pairs, double Matches)> pairs) => new([.. pairs.Keys], [.. pairs.Values.Select(p => p.Pairs)], [0, 1, 2, 3, 4]);

    private static Dictionary<ulong, (double, double)> Drawn()
    {
        Dictionary<ulong, (double Pairs, double Matches)> drawn = [];
        Chance chance = new(1, 2, 3);
        for (int n = 0; n < Count; n++)
        {
            bool isMatch = chance.Happens(Prior);
            ulong pattern = 0;
            for (int c = 0; c < M.Length; c++) pattern |= (ulong)Level(ref chance, (isMatch ? M : U)[c]) << (4 * c);
            (double pairs, double matches) = drawn.GetValueOrDefault(pattern);
            drawn[pattern] = (pairs + 1, matches + (isMatch ? 1 : 0));
        }
        return drawn;
    }

    private static int Level(ref Chance chance, double[] shares)
    {
        double share = chance.Share();
        int level = 0;
        while (level < shares.Length - 1 && share >= shares[level]) share -= shares[level++];
        return level + 1;
    }

    private static double Likely(ulong pattern, LevelShares m, double share)
    {
        double odds = share / (1 - share);
        for (int c = 0; c < U.Length; c++) odds *= m.Of[c][LevelShares.Level(pattern, c) - 1] / U[c][LevelShares.Level(pattern, c) - 1];
        return odds / (1 + odds);
    }

    private static void Near(LevelShares found, double[][] known, double within)
    {
        for (int c = 0; c < known.Length; c++)
            for (int l = 0; l < known[c].Length; l++) found.Of[c][l].ShouldBe(known[c][l], within, $"comparison {c}, level {l}");
    }
}
