using System.CommandLine;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>cohort PLACE NAME | --where TEXT: how many people, who was left after each condition, and the definition in plain English.</summary>
static class CohortVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string?> name = new("NAME") { Description = "A cohort of the place", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> where = new("--where") { Description = "A cohort written here: \"age on index < 18 and count(offence) >= 4\"" };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("cohort", "Count a cohort, with the people left after each condition") { place, name, where, store, data, json };
        verb.SetAction(args =>
        {
            if (args.GetValue(name) is null == args.GetValue(where) is null)
            {
                Console.Error.WriteLine("Name a cohort of the place, or write one with --where; one of the two.");
                return Door.WrongUsage;
            }
            return Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire =>
                Run(shire, args.GetValue(name), args.GetValue(where), args.GetValue(json)));
        });
        return verb;
    }

    private static int Run(Shire shire, string? name, string? where, bool json)
    {
        if (shire.CohortOf(name, where).Refused(out Refusal? why, out Cohort? cohort)) return Door.Refuse(why, json);
        if (shire.Attrition(cohort).Refused(out why, out IReadOnlyList<AttritionLine>? lines)) return Door.Refuse(why, json);
        if (json)
        {
            Door.Print(new
            {
                cohort = cohort.Id,
                title = cohort.Title,
                inWords = cohort.InWords,
                people = lines[^1].Left.Shown,
                origin = $"{shire.OriginOfPeople}".ToLowerInvariant(),
                originSays = shire.OriginOfPeople.Says(),
                disclosure = shire.Disclosure.Name,
                attrition = lines.Select(l => new { l.Condition, l.InWords, left = l.Left.Shown }),
            });
            return Door.Done;
        }
        Console.Out.WriteLine($"{cohort.Title}: {lines[^1].Left} people");
        Console.Out.WriteLine(cohort.InWords);
        foreach (AttritionLine line in lines) Console.Out.WriteLine($"{line.Left,12}  {line.InWords}");
        Console.Out.WriteLine($"{shire.OriginOfPeople.Says()}. {shire.Disclosure.Label}");
        return Door.Done;
    }
}
