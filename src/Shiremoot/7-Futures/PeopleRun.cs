using Shiremoot.Futures.Identities;
using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Targets;

namespace Shiremoot.Futures;

/// <summary>What one run of making people is made of.</summary>
internal sealed record PeopleFrame
{
    public required LivesModel Lives { get; init; }

    public required Population Population { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    public required NameStock Names { get; init; }

    public required HomeStock Homes { get; init; }

    public required IdentitySettings Settings { get; init; }

    public required IdentityFrame Identities { get; init; }

    public required GenerationAsked Asked { get; init; }

    public required int From { get; init; }

    public required int Until { get; init; }

    public int Kinds => Lives.Model.Kinds.Count;
}

/// <summary>Makes the people of a run: in blocks that may hold families, blocks in chunks, each chunk by whichever thread is free, put together in their order.</summary>
internal static class PeopleRun
{
    private const int ChunkSize = 16_384;

    /// <summary>Makes them, and adds them to the extracts if there are any.</summary>
    public static Tally Make(PeopleFrame frame, ExtractSet? extracts, Action<GenerationProgress>? progress)
    {
        long people = frame.Asked.People, chunks = (people + ChunkSize - 1) / ChunkSize, next = -1, made = 0;
        Tally[] parts = new Tally[chunks];
        int threads = (int)Math.Min(frame.Asked.Threads, chunks);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            PeopleWorker worker = new(frame);
            for (long chunk = Interlocked.Increment(ref next); chunk < chunks; chunk = Interlocked.Increment(ref next))
            {
                long first = chunk * ChunkSize, last = Math.Min(people, first + ChunkSize);
                parts[chunk] = worker.Make(chunk, first, last, extracts);
                progress?.Invoke(new("making people", Interlocked.Add(ref made, last - first), people));
            }
        });
        Tally sum = new(frame.Targets, frame.Kinds);
        foreach (Tally part in parts) sum.Add(part);
        return sum;
    }
}

/// <summary>One thread's share of a run.</summary>
internal sealed class PeopleWorker
{
    private const int BlockSize = 64;
    private readonly PeopleFrame frame;
    private readonly PeopleMaking making;
    private readonly Families families;
    private readonly Career[] careers = [.. Enumerable.Range(0, BlockSize).Select(_ => new Career())];
    private readonly Identity[] identities = [.. Enumerable.Range(0, BlockSize).Select(_ => new Identity())];
    private readonly Life[] lives;
    private readonly int[] births = new int[BlockSize];

    public PeopleWorker(PeopleFrame frame)
    {
        this.frame = frame;
        making = new(frame.Lives, frame.Population, frame.Asked.Seed, frame.From, frame.Until);
        lives = [.. careers.Select(c => c.Life)];
        IdentityMaking identityMaking = new(frame.Asked.Seed, frame.Names, frame.Homes, frame.Settings.Names, frame.Identities);
        families = new(frame.Asked.Seed, frame.Settings.Families, identityMaking, making.IsSeen);
    }

    public Tally Make(long chunk, long first, long last, ExtractSet? extracts)
    {
        Tally tally = new(frame.Targets, frame.Kinds);
        ExtractChunk? rows = extracts?.Begin(chunk);
        for (long at = first; at < last; at += BlockSize) MakeBlock(at, (int)Math.Min(BlockSize, last - at), tally, rows);
        if (rows is not null) extracts!.Append(rows);
        return tally;
    }

    private void MakeBlock(long first, int count, Tally tally, ExtractChunk? rows)
    {
        for (int i = 0; i < count; i++)
        {
            making.Make(first + i, careers[i]);
            births[i] = lives[i].BirthDay;
            identities[i].Another = identities[(i + 1) % count];
        }
        families.Make(lives.AsSpan(0, count), identities.AsSpan(0, count));
        for (int i = 0; i < count; i++)
        {
            careers[i].Follow(lives[i].BirthDay - births[i]);
            tally.Add(new(careers[i], frame.From, frame.Until), 0);
            rows?.Add(lives[i], identities[i]);
        }
    }
}
