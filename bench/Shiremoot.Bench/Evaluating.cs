using System.Diagnostics;
using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Tests.Evidence.Evaluating;

namespace Shiremoot.Bench;

/// <summary>
/// The effect of a service: how long matching takes, beside MatchIt where R is there; and whether intervals hold the effect that was planted in generated people, for 0, 5 and 10 points.
/// </summary>
static class Evaluating
{
    private const int PeopleInARun = 2_000;
    private const double LeastHeld = 0.925, MostHeld = 0.975, MostCalled = 0.07, LeastFaster = 5;

    public static int Run(int people, int runs)
    {
        bool isFast = Speed(people), holds = Coverage(runs);
        Unmeasured();
        bool isMet = isFast && holds;
        Console.WriteLine(isMet ? "\nMet." : "\nNOT MET.");
        return isMet ? 0 : 1;
    }

    private static bool Speed(int people)
    {
        EvaluationRows rows = MadeService.People(people, 0.05, 1, share: 0.1);
        Console.WriteLine($"{people:N0} generated people, {rows.Treated.Count(t => t):N0} had the service, {MadeService.Names.Count} covariates\n\n| What | seconds | of processors |\n|---|---:|---:|");
        EvaluationQuestion nearest = MadeService.Question with { Method = EvaluationMethod.Nearest };
        Evaluation.Of(MadeService.People(2_000, 0, 2), nearest); // compiled before the clock starts
        double ours = Say("nearest, once each: score, matches, effect, balance", () => Evaluation.Of(rows, nearest));
        Say("the same with a caliper of 0.2", () => Evaluation.Of(rows, nearest with { Caliper = 0.2 }));
        Say("with replacement", () => Evaluation.Of(rows, nearest with { Method = EvaluationMethod.WithReplacement }));
        Say("radius", () => Evaluation.Of(rows, nearest with { Method = EvaluationMethod.Radius }));
        Say("weighting", () => Evaluation.Of(rows, MadeService.Question));
        Say("entropy", () => Evaluation.Of(rows, nearest with { Method = EvaluationMethod.Entropy }));
        string[]? said = BesideR.Ask("""
            suppressMessages(library(MatchIt)); d <- read.csv(commandArgs(TRUE)[1]); f <- had ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8
            before <- proc.time(); m <- matchit(f, d, method = "nearest"); used <- proc.time() - before; cat(format(sum(used[c(1, 2)]), digits = 6), sum(m$weights > 0))
            """, file => Write(rows, file));
        if (said is null) return true;
        double theirs = double.Parse(said[0], CultureInfo.InvariantCulture);
        Console.WriteLine($"| MatchIt: score and matches, {said[1]} matched | | {theirs:0.00} |\n\nMatchIt takes {theirs / ours:0.0} times the processor time of the whole of ours (at least {LeastFaster} is asked).");
        return theirs / ours >= LeastFaster;
    }

    private static bool Coverage(int runs)
    {
        Console.WriteLine($"\n{runs:N0} made services of {PeopleInARun:N0} generated people each; intervals at 95%\n\n| Way | planted, points | held | shown | mean off, points | mean error | spread of estimates | headlines |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        bool isMet = true;
        foreach ((EvaluationQuestion question, bool isUsual) in (ReadOnlySpan<(EvaluationQuestion, bool)>)
            [(MadeService.Question, true), (MadeService.Question with { Method = EvaluationMethod.Nearest, Caliper = 0.2 }, false), (MadeService.Question with { Method = EvaluationMethod.WithReplacement }, false), (MadeService.Question with { Method = EvaluationMethod.Entropy }, false)])
            foreach (double effect in (ReadOnlySpan<double>)[0, 0.05, 0.10])
            {
                EvaluationCoverage found = EvaluationCoverage.Of(runs, PeopleInARun, effect, question, 1_000_000);
                double held = (double)found.Held / runs, called = (double)found.Called / runs;
                Console.WriteLine($"| {EvaluationWords.Name(question.Method)}{(isUsual ? " (the default)" : "")} | {effect * 100:0} | {held:0.0%} | {called:0.0%} | {found.MeanOff * 100:+0.00;-0.00} | {found.MeanError * 100:0.00} | {found.Spread * 100:0.00} | {(double)found.Headlines / runs:0%} |");
                if (isUsual) isMet &= held is >= LeastHeld and <= MostHeld && (effect != 0 || called <= MostCalled);
            }
        return isMet;
    }

    private static void Unmeasured()
    {
        EvaluationResult fooled = Evaluation.Of(MadeService.People(8_000, 0, 21, unmeasured: 1.5), MadeService.Question).Value;
        Console.WriteLine($"\nNo effect planted, something unmeasured that goes with service and outcome: {fooled.Headline}\n{EvaluationWords.Caution(fooled)}");
        EvaluationResult unlike = Evaluation.Of(MadeService.People(400, 0.05, 3, share: 0.6), MadeService.Question with { Method = EvaluationMethod.Nearest }).Value;
        Console.WriteLine($"More had the service than not: {unlike.Headline}");
    }

    private static double Say(string what, Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        work();
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine($"| {what} | {watch.Elapsed.TotalSeconds:0.00} | {cpu:0.00} |");
        return cpu;
    }

    private static void Write(EvaluationRows rows, StreamWriter file)
    {
        file.WriteLine("had,x1,x2,x3,x4,x5,x6,x7,x8");
        for (int r = 0; r < rows.Kept; r++)
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(rows.Treated[r] ? 1 : 0)},{string.Join(',', rows.Covariates.Values.Select(v => v[r].ToString("R", CultureInfo.InvariantCulture)))}"));
    }
}
