using System.Data.Common;
using Shiremoot.Storage;

namespace Shiremoot.Cli.Spreading;

/// <summary>What a worker's jobs share: the store, the worker's name, and what it has done so far.</summary>
/// <param name="store">The team's store.</param>
/// <param name="worker">The worker's name.</param>
/// <param name="clock">The clock.</param>
/// <param name="pace">How often it asks a store that does not answer.</param>
/// <param name="say">Told what was done, a line each.</param>
sealed class SliceDesk(TeamStore store, string worker, TimeProvider clock, WorkPace pace, Action<string> say)
{
    private int finished, twice, failed;

    public string Worker => worker;

    public TimeProvider Clock => clock;

    /// <summary>Slices finished here; of them, those that had been finished already; attempts that went wrong.</summary>
    public (int Finished, int Twice, int Failed) Done => (finished, twice, failed);

    public void Finished(string line, bool isFirst)
    {
        Interlocked.Increment(ref finished);
        if (!isFirst) Interlocked.Increment(ref twice);
        say(isFirst ? line : line + ", which had been finished already: not counted again");
    }

    public void Failed(string line)
    {
        Interlocked.Increment(ref failed);
        say(line);
    }

    /// <summary>Asks something of the store, again and again while it does not answer: what was reckoned is not thrown away because a server is started anew.</summary>
    public async Task<T> Ask<T>(Func<DbConnection, T> question, CancellationToken stop)
    {
        for (bool told = false; ; told = true)
        {
            try
            {
                using DbConnection connection = store.Source.OpenConnection();
                return question(connection);
            }
            catch (Exception wrong) when (TeamStore.IsAway(wrong) && !stop.IsCancellationRequested)
            {
                if (!told) say($"{store.ShownAs} does not answer ({wrong.Message.TrimEnd('.')}); asking again until it does.");
            }
            await Task.Delay(pace.StoreAway, clock, stop);
        }
    }
}
