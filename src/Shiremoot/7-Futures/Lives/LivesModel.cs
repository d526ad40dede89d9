namespace Shiremoot.Futures.Lives;

/// <summary>A model made ready to live through: the rules of a person, and what is kept of a life.</summary>
internal sealed class LivesModel
{
    public LivesModel(SystemModel model)
    {
        Model = model;
        Rules = new(model);
        Stages = [.. model.Stages];
        Codes = [.. model.OffenceGroups.Select(Cumulative)];
        string[] indexKinds = [.. model.Stages.Select(s => s.Index).OfType<string>().Distinct(StringComparer.Ordinal)];
        IndexKinds = indexKinds;
        IndexOf = [.. model.Stages.Select(s => s.Index is null ? -1 : Array.IndexOf(indexKinds, s.Index))];
        int offence = model.Kinds.ToList().IndexOf("offence");
        IsContact = [.. model.Kinds.Select((_, k) => k != offence)];
    }

    public SystemModel Model { get; }

    public PersonRules Rules { get; }

    public ModelStage[] Stages { get; }

    /// <summary>By group of offences: its codes, each with the share of it and those before.</summary>
    public (double Upto, short Code)[][] Codes { get; }

    /// <summary>Names of the kinds of entry into the count of proven reoffending, and the kind of each stage or -1.</summary>
    public IReadOnlyList<string> IndexKinds { get; }

    public int[] IndexOf { get; }

    /// <summary>By event kind: whether it is a contact with an agency (an offence is not, until someone answers for it).</summary>
    public bool[] IsContact { get; }

    private static (double, short)[] Cumulative(OffenceGroup group)
    {
        double sum = group.Codes.Sum(c => c.Share), upto = 0;
        return [.. group.Codes.Select(c => ((upto += c.Share / sum), (short)c.Code))];
    }
}
