using Shiremoot.Futures;
using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Simulating;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Generated lives and simulated people go by one set of rules.</summary>
[Trait("kind", "property")]
public class PersonRulesTests
{
    private const ulong Seed = 4;

    // A stage records an event of its own name. Time at a stage is drawn after the offence's code, which simulation has no use for: the stage of the offence takes none.
    private const string EveryRule = """
        title: Every rule
        needs: [{ id: drugs, men: 0.3, women: 0.5, loading: 0.6 }, { id: homeless, men: 0.2, women: 0.2, loading: 0.5 }]
        entry:
          stage: offence
          women_share: 0.3
          frailty: { spread: 0.8, with_vulnerability: 0.4 }
          last_age: 60
          men: [{ weight: 1, ages: { 12: 0.4, 18: 0.2, 21: 0.4 }, until: 58 }]
          women: [{ weight: 1, ages: { 14: 0.5, 25: 0.5 }, until: 58 }]
        offences:
          again: 0.3
          groups:
            - { id: theft, share: 1, odds: { drugs: 2, priors: 1.3 }, codes: { "04600": 0.7, "02801": 0.3 } }
            - { id: violence, share: 1, odds: { female: 0.5, child: 1.5, frailty: 1.4 }, codes: { "10501": 1 } }
            - { id: robbery, share: 0.3, odds: { young-adult: 2, age-decades: 0.6, vulnerability: 1.2, offence-theft: 2 }, codes: { "03401": 1 } }
        stages:
          - { id: offence, new_offence: true, records: [{ kind: offence }], to: [{ stage: arrest, share: 1 }] }
          - id: arrest
            records: [{ kind: arrest }]
            days: { exponential: 40 }
            to:
              - { stage: at-risk, share: 0.3, odds: { priors: 0.8 } }
              - { stage: caution, share: 0.4, only: adults, odds: { first: 3 } }
              - { stage: youth-caution, share: 0.4, only: children, odds: { first: 2 } }
              - { stage: order, share: 0.3, odds: { offence-violence: 1.5 } }
              - { stage: custody, share: 0.1, odds: { priors: 1.5, offence-robbery: 4, after-order: 1.5 } }
          - { id: caution, proof: true, after: caution, records: [{ kind: caution }], to: [{ stage: at-risk, share: 1 }] }
          - { id: youth-caution, proof: true, after: caution, records: [{ kind: youth-caution }], to: [{ stage: at-risk, share: 1 }] }
          - id: order
            proof: true
            after: order
            sentence: { uniform: 365, half_width: 180 }
            records: [{ kind: order, disposal: order }]
            offers: [{ service: help, kind: help, need: drugs, share: 0.6, odds: { female: 1.5, frailty: 0.8, young-adult: 0.7 }, lasts: { exponential: 90 } }]
            to: [{ stage: at-risk, share: 1 }]
          - id: custody
            proof: true
            after: custody
            sentence: { lognormal: 300, sigma: 0.9 }
            served: 0.5
            records: [{ kind: custody, disposal: custody }]
            to: [{ stage: at-risk, share: 1 }]
          - id: at-risk
            records: [{ kind: at-risk }]
            to:
              - { stage: leaves, share: 1 }
              - { stage: returning, share: 6, odds: { child: 1.5, age-decades: 0.8, copas: 1.8, frailty: 2, drugs: 1.4, homeless: 1.3, after-custody: 1.5, after-caution: 0.8, served-help: 0.5, offence-theft: 1.3 } }
          - { id: returning, records: [{ kind: returning }], days: { weibull: 200, shape: 0.85 }, to: [{ stage: offence, share: 1 }] }
        """;

    private static readonly Lazy<SystemModel> EnglandAndWales =
        new(() => SystemModelFile.Read(File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "england-and-wales.yaml")), null, "model.yaml", new Dictionary<string, double>()).Value);

    [Fact]
    public void The_same_person_with_the_same_chance_has_one_life_whole_or_stay_by_stay()
    {
        SystemModel model = SmallModels.Model(EveryRule);
        LifeKernel kernel = new(new(model));
        Walk walk = new(model);
        Career career = new();
        HashSet<string> met = [];
        int women = 0, served = 0, mostCases = 0, pastLastAge = 0;
        for (uint person = 0; person < 5000; person++)
        {
            double onset = 100 + (person * 0.37);
            kernel.Live(career, new(Seed, person, PeoplePath.WhoPurpose), onset, double.MaxValue);
            walk.Go(person, onset);
            walk.Traits.Birth.ShouldBeInRange(career.Life.BirthDay, career.Life.BirthDay + 1.0);
            (PersonRules.IsFemale(walk.Traits), walk.Rules.NeedsOf(walk.Traits), walk.Traits.Frailty, walk.Traits.Vulnerability).ShouldBe((career.Life.IsFemale, career.Life.Needs, career.Frailty, career.Vulnerability));
            StagesOf(model, career.Life).ShouldBe(walk.Stages);
            career.Cases.All.ToArray().Select(c => (int)c.Group).ShouldBe(walk.Groups);
            career.Served.All.ToArray().Select(s => s.Day).ShouldBe(walk.Served);
            met.UnionWith(walk.Stages.Select(s => s.Stage));
            (women, served, mostCases) = (women + (career.Life.IsFemale ? 1 : 0), served + walk.Served.Count, Math.Max(mostCases, walk.Groups.Count));
            if (walk.Traits.AgeAt(walk.Stages[^1].Day) > model.Entry.LastAge) pastLastAge++;
        }
        met.Order().ShouldBe(model.Stages.Select(s => s.Id).Order());
        women.ShouldBeGreaterThan(1000);
        served.ShouldBeGreaterThan(500);
        mostCases.ShouldBeGreaterThan(10);
        pastLastAge.ShouldBeGreaterThan(10);
    }

    // People who come in over ten years, followed to their end: what comes of one of them, stage by stage, as simulated and as lived.
    [Fact]
    public void Simulated_people_and_generated_lives_come_to_the_same_numbers()
    {
        const int Years = 10, Lives = 150_000, Runs = 24;
        const double Days = Years * 365, PerDay = 4, Errors = 4.5;
        SystemModel model = EnglandAndWales.Value;
        SimulatedRuns runs = Simulation.Run(model, new() { Runs = Runs, Years = Years, WarmUpYears = 0, OwnPasts = true, ArrivalsPerDay = PerDay, Seed = 8 }).Value;
        (RunMean Entries, RunMean Days)[] lived = Lived(Recording(model), Lives, Days);
        for (int row = 0; row < runs.Stages.Count + runs.Services.Count; row++)
        {
            string name = row < runs.Stages.Count ? runs.Stages[row] : runs.Services[row - runs.Stages.Count];
            Agree(name, SimulatedFigure.Entries, row, lived[row].Entries);
            if (row < runs.Stages.Count) Agree(name, SimulatedFigure.Days, row, lived[row].Days);
        }

        void Agree(string name, SimulatedFigure figure, int row, RunMean inLives)
        {
            double[] each = [.. Enumerable.Range(0, Runs).Select(run => Enumerable.Range(0, runs.Groups.Count).Sum(g => Enumerable.Range(0, Years).Sum(p => runs.At(figure, run, runs.Row(row, g), p))) / (PerDay * Days))];
            RunMean simulated = RunMean.Of(each);
            simulated.Mean.ShouldBe(inLives.Mean, 1e-12 + (Errors * Math.Sqrt((simulated.Error * simulated.Error) + (inLives.Error * inLives.Error))), $"{figure} of {name}");
        }
    }

    // Every stage records its stay under its own number, and nothing else is recorded.
    private static SystemModel Recording(SystemModel model) => model with
    {
        Kinds = [.. model.Stages.Select(s => s.Id), .. model.Kinds],
        Stages = [.. model.Stages.Select((s, i) => s with { Records = [new(i, -1, 1, null, true, false, false)], Offers = [.. s.Offers.Select(o => o with { Kind = model.Stages.Count + o.Kind })] })],
    };

    private static (RunMean Entries, RunMean Days)[] Lived(SystemModel model, int lives, double days)
    {
        LifeKernel kernel = new(new(model));
        Career career = new();
        string[] services = [.. model.Stages.SelectMany(s => s.Offers).Select(o => o.Service).Distinct()];
        int rows = model.Stages.Count + services.Length;
        double[] entries = new double[rows], spent = new double[rows];
        Sums[] of = new Sums[rows], ofDays = new Sums[rows];
        for (ulong person = 0; person < (ulong)lives; person++)
        {
            Chance chance = new(Seed, person, 1);
            kernel.Live(career, chance, days * chance.Share(), days);
            Array.Clear(entries);
            Array.Clear(spent);
            foreach (LifeEvent e in career.Life.Events)
            {
                if (e.Kind >= model.Stages.Count || e.Day >= days) continue;
                entries[e.Kind]++;
                spent[e.Kind] += Math.Min(e.Until, days) - e.Day;
            }
            foreach (ServedRow served in career.Served.All)
                if (served.Day < days) entries[model.Stages.Count + Array.IndexOf(services, model.Covariates[served.Covariate]["served-".Length..])]++;
            for (int row = 0; row < rows; row++)
            {
                of[row].Add(entries[row]);
                ofDays[row].Add(spent[row]);
            }
        }
        return [.. of.Select((s, row) => (s.Mean(lives), ofDays[row].Mean(lives)))];
    }

    private static (string Stage, int Day, int Sentence)[] StagesOf(SystemModel model, Life life) =>
        [.. life.Events.ToArray().Where(e => model.Kinds[e.Kind] != "help").Select(e => (model.Kinds[e.Kind], e.Day, e.Amount))];

    private struct Sums
    {
        private double sum, squares;

        public void Add(double value) => (sum, squares) = (sum + value, squares + (value * value));

        public readonly RunMean Mean(int of) => new(sum / of, Math.Sqrt(((squares / of) - (sum / of * (sum / of))) / of));
    }

    /// <summary>The path of the simulation, with one stream of chance for the whole of a person's time.</summary>
    private sealed class Walk(SystemModel model)
    {
        private const int DrawnOfAll = 5, DaysToBegin = 28;
        private readonly PeoplePath path = new(new(model, new(model), new()));
        private Traits traits;

        public PersonRules Rules { get; } = new(model);

        public Traits Traits => traits;

        public List<(string Stage, int Day, int Sentence)> Stages { get; } = [];

        public List<int> Groups { get; } = [];

        public List<int> Served { get; } = [];

        public void Go(uint number, double now)
        {
            Stages.Clear();
            Groups.Clear();
            Served.Clear();
            SimulatedPerson person = new() { Number = number, At = now };
            path.Arrive(ref person, ref traits, Seed).ShouldBeTrue();
            // The stream goes on from where who they are was drawn: sex, two of age, vulnerability, frailty and each need.
            Chance chance = new(Seed, number, PeoplePath.WhoPurpose);
            for (int i = 0; i < DrawnOfAll + model.Needs.Count; i++) chance.Bits();
            for (int at = path.Begin(ref person, ref traits, model.Entry.Stage, now); at >= 0;)
            {
                ModelStage stage = model.Stages[at];
                person.Took = 0;
                double days = path.Enter(ref person, ref traits, at, now, ref chance);
                Stages.Add((stage.Id, (int)Math.Floor(now), stage.Sentence is null ? 0 : traits.SentenceDays));
                if (stage.IsOffence)
                {
                    Groups.Add(Rules.GroupOf(traits));
                    chance.Share(); // the code of the offence
                }
                if (person.Took != 0)
                {
                    Served.Add((int)Math.Floor(now));
                    chance.Below(DaysToBegin); // when the service begins, and how long it lasts
                    chance.Exponential();
                }
                now += days;
                if (stage.Routes.Count > 1) person.Luck = chance.Bits();
                at = path.Next(ref person, ref traits, at, now);
            }
        }
    }
}
