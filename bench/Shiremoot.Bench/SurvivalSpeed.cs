using System.Diagnostics;
using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Bench;

/// <summary>Curves, tests and models of many rows, beside the plain way of reckoning them, which looks among all rows at every event.</summary>
static class SurvivalSpeed
{
    private const int Columns = 10, PlainRows = 20_000, RowsBesideR = 200_000;

    public static void Run(int rows)
    {
        (TimesToEvent times, ModelColumns columns, int[] group) = Made(rows);
        Console.WriteLine($"{rows:N0} rows, {times.Cause.Count(c => c == 1):N0} events at {times.Time.Distinct().Count():N0} times, {Columns} covariates, {Environment.ProcessorCount} cores\n\n| What | seconds | of processors |\n|---|---:|---:|");
        Say("Kaplan-Meier of 2 groups", () => Survival.Curves(times, group, 2));
        Say("Incidence with competing causes, 2 groups", () => Survival.Incidence(times with { Cause = [.. times.Cause.Select((c, r) => c * (1 + (r & 1)))] }, 2, group, 2));
        Say("Log-rank of 2 groups", () => Survival.Test(times, group, 2));
        Say("Proportional hazards, 2 threads", () => Cox.Fit(times, columns, new() { Threads = 2 }));
        Say("Proportional hazards, 1 thread", () => Cox.Fit(times, columns, new() { Threads = 1 }));
        Say("Proportional hazards, errors robust by pairs of rows", () => Cox.Fit(times, columns, new() { Cluster = [.. Enumerable.Range(0, rows).Select(r => r / 2)] }));
        Say("Logistic regression", () => Logistic.Fit([.. times.Cause.Select(c => c == 1)], columns));

        (times, columns, _) = Made(PlainRows);
        Console.WriteLine($"\nProportional hazards of {PlainRows:N0} rows\n\n| Way | seconds | of processors |\n|---|---:|---:|");
        Say("plain: one round, those at risk looked up at every event", () => Plain(times, columns));
        Say("ours: the whole model, all rounds", () => Cox.Fit(times, columns));
        BesideSurvival();
    }

    // Efron's way with ties, as both have it; times rounded, so that there are many.
    private static void BesideSurvival()
    {
        (TimesToEvent times, ModelColumns columns, _) = Made(RowsBesideR);
        times = times with { Time = [.. times.Time.Select(t => Math.Ceiling(t * 365))] };
        Cox.Fit(times, columns); // compiled before the clock starts
        Console.WriteLine($"\nProportional hazards of {RowsBesideR:N0} people, times in whole days, Efron's way with ties\n\n| Way | seconds | of processors |\n|---|---:|---:|");
        CoxModel? model = null;
        double ours = Say("ours", () => model = Cox.Fit(times, columns).Value);
        string[]? said = BesideR.Ask("""
            suppressMessages(library(survival)); d <- read.csv(commandArgs(TRUE)[1])
            before <- proc.time(); m <- coxph(Surv(time, event) ~ ., d); used <- proc.time() - before; cat(format(sum(used[c(1, 2)]), digits = 6), format(coef(m), digits = 17))
            """, file =>
            {
                file.WriteLine($"time,event,{string.Join(',', columns.Names)}");
                for (int r = 0; r < RowsBesideR; r++)
                    file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Time[r]:R},{times.Cause[r]},{string.Join(',', columns.Values.Select(v => v[r].ToString("R", CultureInfo.InvariantCulture)))}"));
            });
        if (said is null) return;
        double theirs = double.Parse(said[0], CultureInfo.InvariantCulture);
        double apart = model!.Coefficients.Select((c, n) => Math.Abs(c.Value - double.Parse(said[n + 1], CultureInfo.InvariantCulture))).Max();
        Console.WriteLine($"| R's coxph | | {theirs:0.00} |\n\ncoxph takes {theirs / ours:0.0} times the processor time; coefficients differ by at most {apart:0.0e0}.");
    }

    private static double Say(string what, Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        work();
        double used = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine($"| {what} | {watch.Elapsed.TotalSeconds:0.00} | {used:0.00} |");
        return used;
    }

    private static (TimesToEvent Times, ModelColumns Columns, int[] Group) Made(int rows)
    {
        double[] time = new double[rows];
        int[] cause = new int[rows], group = new int[rows];
        double[][] x = [.. Enumerable.Range(0, Columns).Select(_ => new double[rows])];
        for (int r = 0; r < rows; r++)
        {
            Chance chance = new(1, (ulong)r, 1);
            double eta = 0;
            for (int c = 0; c < Columns; c++) eta += (0.3 - (0.05 * c)) * (x[c][r] = c % 2 == 0 ? chance.Normal() : chance.Below(2));
            double happens = chance.Exponential() * Math.Exp(-eta), leaves = chance.Exponential();
            (time[r], cause[r], group[r]) = (Math.Min(happens, leaves), happens <= leaves ? 1 : 0, chance.Below(2));
        }
        return (new(time, cause), new([.. Enumerable.Range(0, Columns).Select(c => $"x{c}")], x), group);
    }

    // At the effects of nought, each event's risk set gathered from all rows.
    private static double Plain(TimesToEvent times, ModelColumns columns)
    {
        double likelihood = 0, touched = 0;
        double[] s1 = new double[Columns], s2 = new double[Columns * Columns];
        for (int e = 0; e < times.Time.Length; e++)
        {
            if (times.Cause[e] != 1) continue;
            double s0 = 0;
            Array.Clear(s1);
            Array.Clear(s2);
            for (int r = 0; r < times.Time.Length; r++)
            {
                if (times.Time[r] < times.Time[e]) continue;
                s0++;
                for (int a = 0; a < Columns; a++)
                {
                    s1[a] += columns.Values[a][r];
                    for (int b = 0; b <= a; b++) s2[(a * Columns) + b] += columns.Values[a][r] * columns.Values[b][r];
                }
            }
            likelihood -= Math.Log(s0);
            touched += s2[0] - (s1[0] * s1[0] / s0);
        }
        return likelihood + touched;
    }
}
