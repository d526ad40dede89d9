using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>
/// The stories of a place as a file of columns, made from its store and made again when the store has changed. It holds what records say of people: it is kept beside the store, readable
/// by whoever keeps that, and goes when something is forgotten. A column takes 1, 2 or 4 bytes a value where that holds it, and is mapped: what no question asks for is never read.
/// </summary>
public static class StorySnapshot
{
    private const int Tail = 3 * sizeof(long);
    private const long Mark = 0x31_53_45_49_52_4F_54_53; // STORIES1

    /// <summary>Writes stories to a file, whole or not at all.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="path">Where to.</param>
    /// <param name="key">What they were made from: a file of another key is out of date.</param>
    public static void Write(Stories stories, string path, string key) => WholeFile.Write(path, file =>
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using BufferedStream stream = new(file, 1 << 20);
        Packing packing = new(stream);
        Packed first = packing.Write(new ArrayCells<int>(stories.First), missing: -1), minutes = packing.Write(stories.MinuteCells, missing: -1);
        KeptColumn[] ofPeople = [.. stories.OfPeople.Select(c => Kept(packing, c))], ofEvents = [.. stories.OfEvents.Select(c => Kept(packing, c))];
        byte[] contents = JsonSerializer.SerializeToUtf8Bytes(new Contents(key, [.. stories.Sources], first, minutes, ofPeople, ofEvents));
        stream.Write(contents);
        stream.Write(BitConverter.GetBytes(XxHash3.HashToUInt64(contents)));
        stream.Write(BitConverter.GetBytes((long)contents.Length));
        stream.Write(BitConverter.GetBytes(Mark));
        return true;
    });

    /// <summary>Opens stories that were made from what the key says; null if there is no such file, or it is of another key, or was damaged: then it is to be written anew.</summary>
    public static Stories? Open(string path, string key)
    {
        if (!File.Exists(path)) return null;
        Mapped file;
        try
        {
            FileStream stream = File.OpenRead(path);
            if (stream.Length <= Tail)
            {
                stream.Dispose();
                return null;
            }
            file = new Mapped(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        if (Read(file) is { } contents && contents.Key == key) return Of(file, contents);
        file.Dispose();
        return null;
    }

    private static Contents? Read(Mapped file)
    {
        Span<long> tail = stackalloc long[3];
        file.Read(file.Length - Tail, tail);
        if (tail[2] != Mark || tail[1] <= 0 || tail[1] > Math.Min(file.Length - Tail, Array.MaxLength)) return null;
        byte[] text = new byte[tail[1]];
        file.Read(file.Length - Tail - text.Length, text.AsSpan());
        if (XxHash3.HashToUInt64(text) != unchecked((ulong)tail[0])) return null;
        try
        {
            return JsonSerializer.Deserialize<Contents>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Stories Of(Mapped file, Contents contents) => new(
        contents.Sources, [.. contents.OfPeople.Select(c => Column(file, c))], [.. contents.OfEvents.Select(c => Column(file, c))],
        new MappedWhole(file, contents.First, missing: -1).All(), new MappedWhole(file, contents.Minutes, missing: -1));

    private static KeptColumn Kept(Packing packing, StoryColumn column)
    {
        Packed values = column.Value switch
        {
            StoryValue.Number => packing.Write(column.NumberCells),
            StoryValue.Day => packing.Write(column.DayCells, Days.Unknown),
            _ => packing.Write(column.CodeCells, missing: -1),
        };
        (Packed lengths, long at) = packing.Write(column.Words);
        return new KeptColumn(column.Name, column.Value, values, lengths, at);
    }

    private static StoryColumn Column(Mapped file, KeptColumn kept) => kept.Value switch
    {
        StoryValue.Number => StoryColumn.OfNumbers(kept.Name, new MappedNumbers(file, kept.Values)),
        StoryValue.Day => StoryColumn.OfDays(kept.Name, new MappedWhole(file, kept.Values, Days.Unknown)),
        StoryValue.Flag => StoryColumn.OfFlags(kept.Name, new MappedWhole(file, kept.Values, missing: -1), Words(file, kept)),
        _ => StoryColumn.OfWords(kept.Name, new MappedWhole(file, kept.Values, missing: -1), Words(file, kept)),
    };

    private static Lazy<string[]> Words(Mapped file, KeptColumn kept) => new(() =>
    {
        int[] lengths = new MappedWhole(file, kept.WordLengths, missing: -1).All();
        string[] words = new string[lengths.Length];
        byte[] bytes = new byte[lengths.Sum()];
        file.Read(kept.WordsAt, bytes.AsSpan());
        for (int w = 0, at = 0; w < words.Length; at += lengths[w++]) words[w] = Encoding.UTF8.GetString(bytes, at, lengths[w]);
        return words;
    });

    private sealed record Contents(string Key, StorySource[] Sources, Packed First, Packed Minutes, KeptColumn[] OfPeople, KeptColumn[] OfEvents);

    private sealed record KeptColumn(string Name, StoryValue Value, Packed Values, Packed WordLengths, long WordsAt);
}
