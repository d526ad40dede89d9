using System.Collections.Concurrent;
using Shiremoot.Picture.Series;
using Shiremoot.Storage;

namespace Shiremoot.Picture;

/// <summary>
/// The published series of a store, each read once and kept until the store's loads change. Safe to use from several threads.
/// </summary>
public sealed class SeriesShelf(IStore store)
{
    private readonly ConcurrentDictionary<string, SeriesRows> kept = new(StringComparer.Ordinal);
    private string stamp = "";

    /// <summary>The rows of a series, of active loads only; none if no load has it.</summary>
    public SeriesRows Read(string series)
    {
        IReadOnlyList<SeriesLoad> loads = SeriesReading.ActiveLoads(store);
        string now = string.Join(' ', loads.Select(l => l.Load));
        if (Interlocked.Exchange(ref stamp, now) != now) kept.Clear();
        return kept.GetOrAdd(series, name => SeriesReading.Read(store, name, loads));
    }

    /// <summary>Every series that has rows in an active load, in order of name.</summary>
    public IReadOnlyList<string> Names() => SeriesReading.Names(store);
}
