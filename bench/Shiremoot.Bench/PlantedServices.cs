using System.Diagnostics;
using Shiremoot.Evidence;
using Shiremoot.Tests.Evidence.Planted;

namespace Shiremoot.Bench;

/// <summary>
/// The proof that a service is judged rightly: it is planted in the lives of a place's generated people with no effect and with effects of 5 and 10 points, and judged from stories by the way a
/// place's services are judged. Of a thousand intervals at 95% from 92.5% to 97.5% must hold what the service truly did, and no effect may be called one in more than 7%.
/// </summary>
static class PlantedServices
{
    private const int PeopleInARun = 2_000;
    private const double LeastHeld = 0.925, MostHeld = 0.975, MostCalled = 0.07;

    private static readonly EvaluationQuestion[] Ways = [PlantedStudy.Question, PlantedStudy.Question with { Method = EvaluationMethod.Nearest }];

    public static int Run(string place, int runs)
    {
        string root = GeneratedRealism.Root();
        Stopwatch watch = Stopwatch.StartNew();
        Console.WriteLine($"{place}: {runs:N0} services of {PeopleInARun:N0} generated people each, judged from stories; intervals at 95%\n\n| Way | planted, points | odds | truly, points | had it | held | shown | mean off, points | plain difference off | mean error | spread of estimates | headlines |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        bool isMet = true;
        foreach (double points in (ReadOnlySpan<double>)[0, 0.05, 0.10])
        {
            double odds = PlantedCoverage.OddsFor(root, place, points);
            foreach ((PlantedCoverage found, int way) in PlantedCoverage.Of(root, place, odds, runs, PeopleInARun, 1_000_000, Ways).Select((f, w) => (f, w)))
            {
                double held = (double)found.Held / runs, called = (double)found.Called / runs;
                Console.WriteLine($"| {EvaluationWords.Name(Ways[way].Method)}{(way == 0 ? " (the default)" : "")} | {points * 100:0} | {odds:0.000} | {found.Truth * 100:+0.00;-0.00;0} ± {found.TruthError * 100:0.00} | {found.Served:0%} | {held:0.0%} | {called:0.0%} | {found.MeanOff * 100:+0.00;-0.00} | {found.PlainOff * 100:+0.00;-0.00} | {found.MeanError * 100:0.00} | {found.Spread * 100:0.00} | {(double)found.Headlines / runs:0%} |");
                if (way == 0) isMet &= held is >= LeastHeld and <= MostHeld && (points != 0 || called <= MostCalled);
            }
        }
        Console.WriteLine($"\n{watch.Elapsed.TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processors. {(isMet ? "Met." : "NOT MET.")}");
        return isMet ? 0 : 1;
    }
}
