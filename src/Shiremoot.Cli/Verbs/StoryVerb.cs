using System.CommandLine;
using System.Globalization;
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
        Outcome<PersonStory> told = record is { } known
            ? shire.StoryOfRecord(known.Agency, known.Reference, Environment.UserName)
            : (cohort is null ? Cohort.Everyone : shire.CohortOf(cohort, null)).Then(c => shire.StoryOfSomeone(c, number, Environment.UserName));
        if (told.Refused(out Refusal? why, out PersonStory? story)) return Door.Refuse(why, json);
        IReadOnlyList<ToldEvent> events = StoryWords.Tell(story, shire);
        string Iso(NodaTime.LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";
        if (json)
        {
            Door.Print(new
            {
                origin = $"{story.Origin}".ToLowerInvariant(),
                originSays = story.Origin.Says(),
                events = events.Zip(story.Events, (e, of) => new { of.Kind, title = e.Kind, e.Stage, e.Agency, start = Iso(e.Start), end = Iso(e.End), e.Age, of.Offence, of.Disposal, of.Provider, of.Area }),
            });
            return Door.Done;
        }
        foreach (ToldEvent e in events)
            Console.Out.WriteLine($"{(e.Start is null ? "no day" : Iso(e.Start)),-10}  {(e.End is null ? "" : "to " + Iso(e.End)),-13}  {e.Age,3}  {e.Kind}{(e.Said.Length > 0 ? $": {e.Said}" : "")} ({e.Agency})");
        Console.Out.WriteLine($"{story.Origin.Says()}. That this was read is in the audit log.");
        return Door.Done;
    }
}
