using System.Threading.Channels;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>
/// Where answers about the future are asked for. A coarse one is made at once, while the reader waits a moment; a sharp one in the background, one at a
/// time and on half of the processors, so that no page waits for it. What nobody has wanted for a while is stopped; the last few are kept.
/// </summary>
public sealed class AnswerDesk(Shire shire, DoorOptions options, ILogger<AnswerDesk> log) : BackgroundService
{
    private const int MostKept = 16, MostQueued = 8, MostHomeRuns = 20, MostEngineRuns = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    /// <summary>So long after somebody last wanted it an answer is given up. Browsers wake the pages that stand behind others once a minute.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, AskedAnswer> kept = new(StringComparer.Ordinal);
    private readonly Channel<AskedAnswer> coarse = Channel.CreateBounded<AskedAnswer>(MostQueued), sharp = Channel.CreateBounded<AskedAnswer>(MostQueued);

    /// <summary>The best answer there is within two seconds. A sharper one is on its way, if there is room for it.</summary>
    public async Task<AnswerState> AskAsync(FutureChoice choice)
    {
        AskedAnswer asked = Want(choice);
        await Task.WhenAny(asked.First, Task.Delay(FirstWait));
        return StateOf(asked);
    }

    /// <summary>The best answer there is now.</summary>
    public AnswerState Look(FutureChoice choice) => StateOf(Want(choice));

    /// <summary>The coarse answer, also where there is a sharper one; null while there is none.</summary>
    public async Task<FutureAnswer?> CoarseAsync(FutureChoice choice)
    {
        AskedAnswer asked = Want(choice);
        await Task.WhenAny(asked.First, Task.Delay(FirstWait));
        lock (gate) return asked.Coarse;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => ServeAsync(coarse.Reader, Sharpness.Coarse, Environment.ProcessorCount, stoppingToken), stoppingToken),
        Task.Run(() => ServeAsync(sharp.Reader, new(options.Sharp.Runs, options.Sharp.Worlds, Math.Min(FutureWays.UsualRuns, options.Sharp.Runs), Math.Min(MostHomeRuns, options.Sharp.Runs), Math.Min(MostEngineRuns, options.Sharp.Runs)), Math.Max(1, Environment.ProcessorCount / 2), stoppingToken), stoppingToken));

    private AskedAnswer Want(FutureChoice choice)
    {
        string key = $"{choice.Mark}/{FilesMark()}";
        lock (gate)
        {
            if (!kept.TryGetValue(key, out AskedAnswer? asked))
            {
                ForgetOldest();
                kept[key] = asked = new(choice);
            }
            asked.LastWanted = options.Clock.GetUtcNow();
            Queue(asked);
            return asked;
        }
    }

    private void Queue(AskedAnswer asked)
    {
        if (asked.IsQueued || asked.Stage is AnswerStage.Sharp or AnswerStage.Refused) return;
        asked.IsQueued = (asked.Stage == AnswerStage.Waiting ? coarse : sharp).Writer.TryWrite(asked);
    }

    private void ForgetOldest()
    {
        if (kept.Count < MostKept) return;
        if (kept.Where(k => !k.Value.IsQueued).OrderBy(k => k.Value.LastWanted).FirstOrDefault().Key is { } oldest) kept.Remove(oldest);
    }

    private async Task ServeAsync(ChannelReader<AskedAnswer> queue, Sharpness how, int threads, CancellationToken stopping)
    {
        await foreach (AskedAnswer asked in queue.ReadAllAsync(stopping))
        {
            Outcome<FutureAnswer>? made = IsWanted(asked) ? Make(asked, how, threads, stopping) : null;
            lock (gate)
            {
                asked.IsQueued = false;
                asked.Ended();
                if (made is not { } outcome) continue;
                asked.Take(outcome, how);
                Queue(asked);
            }
        }
    }

    // Null where it was stopped.
    private Outcome<FutureAnswer>? Make(AskedAnswer asked, Sharpness how, int threads, CancellationToken stopping)
    {
        asked.Begun();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            return shire.Ask(asked.Choice.Question(how, threads, stop.Token), (what, done, of) =>
            {
                asked.Told(what, done, of);
                if (!IsWanted(asked)) stop.Cancel();
            });
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception wrong)
        {
            log.LogError(wrong, "An answer about the future failed.");
            return Refusals.AnswerFailed();
        }
    }

    private bool IsWanted(AskedAnswer asked) => options.Clock.GetUtcNow() - asked.LastWanted < Patience;

    private AnswerState StateOf(AskedAnswer asked)
    {
        lock (gate) return asked.State((asked.Stage == AnswerStage.Waiting ? coarse : sharp).Reader.Count, options.Sharp.Runs);
    }

    // A place's files may change while it is on show.
    private string FilesMark() => string.Join('-', ((string[])["model.yaml", "generate.yaml", "calibration.yaml"]).Select(f => File.GetLastWriteTimeUtc(Path.Combine(shire.Place.FolderPath, f)).Ticks));
}
