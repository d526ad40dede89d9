using System.Data.Common;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Spreading;

/// <summary>Waits for the workers to finish a simulation, and tells plainly what keeps them.</summary>
/// <param name="store">The team's store.</param>
/// <param name="clock">The clock.</param>
/// <param name="patience">How long it waits for a worker where none is at work, or for a store that does not answer.</param>
/// <param name="pace">How often it looks.</param>
/// <param name="progress">Told how far the simulation has come.</param>
/// <param name="say">Told what keeps it, once.</param>
sealed class Awaiting(TeamStore store, TimeProvider clock, TimeSpan patience, WorkPace pace, Action<SpreadState> progress, Action<string> say)
{
    /// <summary>Waits until all slices are finished, or says why there is no answer.</summary>
    /// <param name="id">The simulation.</param>
    public async Task<Outcome<SpreadState>> Finished(string id)
    {
        long heard = clock.GetTimestamp(), worked = heard;
        (bool toldAway, bool toldNone, int finished) = (false, false, -1);
        while (true)
        {
            try
            {
                using DbConnection connection = store.Source.OpenConnection();
                if (SpreadTables.State(connection, id) is not { } state) return Refusals.SimulationRemoved(id[..8]);
                WorkersAtWork workers = WorkersAtWork.Of(connection, clock.GetUtcNow(), pace.Grace);
                (heard, toldAway) = (clock.GetTimestamp(), false);
                if (state.Refused is { } why) return why;
                if (state.Finished == state.Slices) return state;
                progress(state);
                if (workers.Own > 0 || state.Finished != finished) (worked, toldNone) = (heard, workers.Own == 0 && toldNone);
                else if (clock.GetElapsedTime(worked) > patience) return Refusals.NobodyAtWork(store.ShownAs, patience, EngineBuild.Name, workers.Others, state);
                finished = state.Finished;
                if (workers.Own == 0 && !toldNone)
                {
                    say(Refusals.NobodyAtWork(store.ShownAs, TimeSpan.Zero, EngineBuild.Name, workers.Others, state).Says + $" Waiting {patience.TotalSeconds:0} s for one.");
                    toldNone = true;
                }
            }
            catch (DbException wrong) when (TeamStore.IsAway(wrong))
            {
                if (clock.GetElapsedTime(heard) > patience) return Refusals.StoreAway(store.ShownAs, wrong.Message);
                if (!toldAway) say($"{store.ShownAs} does not answer; waiting {patience.TotalSeconds:0} s for it.");
                toldAway = true;
            }
            await Task.Delay(pace.Waiting, clock);
        }
    }
}
