using System.Globalization;
using Quartz;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Spreading;

/// <summary>One slice of a simulation as a job: its group is the simulation, its name the number of the slice. However often it is run, its figures are put in once.</summary>
sealed class SliceJob(SliceDesk desk) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        string id = context.JobDetail.Key.Group;
        int slice = int.Parse(context.JobDetail.Key.Name, CultureInfo.InvariantCulture);
        if (await desk.Ask(c => SpreadTables.Begin(c, id, slice, desk.Worker, desk.Clock.GetUtcNow()), cancellationToken) != SliceBegun.Begun) return;
        string? fault;
        try
        {
            fault = await Run(id, slice, cancellationToken);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            fault = $"{wrong.GetType().Name}: {wrong.Message}"; // a worker goes on with other slices, and tells whoever asked for this one
        }
        if (fault is null) return;
        bool again = await desk.Ask(c => SpreadTables.Fail(c, id, slice, desk.Worker, fault), cancellationToken);
        desk.Failed($"{Name(id, slice)} went wrong: {fault}{(again ? "; it is tried again" : "; it has been tried often enough")}");
        if (again) throw new JobExecutionException(fault);
    }

    private async Task<string?> Run(string id, int slice, CancellationToken stop)
    {
        if (await desk.Ask(c => SpreadTables.Get(c, id), stop) is not { } simulation) return null;
        long began = desk.Clock.GetTimestamp();
        if (simulation.Run(slice).Refused(out Refusal? why, out SimulatedRuns? runs))
        {
            // What is refused here would be refused by any worker of this build: nobody tries it again.
            await desk.Ask(c => SpreadTables.Refuse(c, id, why with { Says = $"Worker {desk.Worker} cannot run it: {why.Says}" }), stop);
            desk.Failed($"{Name(id, slice)} is refused: {why.Code}");
            return null;
        }
        byte[] figures = SimulatedRunsBytes.Write(runs);
        TimeSpan took = desk.Clock.GetElapsedTime(began);
        bool first = await desk.Ask(c => SpreadTables.Finish(c, id, slice, desk.Worker, figures, took, desk.Clock.GetUtcNow()), stop);
        (int from, int until) = simulation.RunsOf(slice);
        desk.Finished(string.Create(CultureInfo.InvariantCulture, $"{Name(id, slice)} of {simulation.Slices} (runs {from + 1:N0} to {until:N0}) in {took.TotalSeconds:0.0} s"), first);
        return null;
    }

    private static string Name(string id, int slice) => $"simulation {id[..8]}, slice {slice + 1}";
}
