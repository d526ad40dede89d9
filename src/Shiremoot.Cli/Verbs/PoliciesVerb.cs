using System.CommandLine;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>policies PLACE [ID]: what became of changes of policy, by the published figures of the areas that had them.</summary>
static class PoliciesVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string?> id = new("ID") { Description = "A policy to show in full; none lists them", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("policies", "What became of changes of policy, by published figures") { place, id, store, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire => args.GetValue(id) is { } named ? One(shire, named, args.GetValue(json)) : List(shire, args.GetValue(json))));
        return verb;
    }

    private static int List(Shire shire, bool json)
    {
        if (shire.Policies.Refused(out Refusal? why, out IReadOnlyList<PolicyStudy>? known)) return Door.Refuse(why, json);
        (PolicyStudy Study, string Says)[] told = [.. known.Select(s => (s, shire.DrawPolicy(s).Refused(out Refusal? not, out PolicyEffects? effects) ? $"Cannot be told. {not.Says} {not.Try}" : effects.Headline))];
        if (json) Door.Print(told.Select(t => new { t.Study.Id, t.Study.Title, says = t.Says, t.Study.Source }));
        else if (told.Length == 0) Console.Out.WriteLine("This place has no policies to judge. Add files to its folder 'policies'.");
        foreach ((PolicyStudy study, string says) in json ? [] : told) Console.Out.WriteLine($"{study.Id}: {study.Title}\n  {says}");
        return Door.Done;
    }

    private static int One(Shire shire, string id, bool json)
    {
        if (shire.PolicyOf(id).Refused(out Refusal? why, out PolicyStudy? study) || shire.DrawPolicy(study).Refused(out why, out PolicyEffects? effects)) return Door.Refuse(why!, json);
        if (json)
        {
            Door.Print(new
            {
                study.Id,
                study.Title,
                outcome = effects.Outcome,
                effects.Headline,
                effects.Caution,
                study.Note,
                study.Source,
                origin = effects.Series.Origin.Says(),
                difference = effects.Difference is { } d ? PolicyJson.Of(d, effects.Headline) : null,
                interrupted = effects.Interrupted is { } i ? PolicyJson.Of(i, effects.Headline) : null,
                effects.Notes,
            });
            return Door.Done;
        }
        Console.Out.WriteLine(study.Title);
        if (effects.Difference is { } difference) PolicyText.Say(difference, effects.Headline);
        else PolicyText.Say(effects.Interrupted!, effects.Headline);
        Console.Out.WriteLine($"What it cannot show: {study.Note}");
        Console.Out.WriteLine($"The policy: {study.Source}. The figures: {effects.Series.Measure.Source}. {effects.Series.Origin.Says()}.");
        return Door.Done;
    }
}
