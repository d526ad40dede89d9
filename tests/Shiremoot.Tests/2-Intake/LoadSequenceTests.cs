using System.Globalization;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake;

/// <summary>
/// Whatever is taken in, sent again, corrected, shuffled, refused or forgotten, in any order: the rows in use are those a plain model says.
/// SHIREMOOT_SEQUENCES sets how many sequences are tried of each delivery (4 here).
/// </summary>
[Trait("kind", "store")]
public sealed class LoadSequenceTests
{
    private const int Steps = 40;
    private static readonly int Sequences = int.Parse(Environment.GetEnvironmentVariable("SHIREMOOT_SEQUENCES") ?? "4", CultureInfo.InvariantCulture);

    public static TheoryData<string, string> Deliveries
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string kind in TestStore.PostgresAddress is null ? [TestStore.Sqlite] : new[] { TestStore.Sqlite, TestStore.Postgres })
                foreach (string delivery in new[] { "whole", "add", "period" }) all.Add(kind, delivery);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public void Any_sequence_of_loads_leaves_what_a_plain_model_leaves(string kind, string delivery)
    {
        for (int sequence = 0; sequence < Sequences; sequence++)
        {
            Random random = new(HashCode(delivery) + sequence);
            using IntakeBench bench = new(kind, Feed(delivery));
            Model model = new(delivery);
            List<string> told = [];
            for (int step = 0; step < Steps; step++)
            {
                told.Add(random.Next(6) == 0 ? Forget(bench, model, random) : TakeIn(bench, model, random));
                InUse(bench).ShouldBe(model.InUse(), $"{delivery}, sequence {sequence}: {string.Join("; ", told)}");
            }
            bench.Query<long>("SELECT count(*) FROM load WHERE rows_in <> rows_accepted + rows_quarantined").ShouldBe([0]);
            bench.Query<long>("SELECT count(*) FROM event e JOIN load l ON e.id / 1099511627776 = l.id WHERE l.status NOT IN ('active', 'replaced')").ShouldBe([0]);
        }
    }

    // A file: its month, the version of its content, the order of its rows, and whether a third of it is bad.
    private static string TakeIn(IntakeBench bench, Model model, Random random)
    {
        int month = 1 + random.Next(3), version = random.Next(3);
        bool isBad = random.Next(5) == 0, isShuffled = random.Next(2) == 0;
        string name = random.Next(3) == 0 ? $"again{random.Next(3)}.csv" : $"m{month}.csv";
        string[] rows = [.. Enumerable.Range(0, 6).Select(i => $"P{month}{version}{i},{(i == 0 ? 1 : i == 5 ? 28 : 2 + i + version):00}/{month:00}/2020"), .. isBad ? ["X,soon", "Y,later", "Z,never"] : Array.Empty<string>()];
        string[] sent = [.. rows];
        if (isShuffled) random.Shuffle(sent);
        string text = "person,day\n" + string.Concat(sent.Select(r => r + "\n"));
        Outcome<Receipt> outcome = bench.TakeInText(text, name);
        outcome.IsRefused.ShouldBe(isBad);
        bool isNew = !isBad && model.TakeIn(name, month, rows, outcome.Value.Load);
        if (!isBad) outcome.Value.AlreadyThere.ShouldBe(!isNew, $"{name}, month {month}, version {version}");
        return $"{name} of month {month} version {version}{(isShuffled ? " shuffled" : "")}{(isBad ? " bad" : "")}";
    }

    private static string Forget(IntakeBench bench, Model model, Random random)
    {
        long load = 1 + random.Next(Loads.All(bench.Store).Count + 1);
        Outcome<Forgotten> outcome = Forgetting.Load(bench.Store, TimeProvider.System, load);
        if (!outcome.IsRefused) model.Forget(load);
        return $"forget {load}";
    }

    private static string[] InUse(IntakeBench bench) =>
        [.. bench.Query<string>("SELECT e.person FROM event e JOIN load l ON e.id / 1099511627776 = l.id WHERE l.status = 'active'").Order(StringComparer.Ordinal)];

    private static int HashCode(string text) => text.Sum(c => c) * 1000;

    private static string Feed(string delivery) => $$"""
        id: arrests
        title: Arrests
        source: Made up for a test
        origin: generated
        agency: police
        file: "*.csv"
        delivery: {{delivery}}
        checks: { bad_rows_at_most: 0.1 }
        columns: { day: { type: date, formats: [dd/MM/yyyy], required: true } }
        events: [{ kind: arrest, person: person, start: day }]
        """;

    /// <summary>What should be in use: for each slot the rows of its latest file.</summary>
    private sealed class Model(string delivery)
    {
        private readonly Dictionary<string, (long Load, string[] Rows)> slots = [];

        /// <summary>True if the file changes anything: the same rows in use anywhere in the feed change nothing.</summary>
        public bool TakeIn(string name, int month, string[] rows, long load)
        {
            if (slots.Values.Any(s => s.Rows.Order().SequenceEqual(rows.Order()))) return false;
            slots[delivery switch { "whole" => "", "add" => name, _ => $"{month}" }] = (load, rows);
            return true;
        }

        public void Forget(long load)
        {
            foreach (string slot in slots.Where(s => s.Value.Load == load).Select(s => s.Key).ToArray()) slots.Remove(slot);
        }

        public string[] InUse() => [.. slots.Values.SelectMany(s => s.Rows).Select(r => r.Split(',')[0]).Order(StringComparer.Ordinal)];
    }
}
