using System.Diagnostics;
using Shiremoot.Futures;
using Shiremoot.Tests.Futures.Learned;

namespace Shiremoot.Bench;

/// <summary>
/// The proof that a model is learned from stories: people made from what was learned differ from those it was learned from in none of ten figures, at 1% over all ten; where the place is unlike
/// its model, people of the model as it stood do differ.
/// </summary>
static class LearningNumbers
{
    private const int Years = 12;
    private const double Level = 0.01;

    public static int Run(string place, int people, ulong seed)
    {
        bool isMet = true;
        LearnedProof proof = new(GeneratedRealism.Root(), place, people, Years);
        foreach ((string title, string? truth) in new[] { ("A place like its model", null), ("A place unlike its model", (string?)LearnedProof.Unlike) })
        {
            Stopwatch watch = Stopwatch.StartNew();
            ProofRun run = proof.Run(truth, seed, seed + 1000);
            Console.WriteLine($"## {title}\n\n{place}, {people:N0} people, {Years} years, learned from seed {seed}, made anew with seed {seed + 1000}; {watch.Elapsed.TotalSeconds:0} s. {run.Learned.Numbers.Count} numbers learned, {run.Learned.Kept.Count} left as they were.\n");
            Console.WriteLine("| Figure | learned from | made from what was learned | P | P held up (Holm) | model as it stood | P held up |\n|---|---:|---:|---:|---:|---:|---:|");
            for (int i = 0; i < TenSummaries.Names.Count; i++)
                Console.WriteLine($"| {TenSummaries.Names[i]} | {run.Seen[i]:G4} | {run.Made[i]:G4} | {run.P[i]:0.000} | {run.Held[i]:0.000} | {run.Before[i]:G4} | {run.HeldBefore[i]:G2} |");
            bool agrees = run.Held.All(p => p >= Level), toldApart = truth is null || run.HeldBefore.Count(p => p < Level) >= 5;
            SystemModel made = proof.Over(truth);
            (int held, int of) = Held(run.Learned, made, proof.Own);
            Console.WriteLine($"\nIntervals at 95% that hold the number that made the stories: {held} of {of}, {(double)held / of:0.0%}. {(agrees && toldApart ? "Met." : "NOT MET.")}\n");
            isMet &= agrees && toldApart;
        }
        return isMet ? 0 : 1;
    }

    // Each learned number beside the one that made the people.
    private static (int, int) Held(LearnedModel learned, SystemModel made, SystemModel own)
    {
        (LearnedNumber Number, double? Truth)[] known = [.. learned.Numbers.Select(n => (n, LearnedTruth.Of(made, own, learned, n))).Where(n => n.Item2 is not null)];
        (LearnedNumber Number, double? Truth)[] outside = [.. known.Where(n => n.Truth < n.Number.Lower || n.Truth > n.Number.Upper)];
        foreach ((LearnedNumber n, double? truth) in outside) Console.WriteLine($"- outside: {n.Title} {n.Written(n.Value)} ({n.Written(n.Lower)} to {n.Written(n.Upper)}), made by {truth:G4}");
        return (known.Length - outside.Length, known.Length);
    }
}
