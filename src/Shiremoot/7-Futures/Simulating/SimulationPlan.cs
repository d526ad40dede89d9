namespace Shiremoot.Futures.Simulating;

/// <summary>A model made ready to simulate: stages in flat arrays, with the lines they wait in.</summary>
internal sealed class SimulationPlan
{
    /// <summary>In <see cref="OnlyOn"/>: of a stage at which something happens, or that leads more than one way.</summary>
    public const int Branches = -2;

    /// <summary>A model by itself.</summary>
    public SimulationPlan(SystemModel model)
        : this(model, ServicesOf(model), Spans.KindsOf(model))
    {
    }

    private SimulationPlan(SystemModel model, IReadOnlyList<string> services, IReadOnlyList<string> spans)
    {
        Model = model;
        IsPlain = !model.HasPeople && model.Stages.All(s => s.Served == 0 && s.Sentence is null && s.Offers.Count == 0 && s.Routes.All(r => r.Odds.Count == 0 && r.Who == Ages.Everyone));
        Groups = IsPlain ? Everyone : model.CountedBy is { } by ? [.. by.Groups.Select(g => g.Name)] : BySexAndAge;
        Stages = model.Stages.Count;
        Entry = model.Entry.Stage;
        Line = [.. Enumerable.Repeat(-1, Stages)];
        Priority = new byte[Stages];
        Days = model.StayDays();
        Routes = [.. model.Stages.Select(s => s.Routes.ToArray())];
        BeginsCase = [.. model.Stages.Select((s, i) => s.IsOffence || (i == Entry && !model.Stages.Any(o => o.IsOffence)))];
        Spans = new(model, spans);
        Lasts = Spans.Has;
        OnlyOn = [.. model.Stages.Select((s, i) => IsBare(s) && !BeginsCase[i] && !Spans.Has[i] && s.Routes is [{ Who: Ages.Everyone }] ? s.Routes[0].To : Branches)];
        Services = [.. services];
        for (int r = 0; r < model.Resources.Count; r++)
            foreach (ResourceUse use in model.Resources[r].Uses)
            {
                (Line[use.Stage], Priority[use.Stage]) = (r, (byte)use.Priority);
                OnlyOn[use.Stage] = Branches;
            }
    }

    /// <summary>A model as it is and with a scenario, in one numbering of stages: services and spans of both are in both, under the same number.</summary>
    public static (SimulationPlan Before, SimulationPlan With) Pair(SystemModel before, SystemModel with)
    {
        string[] services = [.. ServicesOf(with).Union(ServicesOf(before), StringComparer.Ordinal)], spans = [.. Spans.KindsOf(with).Union(Spans.KindsOf(before), StringComparer.Ordinal)];
        (SimulationPlan own, SimulationPlan plan) = (new(before, services, spans), new(with, services, spans));
        own.Lasts = plan.Lasts = [.. own.Spans.Has.Zip(plan.Spans.Has, (was, now) => was || now)];
        return (own, plan);
    }

    private static IReadOnlyList<string> ServicesOf(SystemModel model) => [.. model.Stages.SelectMany(s => s.Offers).Select(o => o.Service).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether nothing happens at a stage, no time is spent there, and nothing that lasts is recorded.</summary>
    public bool IsBare(int stage) => IsBare(Model.Stages[stage]) && !Spans.Has[stage] && Line[stage] < 0 && !BeginsCase[stage];

    private static bool IsBare(ModelStage stage) =>
        stage is { Days: null, Served: 0, Sentence: null, IsOffence: false, IsProof: false, After: < 0, Offers.Count: 0 };

    public SystemModel Model { get; }

    public int Stages { get; }

    public int Entry { get; }

    /// <summary>The resource each stage waits for, or -1, and who goes first.</summary>
    public int[] Line { get; }

    public byte[] Priority { get; }

    /// <summary>Time in each stage; of those that wait, time of a server.</summary>
    public Lasting?[] Days { get; }

    public Route[][] Routes { get; }

    /// <summary>Services that are offered, in the order the file first names them.</summary>
    public string[] Services { get; }

    /// <summary>What lasts on its own.</summary>
    public Spans Spans { get; }

    /// <summary>By stage: whether anything that lasts on its own is recorded there, in this model or in the other of a pair.</summary>
    public bool[] Lasts { get; private set; }

    /// <summary>What is counted in each group: stages, then services, then kinds of event that last on their own.</summary>
    public int Rows => Stages + Services.Length + Spans.Kinds.Length;

    public bool[] BeginsCase { get; }

    /// <summary>Nobody waits for anybody: each person's time may be followed to its end before the next one's begins.</summary>
    public bool IsOfSinglePeople => Model.IsOfSinglePeople;

    /// <summary>Of stages at which nothing happens and that lead one way: where they lead, -1 out of the system; <see cref="Branches"/> of all others.</summary>
    public int[] OnlyOn { get; }

    /// <summary>Whether people may come to a stage again in the same case.</summary>
    public bool LeadsBack(int stage)
    {
        HashSet<int> met = [];
        Stack<int> ahead = new([stage]);
        while (ahead.TryPop(out int at))
            foreach (int next in Routes[at].Select(r => r.To).Where(to => to >= 0 && !BeginsCase[to]))
            {
                if (next == stage) return true;
                if (met.Add(next)) ahead.Push(next);
            }
        return false;
    }

    /// <summary>The groups people are counted in: those the model names, or sex and age when a case begins; one for all where people are alike.</summary>
    public IReadOnlyList<string> Groups { get; }

    private static readonly string[] Everyone = ["everyone"], BySexAndAge = ["boys", "men 18 to 24", "men 25 and over", "girls", "women 18 to 24", "women 25 and over"];

    /// <summary>The path hangs on the stage alone.</summary>
    public bool IsPlain { get; }
}
