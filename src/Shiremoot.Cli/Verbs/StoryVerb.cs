using System.CommandLine;
using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>story PLACE [COHORT] [--number N] | --agency A --reference R: what happened to one generated person, or to one whose story may be read.</summary>
static class StoryVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string?> cohort = new("COHORT") { Description = "Someone of this cohort, where people are generated; everyone if not given", Arity = ArgumentArity.ZeroOrOne };
        Option<ulong> number = new("--number") { Description = "Draws another person for each number", DefaultValueFactory = _ => 1 };
        Option<string?> agency = new("--agency") { Description = "The agency that knows the person" };
        Option<string?> reference = new("--reference") { Description = "The agency's own reference for the person" };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("story", "What happened to one person, as a timeline; the read is audited") { place, cohort, number, agency, reference, store, data, json };
        verb.SetAction(args =>
        {
            (string? at, string? by) = (args.GetValue(agency), args.GetValue(reference));
            if (at is null != by is null)
            {
                Console.Error.WriteLine("Give --agency and --reference together.");
                return Door.WrongUsage;
            }
            return Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire =>
                Run(shire, args.GetValue(cohort), args.GetValue(number), at is null ? null : (at, by!), args.GetValue(json)));
        });
        return verb;
    }

    private static int Run(Shire shire, string? cohort, ulong number, (string Agency, string Reference)? record, bool json)
    {
        Outcome<CostedStory> told = record is { } known
            ? shire.StoryOfRecord(known.Agency, known.Reference, Environment.UserName)
            : (cohort is null ? Cohort.Everyone : shire.CohortOf(cohort, null)).Then(c => shire.StoryOfSomeone(c, number, Environment.UserName));
        if (told.Refused(out Refusal? why, out CostedStory? read)) return Door.Refuse(why, json);
        PersonStory story = read.Story;
        PersonCosts? costs = read.Costs.Refused(out Refusal? unpriced, out PersonCosts? found) ? null : found;
        IReadOnlyList<ToldEvent> events = StoryWords.Tell(story, shire);
        string Iso(NodaTime.LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";
        if (json)
        {
            Door.Print(new
            {
                origin = $"{story.Origin}".ToLowerInvariant(),
                originSays = story.Origin.Says(),
                events = events.Zip(story.Events).Select((pair, i) => Event(pair.First, pair.Second, costs?.ByEvent[i])),
                costs = costs is null ? null : new { costs.PriceYear, costs.Total, costs.ByAgency, costs.Notes },
                notCosted = unpriced?.Says,
            });
            return Door.Done;
        }
        object Event(ToldEvent e, StoryEvent of, PersonEventCost? cost) => new
        {
            of.Kind,
            title = e.Kind,
            e.Stage,
            e.Agency,
            start = Iso(e.Start),
            end = Iso(e.End),
            e.Age,
            of.Offence,
            of.Disposal,
            of.Provider,
            of.Area,
            cost = cost?.Pounds,
            borneBy = cost?.BorneBy.Select(b => new { b.Agency, b.Pounds }),
            sum = cost?.Sum,
        };
        for (int i = 0; i < events.Count; i++)
        {
            ToldEvent e = events[i];
            string cost = costs?.ByEvent[i] is { } priced ? string.Create(CultureInfo.InvariantCulture, $"  £{priced.Pounds:#,##0.00}: {string.Join(", ", priced.BorneBy.Select(b => b.Agency))}; {priced.Sum}") : "";
            Console.Out.WriteLine($"{(e.Start is null ? "no day" : Iso(e.Start)),-10}  {(e.End is null ? "" : "to " + Iso(e.End)),-13}  {e.Age,3}  {e.Kind}{(e.Said.Length > 0 ? $": {e.Said}" : "")} ({e.Agency}){cost}");
        }
        if (costs is not null) Costs(costs);
        else Console.Out.WriteLine($"Not costed: {unpriced?.Says}");
        Console.Out.WriteLine($"{story.Origin.Says()}. That this was read is in the audit log.");
        return Door.Done;
    }

    private static void Costs(PersonCosts costs)
    {
        Console.Out.WriteLine();
        AppraisalWords.Show($"What it cost, by agency and financial year, at {costs.PriceYear} prices", ["Agency", .. costs.Years, "Total"],
        [
            .. costs.Agencies.Select(a => (string[])[a, .. costs.Years.Select(y => Pounds(costs.Of(a, y))), Pounds(costs.Of(a))]),
            ["Total", .. costs.Years.Select(y => Pounds(costs.Of(null, y))), Pounds(costs.Total)],
        ]);
        foreach (string note in costs.Notes) Console.Out.WriteLine($"Note: {note}");
    }

    private static string Pounds(decimal pounds) => pounds == 0 ? "" : pounds.ToString("£#,##0.00", CultureInfo.InvariantCulture);
}
