using Shiremoot.Terms;

namespace Shiremoot.Futures.Extracts;

/// <summary>The layouts of a run bound to its lists: which layouts an event goes to, and which people each register knows by what.</summary>
sealed class ExtractPlan
{
    private const ulong LeastEvents = 4096;
    private const ulong LeastCases = 256;
    private const ulong OpaqueNumbers = 10_000_000_000;
    private readonly Scramble people;
    private readonly ReferenceForm person = new("P##########");

    private ExtractPlan(ExtractRun run, LayoutPlan[] layouts, RegisterPlan[] registers)
    {
        (Run, Layouts, Registers) = (run, layouts, registers);
        LayoutsOf = [.. run.Kinds.Select((_, kind) => layouts.Where(l => l.TakesKind(kind)).Select(l => l.Number).ToArray())];
        people = new Scramble(run.Seed, "person", OpaqueNumbers);
    }

    public ExtractRun Run { get; }

    public LayoutPlan[] Layouts { get; }

    public RegisterPlan[] Registers { get; }

    /// <summary>For each kind of event, the layouts it may make a row of.</summary>
    public int[][] LayoutsOf { get; }

    /// <summary>Binds layouts to a run; refused with everything in which they do not fit.</summary>
    public static Outcome<ExtractPlan> Of(IReadOnlyList<ExtractLayout> layouts, ExtractRun run)
    {
        List<string> faults = [.. layouts.SelectMany(l => Faults(l, run))];
        if (run.People < 1 || run.People > (long)OpaqueNumbers) faults.Add($"the run makes {run.People} people; from 1 to {OpaqueNumbers} can be told apart.");
        if (run.Until <= run.From || run.Until - run.From > 0xFFFF) faults.Add("the run's last day is before its first, or more than 179 years after it.");
        if (run.Offences.Any(o => o.Length != 5 || !o.All(char.IsAsciiDigit))) faults.Add("the run has an offence code that is not of five digits.");
        if (faults.Count > 0) return Refusals.Run(faults);
        string[] names = [.. layouts.Select(l => l.Register).Distinct()];
        RegisterPlan[] registers = [.. names.Select(n => new RegisterPlan(layouts.First(l => l.Register == n), run))];
        return new ExtractPlan(run, [.. layouts.Select((l, i) => new LayoutPlan(l, i, Array.IndexOf(names, l.Register), run))], registers);
    }

    /// <summary>A person of the run by a name that tells nothing.</summary>
    public void WritePerson(long number, RowBuffer into) => person.Write(people.Of((ulong)number), 0, into);

    public static string WordOf(Kinship kinship) => kinship switch
    {
        Kinship.Twin => "twin",
        Kinship.Sibling => "sibling",
        Kinship.Child => "child",
        Kinship.Parent => "parent",
        Kinship.Partner => "partner",
        _ => "",
    };

    private static IEnumerable<string> Faults(ExtractLayout layout, ExtractRun run)
    {
        if (!run.Agencies.Contains(layout.Habits)) yield return $"{layout.Id}: nothing is known of how '{layout.Habits}' writes; give one of {string.Join(", ", run.Agencies)} under 'habits'.";
        ulong people = (ulong)Math.Max(run.People, 1);
        if (new ReferenceForm(layout.PersonReference).Room < people * IRegistrar.MostReferences) yield return $"{layout.Id}: 'person_reference' has no room for {people} people; give it more places, or ask for fewer people.";
        foreach (ExtractColumn column in layout.Columns.SelectMany(c => c.Any.Count > 0 ? c.Any : [c]))
        {
            ulong needed = column.Value switch { ColumnValue.EventReference => LeastEvents, ColumnValue.CaseReference => LeastCases, _ => 0 };
            if (needed > 0 && new ReferenceForm(column.As!).Room / people < needed) yield return $"{layout.Id}: the pattern of '{column.Header}' has no room for {people} people with {needed} each; give it more places, or ask for fewer people.";
            if (column.NeedsPlaces && run.Whereabouts is null) yield return $"{layout.Id}: '{column.Header}' needs to know where districts and secure sites lie, which this run does not.";
            IReadOnlyList<string> ids = column.Value switch { ColumnValue.Ethnicity => run.Ethnicities, ColumnValue.Disposal => run.Disposals, ColumnValue.Sex => ["male", "female"], _ => [] };
            string[] lacking = [.. CodeTable.Lacking(column, ids)];
            if (lacking.Length > 0) yield return $"{layout.Id}: '{column.Header}' has no code for {string.Join(", ", lacking)}; add them to 'codes', or set 'otherwise'.";
        }
    }
}

/// <summary>A register: whose habits of writing it has, and the references it gives.</summary>
sealed class RegisterPlan(ExtractLayout layout, ExtractRun run)
{
    public int Habits { get; } = run.Agencies.ToList().IndexOf(layout.Habits);

    public ReferenceForm Form { get; } = new(layout.PersonReference);

    public Scramble Scramble { get; } = new(run.Seed, $"register/{layout.Register}", new ReferenceForm(layout.PersonReference).Room);
}
