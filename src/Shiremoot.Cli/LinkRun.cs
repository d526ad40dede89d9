using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>What the verb link was asked.</summary>
sealed record LinkAsked(IReadOnlyList<string> Files, string Model, bool OneToOne, IReadOnlyList<string> Without, double? Threshold, LinkOptions Options);

/// <summary>One linking of files from the command line, and what was measured and written of it.</summary>
sealed class LinkRun(LinkAsked asked, Linked linked)
{
    public LinkAsked Asked => asked;

    public Linked Linked => linked;

    public LinkCheck? Check { get; private set; }

    public IReadOnlyList<KinJoined> Kin { get; private set; } = [];

    public List<string> Written { get; } = [];

    public static Outcome<LinkRun> Of(LinkAsked asked)
    {
        if (LinkModelFile.Read(asked.Model).Refused(out Refusal? why, out LinkModel? model)) return why;
        if (asked.OneToOne) model = model with { NoDuplicatesIn = ["*"] };
        if (asked.Threshold is { } threshold && LinkModelFile.At(model, threshold).Refused(out why, out model)) return why;
        if (asked.Without.Count > 0 && LinkModelFile.Without(model, asked.Without).Refused(out why, out model)) return why;
        if (RecordFile.Read(asked.Files, model, rows => asked.Options.Progress?.Invoke("reading records", rows, 0)).Refused(out why, out RecordTable? table)) return why;
        if (RepeatedIds.Refuse(table, asked.Files, model) is { } repeated) return repeated;
        return Linking.Link(table, model, asked.Options).Then<LinkRun>(linked => new LinkRun(asked, linked));
    }

    public Refusal? Measure(string? truth, string? kin)
    {
        if (truth is null) return null;
        if (LinkTruth.Read(truth, linked.Table, asked.Files).Refused(out Refusal? why, out LinkTruth? read)) return why;
        Check = LinkCheck.Of(linked, read, asked.Options.Threads);
        if (kin is null) return null;
        if (KinJoined.Of(kin, linked, read).Refused(out why, out IReadOnlyList<KinJoined>? joined)) return why;
        Kin = joined;
        return null;
    }

    public Refusal? Write(string? clusters, string? pairs, double leastProbability, string? learn)
    {
        if (clusters is not null)
        {
            if (LinkFiles.WriteClusters(linked, clusters).Refused(out Refusal? why, out long people)) return why;
            Written.Add($"{clusters}: {linked.Table.Count:N0} records of {people:N0} people");
        }
        if (pairs is not null)
        {
            if (LinkFiles.WritePairs(linked, pairs, leastProbability).Refused(out Refusal? why, out long written)) return why;
            Written.Add($"{pairs}: {written:N0} pairs of a probability of {leastProbability} or more");
        }
        if (learn is not null)
        {
            if (FileOut.WriteText(LinkModelText.Write(linked.Model, $"Learned from {linked.Table.Count:N0} records of {string.Join(", ", asked.Files.Select(Path.GetFileName))}."), learn) is { } why) return why;
            Written.Add($"{learn}: the model with what was learned");
        }
        return null;
    }
}
